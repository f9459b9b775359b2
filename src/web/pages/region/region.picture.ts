import { z } from '@hono/zod-openapi'
import { joinWords } from '../../../language/join-words.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { findRegion } from '../../../shapes/from-snapshot.ts'
import { regionSummaryShape } from '../../../shapes/region-shape.ts'
import { shareRoute } from '../../charts/share-route.ts'
import { regionText } from './region.text.ts'

/** A region's picture where its page is shared: its own words beside the map. */
export const regionPicture = shareRoute({
  path: 'regions/{slugOrCode}',
  summary: 'The picture that a region’s page is shared with',
  params: { slugOrCode: z.string().describe('Any code or name of a region.') },
  takes: { slugOrCode: 'regionSlug' },
  missing: 'There is no such region.',
  picture({ snapshot }, input) {
    const found = findRegion(snapshot, input.one('slugOrCode') ?? '')
    if (!found) throw new ExpectedError('region_not_found', { data: { asked: input.one('slugOrCode') } })
    const { code, name, regionName, current } = regionSummaryShape(snapshot, found)
    const labels = (current?.priorities ?? []).map((area) => {
      const { label, gloss } = labelsOf(area, input.lang)
      return gloss ?? label
    })
    return {
      eyebrow: regionName,
      title: name,
      sentence: labels.length > 0 ? `${joinWords(labels, input.lang)}.` : regionText[input.lang].descriptionUnknown(name),
      codes: new Set([code]),
    }
  },
})
