import { z } from '@hono/zod-openapi'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { regionCodesOf } from '../../../shapes/from-snapshot.ts'
import { priorityView } from '../../../shapes/priority-detail-shape.ts'
import { shareRoute } from '../../charts/share-route.ts'
import { priorityText } from './priority.text.ts'

/** An area's picture where its page is shared: its owner's words, with the owner on the map. */
export const priorityPicture = shareRoute({
  path: 'priorities/{id}',
  summary: 'The picture that an area’s page is shared with',
  params: { id: z.string().describe('An area’s id.') },
  takes: { id: 'areaId' },
  missing: 'There is no such area.',
  picture({ snapshot }, input) {
    const area = priorityView(snapshot, input.one('id') ?? '')
    const { label, gloss } = labelsOf(area, input.lang)
    const owner = area.owner.name[input.lang]
    return {
      eyebrow: owner,
      title: gloss ?? label,
      sentence: priorityText[input.lang].description(gloss ?? label, owner),
      codes: new Set(regionCodesOf(snapshot, area.owner)),
    }
  },
})
