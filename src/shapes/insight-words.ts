import type { LocalText } from '../records/shared-fields.ts'
import type { EvidenceSourceShape } from './evidence-shapes.ts'
import type { InsightsShape } from './insight-shapes.ts'

interface Found {
  totals: InsightsShape['totals']
  source: EvidenceSourceShape | null
  year: string
}

/** The finding over all regions, as sentences that can be quoted. */
export function insightsSentence({ totals, source, year }: Found): LocalText {
  if (!source) return { sv: 'Ingen statistik är inläst.', en: 'No statistics are loaded.' }
  const { specialisations, withoutArea, takenUp, unknown, stillStrong, regions } = totals
  if (regions === 0)
    return {
      sv: 'Ingen region hade en lista som var känd då, så här finns inget att jämföra.',
      en: 'No region had a list that was known then, so there is nothing to compare.',
    }
  const unread =
    unknown === 0
      ? { sv: '', en: '' }
      : {
          sv: ` För ${unknown} är det okänt, eftersom en senare lista inte är läst i sin helhet.`,
          en: ` Of ${unknown} it is unknown, since a later list has not been read as a whole.`,
        }
  return {
    sv: `Av de ${specialisations} största specialiseringarna i ${regions} regioner ${year} hade ${withoutArea} inget område i listorna från 2018. ${takenUp} av dem hör till ett område i en senare lista, och ${stillStrong} är fortfarande tydligt vanligare i regionen än i landet ${source.year}.${unread.sv} ${source.attribution.sv}, ${source.publisherTable}.`,
    en: `Of the ${specialisations} largest specialisations of ${regions} regions in ${year}, ${withoutArea} had no area in the lists of 2018. ${takenUp} of them belong to an area of a later list, and ${stillStrong} are still clearly more common in the region than in the nation in ${source.year}.${unread.en} ${source.attribution.en}, ${source.publisherTable}.`,
  }
}
