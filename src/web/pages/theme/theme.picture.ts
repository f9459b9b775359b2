import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { allPriorities, themeShape } from '../../../shapes/theme-shape.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { shareRoute } from '../../charts/share-route.ts'
import { themeText } from './theme.text.ts'

/** A theme's picture where its page is shared: the regions that have it on the map. */
export const themePicture = shareRoute({
  path: 'themes/{id}',
  summary: 'The picture that a theme’s page is shared with',
  params: { id: z.string().describe('A theme’s id or English slug.') },
  missing: 'There is no such theme.',
  needs: [allPriorities],
  picture({ snapshot }, input) {
    const found = thesaurusOf(snapshot).findTheme(input.one('id') ?? '')
    if (!found) throw new ExpectedError('not_found', { detail: themeText[input.lang].notFound })
    const { label, regionCount, inForce } = themeShape(snapshot, found)
    const own = inForce.flatMap(({ owner }) => (owner.kind === 'region' ? [owner.id] : []))
    return {
      eyebrow: input.lang === 'sv' ? 'Tema' : 'Theme',
      title: label[input.lang],
      sentence: themeText[input.lang].description(label[input.lang], regionCount),
      codes: new Set(own),
    }
  },
})
