import { createReadStream } from 'node:fs'
import { once } from 'node:events'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify/sync'
import { findCompanyFit } from '../matching/company-fit.ts'
import { findRegionOfPlace } from '../matching/places.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { findIndustry } from '../themes/industry-codes.ts'

/** Columns of a register, by the names they may have. */
const names = {
  id: ['id', 'orgnr', 'organisationsnummer', 'company'],
  sni: ['sni', 'sni2007', 'nace', 'industry'],
  text: ['text', 'description', 'beskrivning', 'verksamhet', 'about'],
  place: ['municipality', 'kommun', 'place', 'plats', 'region', 'lan', 'län'],
} as const
type Column = keyof typeof names

const headings = [
  'id',
  'region',
  'place',
  'rank',
  'scope',
  'priority_id',
  'priority',
  'owner',
  'score',
  'subject',
  'reason',
  'problem',
]

/** A register that cannot be read; its message is for whoever made it. */
export class RegisterError extends Error {}

export interface MatchOptions {
  /** Matches per company in the own region, and as many elsewhere. */
  most: number
  lang: 'sv' | 'en'
}

/** So many companies' matches are written together. */
const companiesAtOnce = 500

/** The longest row that is read, so that a broken file cannot fill the memory. */
const longestRow = 100_000

/**
 * Reads a register of companies (CSV with a header; comma, semicolon or tab) and gives its matches as CSV text in pieces, a row
 * a match, in the register's order. A company that fits nothing, or whose place or code is not known, has a row that says so.
 * One row is held at a time, whatever the register's size.
 * @throws RegisterError when the header lacks what is needed or a row cannot be read, with its line
 */
export async function* matchRegister(
  snapshot: Snapshot,
  input: AsyncIterable<string | Buffer>,
  options: MatchOptions,
): AsyncGenerator<string> {
  yield csv([headings])
  const pieces = input[Symbol.asyncIterator]()
  const head = await firstLine(pieces)
  const parser = parse({
    bom: true,
    delimiter: separatorOf(head),
    max_record_size: longestRow,
    trim: true,
    skip_empty_lines: true,
  })
  const feeding = feed(parser, { head, pieces })
  feeding.catch((error: Error) => parser.destroy(error))
  let columns: Partial<Record<Column, number>> | null = null
  let rows: unknown[][] = []
  let count = 0
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      if (!columns) {
        columns = readHeader(row)
        continue
      }
      rows.push(...matchRows(snapshot, (column) => row[columns![column] ?? -1] ?? '', options))
      if (++count % companiesAtOnce !== 0) continue
      yield csv(rows)
      rows = []
    }
  } catch (error) {
    throw error instanceof RegisterError ? error : new RegisterError((error as Error).message, { cause: error })
  }
  await feeding
  if (!columns) throw new RegisterError('The register is empty. It needs a header with id and text or sni.')
  yield csv(rows)
}

type Pieces = AsyncIterator<string | Buffer>

/** The beginning of the register, at least to the end of its first line. */
async function firstLine(pieces: Pieces): Promise<Buffer> {
  let head = Buffer.alloc(0)
  while (!head.includes(10) && head.length < longestRow) {
    const { done, value } = await pieces.next()
    if (done) break
    head = Buffer.concat([head, typeof value === 'string' ? Buffer.from(value) : value])
  }
  return head
}

/** The sign that parts most cells of the header. */
function separatorOf(head: Buffer): string {
  const line = head.toString('utf8').split('\n', 1)[0]!
  return [';', '\t', ','].reduce((best, sign) => (line.split(sign).length > line.split(best).length ? sign : best), ',')
}

async function feed(parser: ReturnType<typeof parse>, { head, pieces }: { head: Buffer; pieces: Pieces }): Promise<void> {
  parser.write(head)
  for (let { done, value } = await pieces.next(); !done; { done, value } = await pieces.next())
    if (!parser.write(value)) await once(parser, 'drain')
  parser.end()
}

/** Cells that a spreadsheet would read as a formula are written as text. */
const csv = (rows: unknown[][]): string => stringify(rows, { escape_formulas: true })

function readHeader(row: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {}
  row.forEach((cell, at) => {
    const name = cell.toLocaleLowerCase('sv')
    for (const column of Object.keys(names) as Column[])
      if ((names[column] as readonly string[]).includes(name)) found[column] ??= at
  })
  if (found.text === undefined && found.sni === undefined)
    throw new RegisterError(
      `The header is «${row.join(', ').slice(0, 120)}». It needs a column text or sni; id and municipality are of use too.`,
    )
  return found
}

function matchRows(snapshot: Snapshot, read: (column: Column) => string, { most, lang }: MatchOptions): unknown[][] {
  const [id, place, sni] = [read('id'), read('place'), read('sni')]
  const region = place ? findRegionOfPlace(snapshot, place) : null
  const industry = sni ? findIndustry(sni) : null
  const problems = [place && !region ? `place not known: ${place}` : '', sni && !industry ? `SNI not known: ${sni}` : ''].filter(
    Boolean,
  )
  const { own, elsewhere } = findCompanyFit(snapshot, { text: read('text'), industry, regionCode: region?.code ?? null })
  const start = [id, region?.code ?? '', place]
  const rows = [
    ...own.slice(0, most).map((fit) => ({ fit, scope: 'own' })),
    ...elsewhere.slice(0, most).map((fit) => ({ fit, scope: 'elsewhere' })),
  ].map(({ fit: { area, score, subject, reason }, scope }, at) => [
    ...start,
    at + 1,
    scope,
    area.id,
    area.displayLabel,
    area.owner.id,
    score.toFixed(3),
    subject.id,
    reason[lang],
    problems.join('; '),
  ])
  return rows.length > 0 ? rows : [[...start, '', '', '', '', '', '', '', '', [...problems, 'fits no area'].join('; ')]]
}

/** A file, or standard input for `-`. */
export const openRegister = (path: string): AsyncIterable<string | Buffer> =>
  path === '-' ? process.stdin : createReadStream(path)
