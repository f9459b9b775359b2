import type { Language } from '../../../records/language.ts'
import { areasKnownIn } from '../../../snapshot/areas-known.ts'
import { formatDate } from '../../frame/format.ts'
import { themeText } from '../theme/theme.text.ts'
import { backedFill, backedFills, evidenceNote } from './start-evidence.ts'
import { startText } from './start.text.ts'
import type { ListNews, StartRegion, StartShape } from './start.view.ts'

/** How a region is coloured, and the same in words, for the list beside the map. */
export interface RegionState {
  fill: string
  words: string
}

const newsFill: Record<ListNews, string> = {
  changed: 'fill-changed',
  restated: 'fill-restated',
  unread: 'fill-unknown',
  unknown: 'fill-none',
}

/** How old what is known of a list is, in whole calendar years before the day that is shown. */
export const ageFills = [
  { upTo: 2, fill: 'fill-6', words: { sv: 'Högst två år sedan', en: 'At most two years ago' } },
  { upTo: 4, fill: 'fill-4', words: { sv: 'Tre till fyra år sedan', en: 'Three to four years ago' } },
  { upTo: Infinity, fill: 'fill-2', words: { sv: 'Fem år sedan eller mer', en: 'Five years ago or more' } },
] as const

/** A region's class on the map and in the list, in the mode that is shown. */
export function stateOf(region: StartRegion, shape: StartShape, lang: Language): RegionState {
  const text = startText[lang]
  if (shape.mode === 'changed') return { fill: newsFill[region.news], words: text[region.news] }
  if (region.current === null) return { fill: 'fill-none', words: text.noListShort }
  if (shape.mode === 'fresh') return ageOf(region, shape, lang)
  if (areasKnownIn(region.current) === 'unknown') return { fill: 'fill-unknown', words: text.areasUnknown }
  if (shape.mode === 'evidence') return { fill: backedFill(region.evidence), words: evidenceNote(region.evidence, lang) }
  if (shape.mode === 'theme')
    return region.themeIds.includes(shape.theme.id)
      ? { fill: `fill-family family-${shape.theme.family}`, words: text.themeOn }
      : { fill: 'fill-none', words: text.themeOff }
  if (!region.own) return { fill: 'fill-none', words: text.noTheme }
  const { family } = region.own.theme
  return {
    fill: `fill-family family-${family}`,
    words: themeText[lang].families[family] ?? family,
  }
}

/** When the list was last stated by a source or confirmed by the region. */
function ageOf({ current }: StartRegion, { validAt }: StartShape, lang: Language): RegionState {
  const { strategy } = current!
  const isConfirmed = strategy.lastStatedOn > strategy.meta.inForceFrom
  const precision = isConfirmed ? 'day' : strategy.datePrecision
  if (precision === 'unknown') return { fill: 'fill-none', words: startText[lang].undated }
  const years = Number(validAt.slice(0, 4)) - Number(strategy.lastStatedOn.slice(0, 4))
  const date = formatDate(strategy.lastStatedOn, { precision, lang })
  const words = isConfirmed ? startText[lang].statedAgain(date) : startText[lang].listFrom(date)
  return { fill: ageFills.find(({ upTo }) => years <= upTo)!.fill, words }
}

/** The rows of the legend for what is shown. */
export function legendOf(shape: StartShape, lang: Language): RegionState[] {
  const text = startText[lang]
  const unknown = shape.regions.some(({ current }) => areasKnownIn(current) === 'unknown')
    ? [{ fill: 'fill-unknown', words: text.areasUnknown }]
    : []
  const rows: Record<StartShape['mode'], RegionState[]> = {
    own: [
      ...Object.entries(themeText[lang].families).map(([family, words]) => ({ fill: `fill-family family-${family}`, words })),
      ...unknown,
    ],
    theme: [
      { fill: `fill-family family-${shape.theme.family}`, words: text.themeOn },
      { fill: 'fill-none', words: text.themeOff },
      ...unknown,
    ],
    evidence: [...backedFills.map(({ fill, words }) => ({ fill, words: words[lang] })), ...unknown],
    fresh: [...ageFills.map(({ fill, words }) => ({ fill, words: words[lang] })), { fill: 'fill-none', words: text.undated }],
    changed: (['changed', 'restated', 'unread', 'unknown'] as const)
      .filter((news) => shape.regions.some((region) => region.news === news))
      .map((news) => ({ fill: newsFill[news], words: text[news] })),
  }
  return rows[shape.mode]
}
