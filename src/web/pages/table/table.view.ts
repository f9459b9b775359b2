import { columns } from '../../../shapes/priority-table.ts'
import type { TableChoice } from '../../../shapes/priority-table.ts'
import type { Language } from '../../../records/language.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { tableAddress } from './table.address.ts'

export function readTableChoice(query: URLSearchParams, lang: Language): TableChoice {
  const names = namesIn(tableAddress, lang)
  const sort = query.get(names.sort) ?? 'owner'
  const column = columns.find((name) => name === sort.replace(/^-/, '')) ?? 'owner'
  const read = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  return {
    text: read(names.text),
    region: read(names.region),
    theme: read(names.theme),
    period: read(names.period),
    onlyInForce: query.get(names.inForce) !== wordsIn(tableAddress.query.inForce, lang).all,
    sort: column,
    isDescending: sort.startsWith('-'),
  }
}
