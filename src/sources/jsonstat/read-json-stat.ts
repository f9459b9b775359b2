import type { DimensionRole } from '../../records/cube.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { checkedCells, checkedCode, shortText, unreadable } from '../cubes/file-table.ts'
import type { FileDimension, FileTable } from '../cubes/file-table.ts'
import { isObject, own, parseJson, textOrNull } from '../cubes/json-text.ts'
import type { JsonObject } from '../cubes/json-text.ts'
import { readCells } from './json-stat-cells.ts'

/** A table in JSON-stat 1.x or 2.0 (https://json-stat.org/full/). @throws ExpectedError in plain words */
export const readJsonStat = (bytes: Uint8Array): FileTable => jsonStatTable(parseJson(bytes))

/** Whether JSON is JSON-stat of any version. */
export function isJsonStat(json: unknown): boolean {
  if (!isObject(json)) return false
  if (json['class'] === 'dataset' || json['class'] === 'collection' || json['class'] === 'dimension') return true
  return isObject(own(json, 'dimension')) || datasetsIn(json).length > 0
}

/** The same of JSON that is parsed already. */
export function jsonStatTable(json: unknown): FileTable {
  const { dataset, notices } = datasetOf(json)
  const dimension = own(dataset, 'dimension')
  const inside = isObject(dimension) ? dimension : {}
  // In 1.x the list of dimensions, their sizes and roles are among the dimensions.
  const ids = own(dataset, 'id') ?? own(inside, 'id')
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string'))
    throw unreadable('«id», listan över dimensioner, saknas i filen.', 'The list of dimensions, «id», is missing in the file.')
  if (new Set(ids).size !== ids.length) throw unreadable('En dimension nämns två gånger i «id».', '«id» names a dimension twice.')
  const sizes = sizesOf(own(dataset, 'size') ?? own(inside, 'size'), ids.length)
  const cells = checkedCells(sizes)
  const roles = rolesOf(own(dataset, 'role') ?? own(inside, 'role'))
  const dimensions = ids.map((id, at) =>
    dimensionOf(checkedCode(id), { written: own(inside, id), size: sizes[at]!, role: roles.get(id) ?? null }),
  )
  return {
    format: 'json-stat',
    title: textOrNull(own(dataset, 'label')),
    source: textOrNull(own(dataset, 'source')),
    publisherTable:
      textOrNull(own(own(own(dataset, 'extension'), 'px'), 'tableid')) ?? textOrNull(own(own(dataset, 'extension'), 'id')),
    updated: textOrNull(own(dataset, 'updated')),
    unit: unitOf(inside, dimensions),
    licence: null,
    notes: notesOf(own(dataset, 'note')),
    dimensions,
    ...readCells(own(dataset, 'value'), own(dataset, 'status'), cells),
    notices,
  }
}

const datasetsIn = (json: JsonObject): [string, JsonObject][] =>
  Object.entries(json).filter(
    (entry): entry is [string, JsonObject] =>
      isObject(entry[1]) && isObject(own(entry[1], 'dimension')) && own(entry[1], 'value') !== undefined,
  )

function datasetOf(json: unknown): { dataset: JsonObject; notices: LocalText[] } {
  if (!isObject(json)) throw unreadable('Filen är JSON men ingen tabell.', 'The file is JSON but no table.')
  const kind = own(json, 'class')
  if (kind === 'collection' || kind === 'dimension')
    throw unreadable(
      kind === 'collection'
        ? 'Filen är en förteckning över tabeller, inte en tabell. Hämta en av dem.'
        : 'Filen är en dimension utan tal. Hämta hela tabellen.',
      kind === 'collection'
        ? 'The file is a list of tables, not a table. Fetch one of them.'
        : 'The file is a dimension without numbers. Fetch the whole table.',
    )
  if (isObject(own(json, 'dimension'))) return { dataset: json, notices: [] }
  const sets = datasetsIn(json)
  if (sets.length === 0)
    throw unreadable(
      'Filen är JSON men ingen JSON-stat-tabell: «dimension» eller «value» saknas.',
      'The file is JSON but no JSON-stat table: «dimension» or «value» is missing.',
    )
  const names = sets.map(([name]) => name).join(', ')
  const notices =
    sets.length === 1
      ? []
      : [
          {
            sv: `Filen har ${sets.length} tabeller (${names}); den första lästes.`,
            en: `The file has ${sets.length} tables (${names}); the first was read.`,
          },
        ]
  return { dataset: sets[0]![1], notices }
}

