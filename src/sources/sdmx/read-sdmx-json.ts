import { checkedCells, checkedCode, shortText, unreadable } from '../cubes/file-table.ts'
import type { FileDimension, FileTable } from '../cubes/file-table.ts'
import { isObject, own, parseJson, textOrNull } from '../cubes/json-text.ts'
import type { JsonObject } from '../cubes/json-text.ts'
import { absent, SymbolList } from '../cubes/symbol-list.ts'

/** Whether JSON is an SDMX data message of version 1 or 2. */
export const isSdmxJson = (json: unknown): boolean =>
  Array.isArray(own(json, 'dataSets')) || Array.isArray(own(own(json, 'data'), 'dataSets'))

/** A table in SDMX-JSON 1.0 or 2.0. @throws ExpectedError in plain words */
export const readSdmxJson = (bytes: Uint8Array): FileTable => sdmxJsonTable(parseJson(bytes))

const kinds = ['dataSet', 'series', 'observation'] as const
type Kind = (typeof kinds)[number]

/** The same of JSON that is parsed already. */
export function sdmxJsonTable(json: unknown): FileTable {
  const message = own(json, 'data') ?? json
  const sets = listOf(own(message, 'dataSets'))
  if (sets.length === 0)
    throw unreadable('Filen har inga «dataSets», alltså inga tal.', 'The file has no «dataSets», so no numbers.')
  const structures = listOf(own(message, 'structures'))
  const structure = structures[Number(own(sets[0], 'structure') ?? 0)] ?? own(message, 'structure')
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, listOf(own(own(structure, 'dimensions'), kind))])) as Record<
    Kind,
    unknown[]
  >
  const dimensions = kinds.flatMap((kind) => byKind[kind].map(dimensionOf))
  const sizes = dimensions.map(({ codes }) => codes.length)
  const cells = checkedCells(sizes)
  const places = new Places({ counts: kinds.map((kind) => byKind[kind].length), sizes })
  return {
    format: 'sdmx-json',
    title: nameOf(structure),
    source:
      textOrNull(own(own(own(json, 'meta') ?? own(json, 'header'), 'sender'), 'name')) ??
      textOrNull(own(own(own(json, 'meta') ?? own(json, 'header'), 'sender'), 'id')),
    publisherTable: textOrNull(own(structure, 'id')),
    updated: textOrNull(own(own(json, 'meta') ?? own(json, 'header'), 'prepared')),
    unit: null,
    licence: null,
    notes: [],
    dimensions,
    ...readSets(sets, { cells, places, statusOf: statusReader(structure) }),
    notices: [],
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const nameOf = (one: unknown): string | null => {
  const name =
    textOrNull(own(one, 'name')) ?? textOrNull(own(own(one, 'names'), 'sv')) ?? textOrNull(own(own(one, 'names'), 'en'))
  return name === null ? null : shortText(name)
}

function dimensionOf(written: unknown): FileDimension {
  const id = checkedCode(textOrNull(own(written, 'id')) ?? '')
  const values = listOf(own(written, 'values'))
  if (id === '' || values.length === 0)
    throw unreadable(`Dimensionen «${id}» har inga koder.`, `The dimension «${id}» has no codes.`)
  const codes = values.map((value) =>
    checkedCode(textOrNull(own(value, 'id')) ?? textOrNull(own(value, 'value')) ?? textOrNull(own(value, 'name')) ?? ''),
  )
  if (new Set(codes).size !== codes.length)
    throw unreadable(`Dimensionen «${id}» har en kod två gånger.`, `The dimension «${id}» has a code twice.`)
  const isTime =
    id.toUpperCase() === 'TIME_PERIOD' || listOf(own(written, 'roles')).includes('time') || own(written, 'role') === 'time'
  return {
    id,
    label: nameOf(written) ?? id,
    codes,
    labels: values.map((value, at) => nameOf(value) ?? codes[at]!),
    role: isTime ? 'time' : null,
  }
}

/** Turns keys such as `0:3` into places among the cells. */
class Places {
  readonly #sizes: readonly number[]
  readonly #counts: readonly number[]
  readonly #strides: number[]

  constructor({ counts, sizes }: { counts: readonly number[]; sizes: readonly number[] }) {
    this.#counts = counts
    this.#sizes = sizes
    this.#strides = sizes.map((_, at) => sizes.slice(at + 1).reduce((product, size) => product * size, 1))
  }

  /** @throws ExpectedError for a key with too many or too few positions, or one that is outside */
  of(key: string, kind: number): number {
    const first = this.#counts.slice(0, kind).reduce((sum, count) => sum + count, 0)
    const count = this.#counts[kind]!
    const positions = count === 0 ? [] : key.split(':')
    let place = 0
    for (let at = 0; at < Math.max(count, positions.length); at++) {
      const position = Number(positions[at])
      if (at >= count || !/^\d+$/.test(positions[at] ?? '') || position >= this.#sizes[first + at]!)
        throw unreadable(
          `Nyckeln «${key.slice(0, 60)}» pekar utanför dimensionerna.`,
          `The key «${key.slice(0, 60)}» points outside the dimensions.`,
        )
      place += position * this.#strides[first + at]!
    }
    return place
  }
}

/** The status among an observation's attributes; null when there is none. */
function statusReader(structure: unknown): (cell: readonly unknown[]) => string | null {
  const attributes = listOf(own(own(structure, 'attributes'), 'observation'))
  const at = attributes.findIndex((one) => /^OBS_(?:STATUS|FLAG)$/i.test(String(own(one, 'id'))))
  if (at < 0) return () => null
  const values = listOf(own(attributes[at], 'values'))
  return (cell) => {
    const position = cell[1 + at]
    return typeof position === 'number' ? textOrNull(own(values[position], 'id')) : typeof position === 'string' ? position : null
  }
}

interface Reading {
  cells: number
  places: Places
  statusOf: (cell: readonly unknown[]) => string | null
}

function readSets(
  sets: readonly unknown[],
  { cells, places, statusOf }: Reading,
): Pick<FileTable, 'values' | 'statuses' | 'symbols'> {
  const symbols = new SymbolList()
  const values = new Float64Array(cells).fill(NaN)
  const statuses = new Uint8Array(cells).fill(symbols.statusOf(absent, true))
  const seen = new Uint8Array(cells)
  const observe = (base: number, observations: JsonObject) => {
    for (const key in observations) {
      const cell = observations[key]
      const place = base + places.of(key, 2)
      if (!Array.isArray(cell)) throw unreadable(`Observationen «${key}» är ingen lista.`, `The observation «${key}» is no list.`)
      if (seen[place]) throw unreadable(`Observationen «${key}» finns två gånger.`, `The observation «${key}» is there twice.`)
      seen[place] = 1
      const value = typeof cell[0] === 'string' && cell[0].trim() !== '' ? Number(cell[0]) : cell[0]
      if (value !== null && value !== undefined && typeof value !== 'number')
        throw unreadable(`Observationen «${key}» är inget tal.`, `The observation «${key}» is no number.`)
      const number = typeof value === 'number' ? value : NaN
      const status = statusOf(cell)
      values[place] = number
      statuses[place] = status !== null ? symbols.statusOf(status, Number.isNaN(number)) : Number.isNaN(number) ? 1 : 0
    }
  }
  for (const set of sets) {
    const series = own(set, 'series')
    if (isObject(series)) for (const key in series) observe(places.of(key, 1), observationsOf(series[key]))
    else observe(0, observationsOf(set))
  }
  return { values, statuses: statuses.some((status) => status > 0) ? statuses : null, symbols: symbols.symbols }
}

function observationsOf(one: unknown): JsonObject {
  const observations = own(one, 'observations')
  if (!isObject(observations)) throw unreadable('«observations» saknas.', '«observations» are missing.')
  return observations
}
