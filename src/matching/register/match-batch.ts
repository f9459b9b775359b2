import { findAreaFits } from '../company-fit.ts'
import type { AreaFit } from '../company-fit.ts'
import { findRegionOfPlace } from '../../places/places.ts'
import { derive } from '../../snapshot/derive.ts'
import { deriveEach } from '../../snapshot/derive-each.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import type { BatchJob, MatchOptions } from './match-batch-job.ts'
import { wrongWidth } from './match-register.ts'
import { readRows, textOf } from '../../sources/delimited/delimited-rows.ts'
import type { Column } from './match-register.ts'
import type { Language } from '../../records/language.ts'

const words = {
  placeUnknown: { sv: 'platsen är inte känd', en: 'place not known' },
  sniUnknown: { sv: 'SNI-koden är inte känd', en: 'SNI not known' },
  fitsNothing: { sv: 'passar inget område', en: 'fits no area' },
} as const

/**
 * The matches of some companies as CSV, one row per match, in the order of the register. A company without matches, or
 * with an unknown place or code, gets a row that states the problem.
 * @throws UnreadableTable when a row cannot be read, with its line number
 */
export function matchBatch(snapshot: Snapshot, { form, batch, options }: BatchJob): Uint8Array<ArrayBuffer> {
  let text = ''
  for (const row of readRows(textOf(batch), { separator: form.separator, firstLine: batch.firstLine })) {
    if (row.cells.length !== form.width) throw wrongWidth(row, form)
    text += matchesOf(snapshot, (column) => ownCopy(row.cells[form.columns[column] ?? -1] ?? ''), options)
  }
  return new TextEncoder().encode(text)
}

function matchesOf(snapshot: Snapshot, read: (column: Column) => string, { most, lang }: MatchOptions): string {
  const [place, sni] = [read('place'), read('sni')]
  const regionCode = place ? regionOf(snapshot, place) : null
  const industry = sni ? thesaurusOf(snapshot).findIndustry(sni) : null
  const problems = [
    place && !regionCode ? `${words.placeUnknown[lang]}: ${place}` : '',
    sni && !industry ? `${words.sniUnknown[lang]}: ${sni}` : '',
  ].filter(Boolean)
  const { own, elsewhere } = findAreaFits(snapshot, { text: read('text'), industry, regionCode }, most)
  const start = `${cellOf(read('id'))},${regionCode ?? ''},${cellOf(place)},`
  const end = `,${cellOf(problems.join('; '))}\n`
  let text = ''
  let rank = 0
  for (const [scope, fits] of [
    ['own', own],
    ['elsewhere', elsewhere],
  ] as const)
    for (const fit of fits) text += `${start}${++rank},${scope},${fitCells(fit, lang)}${end}`
  return text || `${start},,,,,,,,${cellOf([...problems, words.fitsNothing[lang]].join('; '))}\n`
}

/** Copies a text out of a longer one; otherwise each cached word would keep the whole batch in memory. */
const ownCopy = (text: string): string => ` ${text}`.slice(1)

const fitCells = ({ area, score, subject, reason }: AreaFit, lang: Language): string =>
  `${areaCells(area)},${score.toFixed(3)},${cellOf(subject.id)},${cellOf(reason[lang])}`

/** The cells that describe an area, made once for all companies that match it. */
const areaCells = deriveEach('cells of area', ({ id, displayLabel, owner }: AreaFit['area']): string =>
  [id, displayLabel, owner.id].map(cellOf).join(','),
)

const regionsByPlace = derive('regions by place', ['region', 'gazetteer'], () => new Map<string, string | null>())
const mostPlaces = 20_000

/** The region of a place, cached because a register repeats the same places. */
function regionOf(snapshot: Snapshot, place: string): string | null {
  const known = regionsByPlace(snapshot)
  const found = known.get(place)
  if (found !== undefined) return found
  if (known.size >= mostPlaces) known.clear()
  const code = findRegionOfPlace(snapshot, place)?.code ?? null
  known.set(place, code)
  return code
}

/** Characters at the start of a cell that make a spreadsheet run it as a formula, including their full-width forms. */
const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
const needsQuotes = /[",\r\n]/

/** Formats a cell as CSV; what a spreadsheet would run as a formula is written as text. */
export function cellOf(value: string): string {
  const safe = formulaStart.test(value) ? `'${value}` : value
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