function sizesOf(written: unknown, count: number): number[] {
  if (!Array.isArray(written) || written.length !== count)
    throw unreadable(
      `«size» ska ha ett tal för var och en av de ${count} dimensionerna.`,
      `«size» must have a number for each of the ${count} dimensions.`,
    )
  // Some writers of 1.x put sizes in quotes.
  return written.map((size) => (typeof size === 'string' && /^\d{1,9}$/.test(size) ? Number(size) : (size as number)))
}

const roleNames: Record<string, DimensionRole> = { time: 'time', geo: 'region', metric: 'measure' }

function rolesOf(written: unknown): Map<string, DimensionRole> {
  const roles = new Map<string, DimensionRole>()
  for (const [name, role] of Object.entries(roleNames)) {
    const ids = own(written, name)
    if (Array.isArray(ids)) for (const id of ids) if (typeof id === 'string') roles.set(id, role)
  }
  return roles
}

function dimensionOf(
  id: string,
  { written, size, role }: { written: unknown; size: number; role: DimensionRole | null },
): FileDimension {
  const category = own(written, 'category')
  if (!isObject(category)) throw unreadable(`Dimensionen «${id}» saknar «category».`, `The dimension «${id}» has no «category».`)
  const labels = own(category, 'label')
  const codes = codesOf(id, { index: own(category, 'index'), labels, size }).map(checkedCode)
  const labelOf = (code: string) => textOrNull(own(labels, code)) ?? code
  return {
    id,
    label: shortText(textOrNull(own(written, 'label')) ?? id),
    codes,
    labels: codes.map((code) => shortText(labelOf(code))),
    role,
  }
}

function codesOf(id: string, { index, labels, size }: { index: unknown; labels: unknown; size: number }): string[] {
  const wrong = (sv: string, en: string) => unreadable(`Dimensionen «${id}»: ${sv}`, `The dimension «${id}»: ${en}`)
  if (Array.isArray(index)) {
    if (index.length !== size)
      throw wrong(`${index.length} koder men storleken ${size}.`, `${index.length} codes but the size ${size}.`)
    if (!index.every((code) => typeof code === 'string')) throw wrong('en kod är ingen text.', 'a code is no text.')
    if (new Set(index).size !== size) throw wrong('en kod finns två gånger.', 'a code is there twice.')
    return index
  }
  if (isObject(index)) {
    const entries = Object.entries(index)
    if (entries.length !== size)
      throw wrong(`${entries.length} koder men storleken ${size}.`, `${entries.length} codes but the size ${size}.`)
    const codes: (string | undefined)[] = Array.from({ length: size })
    for (const [code, place] of entries) {
      if (!Number.isInteger(place) || (place as number) < 0 || (place as number) >= size || codes[place as number] !== undefined)
        throw wrong(
          `koden «${code.slice(0, 40)}» har platsen ${String(place)}, som är upptagen eller utanför.`,
          `the code «${code.slice(0, 40)}» has the place ${String(place)}, which is taken or outside.`,
        )
      codes[place as number] = code
    }
    return codes as string[]
  }
  const only = isObject(labels) ? Object.keys(labels) : []
  if (index === undefined && size === 1 && only.length <= 1) return only.length === 1 ? only : [id]
  throw wrong('koderna («category.index») saknas.', 'the codes («category.index») are missing.')
}

/** The unit where every measure has the same. */
function unitOf(inside: JsonObject, dimensions: readonly FileDimension[]): string | null {
  const units = dimensions.flatMap(({ id, codes }) => {
    const unit = own(own(own(inside, id), 'category'), 'unit')
    return isObject(unit)
      ? codes.map((code) => textOrNull(own(own(unit, code), 'base')) ?? textOrNull(own(own(unit, code), 'label')))
      : []
  })
  return new Set(units).size === 1 ? units[0]! : null
}

const notesOf = (written: unknown): string[] =>
  Array.isArray(written)
    ? written
        .filter((note): note is string => typeof note === 'string')
        .slice(0, 50)
        .map(shortText)
    : []
