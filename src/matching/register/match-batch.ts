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
 * The matches of some companies as CSV, a row a match, in the register's order. A company that fits nothing, or whose place or
 * code is not known, has a row that says so.
 * @throws UnreadableTable when a row cannot be read, with its line
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

/** A text that is no part of a longer one: words that are remembered would otherwise each hold the whole batch in memory. */
const ownCopy = (text: string): string => ` ${text}`.slice(1)

const fitCells = ({ area, score, subject, reason }: AreaFit, lang: Language): string =>
  `${areaCells(area)},${score.toFixed(3)},${cellOf(subject.id)},${cellOf(reason[lang])}`

/** The cells that describe an area, written once for all companies that fit it. */
const areaCells = deriveEach('cells of area', ({ id, displayLabel, owner }: AreaFit['area']): string =>
  [id, displayLabel, owner.id].map(cellOf).join(','),
)

const regionsByPlace = derive('regions by place', ['region', 'gazetteer'], () => new Map<string, string | null>())
const mostPlaces = 20_000

/** The region of a place; a register names the same places over and over. */
function regionOf(snapshot: Snapshot, place: string): string | null {
  const known = regionsByPlace(snapshot)
  const found = known.get(place)
  if (found !== undefined) return found
  if (known.size >= mostPlaces) known.clear()
  const code = findRegionOfPlace(snapshot, place)?.code ?? null
  known.set(place, code)
  return code
}

/** Beginnings that a spreadsheet would run as a formula; the wide forms too. */
const runs = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
const needsQuotes = /[",\r\n]/

/** A cell as CSV. What a spreadsheet would read as a formula is written as text. */
export function cellOf(value: string): string {
  const safe = runs.test(value) ? `'${value}` : value
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
