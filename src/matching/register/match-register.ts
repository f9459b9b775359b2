import { readRows, separatorOf, textOf, UnreadableTable } from '../../sources/delimited/delimited-rows.ts'
import type { Row, RowBytes } from '../../sources/delimited/delimited-rows.ts'

/** The columns of a register, with the names that each may have. */
const names = {
  id: ['id', 'orgnr', 'organisationsnummer', 'company'],
  sni: ['sni', 'sni2007', 'nace', 'industry'],
  text: ['text', 'description', 'beskrivning', 'verksamhet', 'about'],
  place: ['municipality', 'kommun', 'place', 'plats', 'region', 'lan', 'län'],
} as const
export type Column = keyof typeof names

/** The format of a register, read from its header. */
export interface RegisterForm {
  separator: string
  /** The number of cells in a row. */
  width: number
  /** The index of each column that is read. */
  columns: Partial<Record<Column, number>>
}

/** Reads the format from the header row; `named` is the separator from a `sep=` line, if there was one. */
export function readForm({ bytes, firstLine }: RowBytes, named?: string): RegisterForm {
  const header = textOf({ bytes, firstLine })
  const separator = named ?? separatorOf(header)
  const cells = readRows(header, { separator, firstLine })[0]?.cells ?? []
  const columns: RegisterForm['columns'] = {}
  cells.forEach((cell, at) => {
    const name = cell.toLowerCase()
    for (const column of Object.keys(names) as Column[])
      if ((names[column] as readonly string[]).includes(name)) columns[column] ??= at
  })
  if (columns.text === undefined && columns.sni === undefined) {
    const shown = cells.join(', ').slice(0, 120)
    throw new UnreadableTable({
      sv: `Rubrikraden är «${shown}». Det behövs en kolumn text eller sni; id och kommun är också till nytta.`,
      en: `The header is «${shown}». It needs a column text or sni; id and municipality are of use too.`,
    })
  }
  return { separator, width: cells.length, columns }
}

/** The error for a row with another number of cells than the header. */
export const wrongWidth = ({ cells, line }: Row, { width, separator }: RegisterForm): UnreadableTable => {
  const shown = separator === '\t' ? 'tab' : `«${separator}»`
  return new UnreadableTable({
    sv: `Rad ${line} har ${cells.length} celler, rubrikraden ${width}. Skiljetecknet är ${shown}; står det i en text ska texten stå inom citattecken.`,
    en: `Line ${line} has ${cells.length} cells, the header ${width}. The separator is ${shown}; a text with it must be in quotes.`,
  })
}
