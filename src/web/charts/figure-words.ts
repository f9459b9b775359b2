import type { Figure } from '../frame/figure.ts'
import { formatNumber } from '../frame/format.ts'
import type { Language } from '../../records/language.ts'

/** Where a figure's numbers come from, each source once: "Källa: SCB, YREG60, 2014–2024, hämtad 2026-11-26, CC0 1.0." */
export function sourceLine({ sources, lang }: Pick<Figure, 'sources' | 'lang'>): string {
  const fetched = lang === 'sv' ? 'hämtad' : 'fetched'
  return [...new Map(sources.map((one) => [one.cubeId, one])).values()]
    .map(({ attribution, publisherTable, firstYear, year, vintage, licence }) => {
      const years = firstYear === year ? year : `${firstYear}–${year}`
      return `${attribution[lang]}, ${publisherTable}, ${years}, ${fetched} ${vintage}, ${licence}.`
    })
    .join(' ')
}

/** What a reader has to keep in mind: the figure's own notes, breaks in what is counted, and the sources' caveats. */
export const cautionsOf = ({ notes, sources, lang }: Figure): string[] => [
  ...new Set([
    ...notes,
    ...sources.flatMap(({ breaks, caveats }) => [...breaks.map(({ note }) => note[lang]), ...caveats.map((one) => one[lang])]),
  ]),
]

/** A cell as people read it. */
export function cellWords(
  value: string | number | null,
  { digits = 0, isPercent = false, lang }: { digits?: number; isPercent?: boolean; lang: Language },
): string {
  if (value === null) return lang === 'sv' ? 'uppgift saknas' : 'missing'
  if (typeof value === 'string') return value
  return isPercent ? `${formatNumber(value * 100, lang, digits)} %` : formatNumber(value, lang, digits)
}

/** The breaks of a source as a line chart marks them. */
export const breaksOf = ({ breaks, firstYear }: Figure['sources'][number], lang: Language) =>
  breaks
    .filter(({ from }) => from > firstYear)
    .map(({ from }) => ({ from, word: lang === 'sv' ? `nytt ${from}` : `new ${from}` }))
