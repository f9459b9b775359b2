import { columns } from '../../../shapes/priority-table.ts'
import type { TableChoice } from '../../../shapes/priority-table.ts'
import type { Language } from '../../../records/language.ts'

/** Query names in each language. */
export const tableQuery = {
  sv: {
    text: 'q',
    region: 'region',
    theme: 'tema',
    period: 'period',
    inForce: 'galler',
    sort: 'sortera',
    inForceWords: { all: 'alla' },
  },
  en: {
    text: 'q',
    region: 'region',
    theme: 'theme',
    period: 'period',
    inForce: 'holds',
    sort: 'sort',
    inForceWords: { all: 'all' },
  },
} as const

export function readTableChoice(query: URLSearchParams, lang: Language): TableChoice {
  const names = tableQuery[lang]
  const sort = query.get(names.sort) ?? 'owner'
  const column = columns.find((name) => name === sort.replace(/^-/, '')) ?? 'owner'
  const read = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  return {
    text: read(names.text),
    region: read(names.region),
    theme: read(names.theme),
    period: read(names.period),
    onlyInForce: query.get(names.inForce) !== names.inForceWords.all,
    sort: column,
    isDescending: sort.startsWith('-'),
  }
}
