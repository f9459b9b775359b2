import { findAreaFits } from '../company-fit.ts'
import type { AreaFit } from '../company-fit.ts'
import { findRegionOfPlace } from '../../places/places.ts'
import { derive } from '../../snapshot/derive.ts'
import { deriveEach } from '../../snapshot/derive-each.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import type { BatchJob, MatchedBatch, MatchOptions } from './match-batch-job.ts'
import { wrongWidth } from './match-register.ts'
import type { RegisterForm } from './match-register.ts'
import { isOnlyCodes, readIndustries } from './read-industries.ts'
import type { ReadIndustries } from './read-industries.ts'
import { mixedTextOf, readRows } from '../../sources/delimited/delimited-rows.ts'
import type { Row, UnreadableTable } from '../../sources/delimited/delimited-rows.ts'
import type { Language } from '../../records/language.ts'

const words = {
  placeUnknown: { sv: 'platsen är inte känd', en: 'place not known' },
  fitsNothing: { sv: 'passar inget område', en: 'fits no area' },
  lostDigits: { sv: 'ett kalkylblad har skrivit om numret', en: 'a spreadsheet has rewritten the number' },
  otherEncoding: {
    sv: 'raden är inte UTF-8 och lästes som Windows-1252',
    en: 'the line is not UTF-8 and was read as Windows-1252',
  },
} as const

/**
 * The matches of some companies as CSV, one row per match, in the order of the register. A company without matches, or
 * with an unknown place or code, gets a row that states the problem, and so does a row that cannot be read, with its line.
 */
export function matchBatch(snapshot: Snapshot, { form, batch, options }: BatchJob): MatchedBatch {
  const { text, otherLines } = mixedTextOf(batch)
  const rows = readRows(text, { separator: form.separator, firstLine: batch.firstLine, isForgiving: true })
  let csv = ''
  let badRows = 0
  let emptyRows = 0
  for (const row of rows) {
    if (!row.fault && row.cells.every((cell) => cell.trim() === '')) {
      emptyRows++
      continue
    }
    const fault = row.fault ?? faultOf(row, form)
    if (fault || otherLines.has(row.line)) badRows++
    csv += fault
      ? `${cellOf(idOf(row, form))},,,,,,,,,,,${cellOf(fault.words[options.lang])}\n`
      : matchesOf(snapshot, { read: readerOf(row), form, isOther: otherLines.has(row.line) }, options)
  }
  return { csv: new TextEncoder().encode(csv), badRows, emptyRows }
}

/** A row of another width than the header, unless what it has more is empty. */
const faultOf = (row: Row, form: RegisterForm): UnreadableTable | null =>
  row.cells.length < form.width || row.cells.slice(form.width).some((cell) => cell !== '') ? wrongWidth(row, form) : null

type ReadCell = (at: number | null) => string

const readerOf =
  ({ cells }: Row): ReadCell =>
  (at) =>
    ownCopy(plainCell(at === null ? '' : (cells[at] ?? '')))

/** `="5599999903"` is how a spreadsheet is made to keep a number as text. */
const plainCell = (cell: string): string => /^="(.*)"$/s.exec(cell)?.[1] ?? cell

/** Bolagsverket has the kind of an identity after a dollar sign. */
const idOf = ({ cells }: Row, { columns }: RegisterForm): string =>
  plainCell(columns.id === null ? '' : (cells[columns.id] ?? '')).replace(/\$.*$/s, '')

/** In Bolagsverket's file a postal address is street, c/o, town, code and country with dollar signs between. */
const placeOf = (cell: string): string => (cell.includes('$') ? (cell.split('$')[2] ?? '').trim() : cell)

interface RowToMatch {
  read: ReadCell
  form: RegisterForm
  /** Whether the row was in another encoding than the rest. */
  isOther: boolean
}

function matchesOf(snapshot: Snapshot, { read, form, isOther }: RowToMatch, { most, lang }: MatchOptions): string {
  const { columns } = form
  const id = read(columns.id).replace(/\$.*$/s, '')
  const place = placeOf(read(columns.place))
  const regionCode = place ? regionOf(snapshot, place) : null
  const { text, industries, problems: unread } = aboutOf(snapshot, { read, form })
  const problems = [
    isOther ? words.otherEncoding[lang] : '',
    /^\d(?:[.,]\d+)?E\+?\d+$/i.test(id) ? `${words.lostDigits[lang]}: ${id}` : '',
    place && !regionCode ? `${words.placeUnknown[lang]}: ${place}` : '',
    ...unread.map((problem) => problem[lang]),
  ].filter(Boolean)
  const [industry = null, ...moreIndustries] = industries
  const { own, elsewhere } = findAreaFits(snapshot, { text, industry, moreIndustries, regionCode }, most)
  const start = `${cellOf(id)},${regionCode ?? ''},${cellOf(place)},`
  const end = `,${cellOf(problems.join('; '))}\n`
  let csv = ''
  let rank = 0
  for (const [scope, fits] of [
    ['own', own],
    ['elsewhere', elsewhere],
  ] as const)
    for (const fit of fits) csv += `${start}${++rank},${scope},${fitCells(fit, lang)}${end}`
  return csv || `${start},,,,,,,,${cellOf([...problems, words.fitsNothing[lang]].join('; '))}\n`
}

/** What the company does: its text, and the codes of all its columns; a text that is nothing but codes is read as them. */
function aboutOf(
  snapshot: Snapshot,
  { read, form: { columns } }: Pick<RowToMatch, 'read' | 'form'>,
): { text: string } & ReadIndustries {
  const text = read(columns.text)
  const isCode = columns.sni.length === 0 && isOnlyCodes(text)
  const cells = isCode ? [{ cell: text, edition: null }] : columns.sni.map(({ at, edition }) => ({ cell: read(at), edition }))
  const all = cells
    .filter(({ cell }) => cell !== '')
    .map(({ cell, edition }) => readIndustries(thesaurusOf(snapshot), { cell, edition }))
  const industries = new Map(all.flatMap((one) => one.industries).map((industry) => [industry.code, industry]))
  return {
    text: isCode ? '' : text,
    industries: [...industries.values()],
    problems: all.flatMap(({ problems }) => problems),
    notes: [],
  }
}

/** Copies a text out of a longer one; otherwise each cached word would keep the whole batch in memory. */
const ownCopy = (text: string): string => ` ${text}`.slice(1)

const fitCells = ({ area, score, subject, reason }: AreaFit, lang: Language): string =>
  `${areaCells(area)},${score.toFixed(3)},${cellOf(subject?.id ?? '')},${cellOf(reason[lang])}`

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
  const code = regionOfCode(snapshot, place) ?? findRegionOfPlace(snapshot, place)?.code ?? null
  known.set(place, code)
  return code
}

/** The region of a county code, or of a municipality code, which begins with it; a spreadsheet drops a first zero (780 is 0780). */
function regionOfCode(snapshot: Snapshot, place: string): string | null {
  if (!/^\d{1,4}$/.test(place)) return null
  const code = place.length > 2 ? place.padStart(4, '0').slice(0, 2) : place.padStart(2, '0')
  return snapshot.get('region', code) ? code : null
}

/** Characters at the start of a cell that make a spreadsheet run it as a formula, including their full-width forms. */
const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
const needsQuotes = /[",\r\n]/

/** Formats a cell as CSV; what a spreadsheet would run as a formula is written as text. */
export function cellOf(value: string): string {
  const safe = formulaStart.test(value) ? `'${value}` : value
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
