import type { Cube, CubeDimension } from '../../records/cube.ts'

const same = (text: string) => ({ sv: text, en: text })

/** A made-up table of counts; null is a cell that the publisher does not show. */
export function madeUpCube({
  dimensions,
  valueAt,
  header = {},
}: {
  dimensions: readonly CubeDimension[]
  valueAt: (codes: readonly string[]) => number | null
  header?: Partial<Cube>
}): Cube {
  const cells = dimensions.reduce<string[][]>((all, { codes }) => all.flatMap((own) => codes.map((code) => [...own, code])), [[]])
  const values = cells.map(valueAt)
  return {
    table: 'made-up',
    title: same('Påhittat'),
    counted: same('Påhittade anställda'),
    unit: same('personer'),
    numberKind: 'count',
    countsPerUnit: 1,
    roundedTo: null,
    publisher: 'Ingen',
    publisherTable: 'X1',
    origin: 'a test',
    licence: 'CC0 1.0',
    attribution: same('Källa: ingen'),
    sourceId: null,
    vintage: '2026-01-01',
    level: 'county',
    breaks: [],
    caveats: [],
    symbols: [{ symbol: '..', meaning: same('visas inte'), isMissing: true }],
    dimensions,
    values: Int32Array.from(values, (value) => value ?? 0),
    statuses: values.includes(null) ? Uint8Array.from(values, (value) => (value === null ? 1 : 0)) : null,
    ...header,
  }
}
