import { readRows, separatorOf, textOf, UnreadableTable } from '../../sources/delimited/delimited-rows.ts'
import type { Row, RowBytes } from '../../sources/delimited/delimited-rows.ts'
import { columnNameOf, findColumns } from './register-columns.ts'
import type { Column, IndustryEdition, RegisterColumns } from './register-columns.ts'

/** The format of a register, read from its header. */
export interface RegisterForm {
  separator: string
  /** The number of cells in a row. */
  width: number
  columns: RegisterColumns
}

/** What a person says about the columns, where their names do not tell. */
export interface NamedColumns {
  names: Partial<Record<Column, string>>
  edition: IndustryEdition | null
}

const nothingNamed: NamedColumns = { names: {}, edition: null }

interface HeaderOptions {
  /** The separator from a `sep=` line, if there was one. */
  separator?: string | undefined
  named?: NamedColumns | undefined
}

/**
 * Reads the format from the header row.
 * @throws UnreadableTable where there is neither a text nor a code, where a named column is missing, or where it is no text
 */
export function readForm(header: RowBytes, { separator: told, named = nothingNamed }: HeaderOptions = {}): RegisterForm {
  refuseSpreadsheet(header)
  const text = textOf(header)
  const separator = told ?? separatorOf(text)
  const cells = readRows(text, { separator, firstLine: header.firstLine })[0]?.cells ?? []
  const columns = withNamed(findColumns(cells), { cells, named })
  if (columns.text === null && columns.sni.length === 0) {
    const shown = cells.join(', ').slice(0, 120)
    throw new UnreadableTable({
      sv: `Rubrikraden är «${shown}». Det behövs en kolumn text eller sni; id och kommun är också till nytta. Heter de annat, ange --text, --sni, --id, --place.`,
      en: `The header is «${shown}». It needs a column text or sni; id and municipality are of use too. If they have other names, give --text, --sni, --id, --place.`,
    })
  }
  return { separator, width: cells.length, columns }
}

function withNamed(
  found: RegisterColumns,
  { cells, named: { names, edition } }: { cells: readonly string[]; named: NamedColumns },
): RegisterColumns {
  const at = (column: Column): number | null => (names[column] === undefined ? null : indexOf(names[column], cells))
  const sni = at('sni')
  const industries = sni === null ? found.sni : [{ at: sni, edition: found.sni.find((one) => one.at === sni)?.edition ?? null }]
  return {
    id: at('id') ?? found.id,
    text: at('text') ?? found.text,
    place: at('place') ?? found.place,
    sni: industries.map((one) => ({ ...one, edition: one.edition ?? edition })),
  }
}

function indexOf(name: string, cells: readonly string[]): number {
  const exact = cells.indexOf(name.trim())
  const found = exact === -1 ? cells.findIndex((cell) => columnNameOf(cell) === columnNameOf(name)) : exact
  if (found !== -1) return found
  const shown = cells.join(', ').slice(0, 200)
  throw new UnreadableTable({
    sv: `Det finns ingen kolumn «${name}». Rubrikraden är «${shown}».`,
    en: `There is no column «${name}». The header is «${shown}».`,
  })
}

/** A workbook or archive begins with PK; other files that are no text have a zero byte early. */
function refuseSpreadsheet({ bytes }: RowBytes): void {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! < 9
  if (!isArchive && !bytes.includes(0)) return
  throw new UnreadableTable({
    sv: 'Filen är ett kalkylblad eller ett arkiv, ingen text. Spara bladet som CSV och försök igen.',
    en: 'The file is a workbook or an archive, not text. Save the sheet as CSV and try again.',
  })
}

/** The error for a row with another number of cells than the header. */
export const wrongWidth = ({ cells, line }: Row, { width, separator }: RegisterForm): UnreadableTable => {
  const shown = separator === '\t' ? 'tab' : `«${separator}»`
  return new UnreadableTable({
    sv: `Rad ${line} har ${cells.length} celler, rubrikraden ${width}. Skiljetecknet är ${shown}; finns det i en text ska texten ha citattecken omkring sig.`,
    en: `Line ${line} has ${cells.length} cells, the header ${width}. The separator is ${shown}; a text with it must be in quotes.`,
  })
}
