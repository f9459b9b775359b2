/** What a register is read for. */
export type Column = 'id' | 'sni' | 'text' | 'place'

/** The edition of the industry codes (SNI) in a column; null where the header does not tell. */
export const industryEditions = ['2007', '2025'] as const
export type IndustryEdition = (typeof industryEditions)[number]

/** An edition of SNI as it is written; null for anything else. */
export const readEdition = (written: string | null | undefined): IndustryEdition | null =>
  industryEditions.find((edition) => edition === written) ?? null

/** Where each kind of cell is, by index; several columns may have codes, the first counts most. */
export interface RegisterColumns {
  id: number | null
  text: number | null
  place: number | null
  sni: { at: number; edition: IndustryEdition | null }[]
}

/** Header names by their letters and digits alone, the best first. */
const names = {
  id: [
    'id',
    'orgnr',
    'organisationsnummer',
    'orgnummer',
    'peorgnr',
    'organisationsidentitet',
    'company',
    'companyid',
    'foretagsid',
  ],
  text: ['text', 'description', 'beskrivning', 'verksamhetsbeskrivning', 'verksamhet', 'huvudsakligverksamhet', 'about'],
  place: [
    'municipality',
    'kommun',
    'kommunnamn',
    'sateskommun',
    'place',
    'plats',
    'ort',
    'postort',
    'region',
    'lan',
    'sateslan',
    'kommunkod',
    'sateskommunkod',
    'municipalitycode',
    'lanskod',
    'sateslankod',
    'postadress',
  ],
} as const
const industryName = /^(?:sni|nace|bransch|naringsgren|industry|ng)(?:kod|code)?(2007|2025)?\d{0,2}(?:kod|code)?$/

/** Letters and digits in small letters without marks: `Bransch_1, kod` is `bransch1kod`, `Näringsgren` is `naringsgren`. */
export const columnNameOf = (cell: string): string =>
  cell
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Finds the columns by name. SCB has the name of an industry beside its code; where both are there, the code is read. */
export function findColumns(header: readonly string[]): RegisterColumns {
  const written = header.map(columnNameOf)
  const find = (column: 'id' | 'text' | 'place'): number | null => {
    const found = names[column].map((name) => written.indexOf(name)).find((at) => at !== -1)
    return found ?? null
  }
  const all = new Set(written)
  const sni = written.flatMap((name, at) => {
    const found = industryName.exec(name)
    if (!found || all.has(`${name}kod`)) return []
    return [{ at, edition: (found[1] as IndustryEdition | undefined) ?? null }]
  })
  return { id: find('id'), text: find('text'), place: find('place'), sni }
}
