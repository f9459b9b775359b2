import type { DeckLine } from './deck-draft.ts'
import { namesAreas, readTableHead } from './deck-headings.ts'
import { leaveRegion, loseWay, notUnderstood, recognise } from './deck-reading.ts'
import type { Reading } from './deck-reading.ts'
import { deckReasons } from './deck-words.ts'
import { addDetail, placeArea, placeInlineAreas } from './place-item.ts'
import { openRegion } from './place-heading.ts'
import { readInlineList } from './region-names.ts'
import type { RegionMatch } from './region-names.ts'

/** Rows of cells, each with its lines in order; a cell may be empty. */
type Grid = DeckLine[][][]

/** Places a table whose rows or columns are of regions, or of areas with remarks on them; false for any other. */
export function placeTable(reading: Reading, lines: readonly DeckLine[]): boolean {
  const isGuess = lines.some(({ cell }) => cell!.isGuess)
  const grid = mergeBrokenNames(reading, gridOf(lines))
  const isByColumns = isHeadedByRegions(reading, grid)
  const regionColumn = isByColumns ? null : findRegionColumn(reading, grid, isGuess)
  if (regionColumn !== null) placeRows(reading, grid, regionColumn)
  else if (isByColumns && !isGuess) placeRows(reading, transpose(grid), 0)
  else if (!isGuess && reading.region && grid[0]!.every((cell) => cell.length === 0 || readTableHead(textOf(cell))))
    return placeAreaTable(reading, grid)
  else return false
  leaveRegion(reading, null)
  return true
}

function gridOf(lines: readonly DeckLine[]): Grid {
  const columnCount = Math.max(...lines.map(({ cell }) => cell!.column)) + 1
  const rowCount = Math.max(...lines.map(({ cell }) => cell!.row)) + 1
  const grid = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, (): DeckLine[] => []))
  for (const line of lines) grid[line.cell!.row]![line.cell!.column]!.push(line)
  return grid.filter((row) => row.some((cell) => cell.length > 0))
}

const transpose = (grid: Grid): Grid => grid[0]!.map((_, column) => grid.map((row) => row[column]!))

const textOf = (cell: readonly DeckLine[]): string => cell.map(({ text }) => text).join(' ')

function regionIn(reading: Reading, cell: readonly DeckLine[]): RegionMatch | null {
  return cell.length === 0 ? null : reading.readRegion(textOf(cell), { isSure: true, mayHaveMore: true, isTitle: true })
}

/** A name broken over two lines of a guessed table ("Västra", "Götaland") is one cell. */
function mergeBrokenNames(reading: Reading, grid: Grid): Grid {
  const merged: Grid = []
  for (const row of grid) {
    const above = merged.at(-1)
    const first = row[0]!
    const isGuess = first.length > 0 && above !== undefined && above[0]!.length > 0 && first[0]!.cell!.isGuess === true
    const own = isGuess ? regionIn(reading, first) : null
    const isRest = isGuess && (own === null || own.isMisspelt)
    if (isRest && regionIn(reading, [...above[0]!, ...first])) row.forEach((cell, column) => above[column]!.push(...cell))
    else merged.push(row.map((cell) => [...cell]))
  }
  return merged
}

/** The column whose cells are regions: all of them under the head where the table is a guess, most where it is certain. */
function findRegionColumn(reading: Reading, grid: Grid, isGuess: boolean): number | null {
  const count = grid[0]!.length
  if (count < 2) return null
  for (let column = 0; column < count; column++) {
    const cells = grid.map((row) => row[column]!).filter((cell) => cell.length > 0)
    const hasHead = cells.length > 1 && !regionIn(reading, cells[0]!)
    const body = hasHead ? cells.slice(1) : cells
    const regions = body.filter((cell) => regionIn(reading, cell)).length
    const isMarked = body.some((cell) => cell.some(({ isBullet }) => isBullet === true))
    if (regions > 0 && !isMarked && regions >= (isGuess ? body.length : body.length / 2)) return column
  }
  return null
}

