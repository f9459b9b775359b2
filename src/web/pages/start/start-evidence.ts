import type { Language } from '../../../records/language.ts'
import type { BackedAreas, StartRegion } from './start.view.ts'

/** How dark a region is by the share of its measurable areas that the occupations clearly back. */
export const backedFills = [
  { upTo: 0, fill: 'fill-1', words: { sv: 'Inget mätbart område har tydligt stöd', en: 'No measurable area has clear backing' } },
  { upTo: 0.5, fill: 'fill-3', words: { sv: 'Upp till hälften', en: 'Up to half' } },
  { upTo: 0.99, fill: 'fill-5', words: { sv: 'Fler än hälften', en: 'More than half' } },
  { upTo: 1, fill: 'fill-6', words: { sv: 'Alla mätbara', en: 'All measurable' } },
  { upTo: NaN, fill: 'fill-none', words: { sv: 'Inget område går att mäta', en: 'No area can be measured' } },
] as const

/** The fill of a region; without a measurable area it has none, which is not the same as none backed. */
export const backedFill = (evidence: BackedAreas | null): string =>
  !evidence || evidence.measured === 0
    ? 'fill-none'
    : backedFills.find(({ upTo }) => evidence.backed / evidence.measured <= upTo)!.fill

/** What the tooltip tells. */
export function evidenceNote(evidence: BackedAreas | null, lang: Language): string {
  if (!evidence || evidence.measured === 0) return backedFills.at(-1)!.words[lang].toLowerCase()
  const { backed, measured } = evidence
  return lang === 'sv'
    ? `${backed} av ${measured} mätbara områden har tydligt stöd i yrkena`
    : `${backed} of ${measured} measurable areas ${backed === 1 ? 'has' : 'have'} clear backing in the occupations`
}

/** What the map shows, in a sentence with its source; empty while the map is coloured by something else. */
export function describeEvidence(regions: readonly Pick<StartRegion, 'evidence'>[], lang: Language): string {
  const known = regions.flatMap(({ evidence }) => evidence ?? [])
  if (known.length === 0) return ''
  const sum = (pick: (one: BackedAreas) => number) => known.reduce((total, one) => total + pick(one), 0)
  const [backed, measured] = [sum((one) => one.backed), sum((one) => one.measured)]
  return lang === 'sv'
    ? `${backed} av ${measured} mätbara områden i landet har tydligt stöd: deras yrken är vanligare i regionen än i landet. Ett område utan stöd kan vara nytt eller litet. Källa: SCB:s yrkesregister.`
    : `${backed} of the ${measured} measurable areas of the country have clear backing: their occupations are more common in the region than in the nation. One without may be new or small. Source: SCB’s register of occupations.`
}
