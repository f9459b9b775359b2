/** A parsed row, with the file and the line it was read from. */
export interface PlacedRow {
  file: string
  line: number
  row: Record<string, unknown>
}