/** Regions side by side in the first row; where the table is a guess, its columns are read one by one in any case. */
function isHeadedByRegions(reading: Reading, [head]: Grid): boolean {
  const cells = head!.filter((cell) => cell.length > 0)
  return cells.length > 1 && cells.every((cell) => regionIn(reading, cell))
}

function placeRows(reading: Reading, grid: Grid, regionColumn: number): void {
  const [first] = grid
  const head = first && !regionIn(reading, first[regionColumn]!) && grid.length > 1 ? first : null
  for (const line of head?.flat() ?? []) recognise(reading, line, 'tableHead')
  const isOfAreas = areaColumns(head, { regionColumn, count: first?.length ?? 0 })
  leaveRegion(reading, deckReasons.noRegion)
  for (const row of head ? grid.slice(1) : grid) placeRow(reading, row, { regionColumn, isOfAreas })
}

/** The columns of areas: those with such a head, else all but the regions'. */
function areaColumns(
  head: DeckLine[][] | null,
  { regionColumn, count }: { regionColumn: number; count: number },
): (column: number) => boolean {
  const named = Array.from({ length: count }, (_, column) => column).filter(
    (column) => column !== regionColumn && head && namesAreas(textOf(head[column]!)),
  )
  return named.length > 0 ? (column) => named.includes(column) : () => true
}

function placeRow(
  reading: Reading,
  row: DeckLine[][],
  { regionColumn, isOfAreas }: { regionColumn: number; isOfAreas: (column: number) => boolean },
): void {
  const [name, ...rest] = row[regionColumn]!
  if (name) {
    const match = regionIn(reading, row[regionColumn]!)
    if (match) openRegion(reading, { ...name, text: textOf(row[regionColumn]!) }, match)
    else loseWay(reading, name, deckReasons.unknownHeading, deckReasons.underUnknownHeading)
    if (match?.list) placeInlineAreas(reading, name, match.list)
    for (const line of rest) recognise(reading, line, 'repeated')
  }
  row.forEach((cell, column) => {
    if (column !== regionColumn) placeCell(reading, cell, isOfAreas(column))
  })
}

function placeCell(reading: Reading, cell: readonly DeckLine[], isOfAreas: boolean): void {
  const { region } = reading
  for (const line of cell) {
    if (!region) notUnderstood(reading, line, reading.lost ?? deckReasons.noRegion)
    else if (!isOfAreas) notUnderstood(reading, line, deckReasons.otherColumn)
    else if (!/[\p{L}\p{N}]/u.test(line.text)) recognise(reading, line, 'decoration')
    else if (line.level && reading.area) addDetail(reading, line, 'subItem')
    else placeCellLine(reading, line, isLoneList(cell))
  }
}

/** One line of several names that each begin with a capital, or have semicolons between, is a list. */
function isLoneList([line, ...others]: readonly DeckLine[]): boolean {
  if (!line || others.length > 0) return false
  const parts = readInlineList(line.text)
  return line.text.includes(';') || (parts.length > 1 && parts.every((part) => /^\p{Lu}/u.test(part)))
}

function placeCellLine(reading: Reading, line: DeckLine, isList: boolean): void {
  const region = reading.region!
  if (!isList) return placeArea(reading, line, region)
  const [first, ...others] = readInlineList(line.text)
  if (first) placeArea(reading, { ...line, text: first }, region)
  if (others.length > 0) placeInlineAreas(reading, line, others.join(';'))
}

/** On a region's own slide: a head, areas in one column, and remarks on them in the others. */
function placeAreaTable(reading: Reading, grid: Grid): boolean {
  const [head, ...rows] = grid
  const region = reading.region!
  for (const line of head!.flat()) recognise(reading, line, 'tableHead')
  const areaColumn = Math.max(
    0,
    head!.findIndex((cell) => namesAreas(textOf(cell))),
  )
  for (const row of rows) {
    for (const line of row[areaColumn]!) placeArea(reading, line, region)
    const others = row.filter((_, column) => column !== areaColumn).flat()
    for (const line of others) {
      if (reading.area) addDetail(reading, line, 'description')
      else notUnderstood(reading, line, deckReasons.otherColumn)
    }
  }
  return true
}
