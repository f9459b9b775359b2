import type { CubeListing } from '../records/cube.ts'
import type { EvidenceSourceShape } from './evidence-shapes.ts'

/** Where figures come from, and for which years they are shown. */
export function evidenceSource({ id, header }: CubeListing, years: readonly string[]): EvidenceSourceShape {
  const { table, title, counted, unit, attribution, publisher, publisherTable, licence, vintage, sourceId, level } = header
  return {
    table,
    cubeId: id,
    title,
    counted,
    unit,
    attribution,
    publisher,
    publisherTable,
    licence,
    vintage,
    sourceId,
    firstYear: years[0]!,
    year: years.at(-1)!,
    level,
    breaks: header.breaks.filter(({ from }) => from <= years.at(-1)!).map(({ from, note }) => ({ from, note })),
    caveats: [...header.caveats],
  }
}

/** A number for an answer: null where it is missing or infinite. */
export const known = (value: number): number | null => (Number.isFinite(value) ? value : null)
