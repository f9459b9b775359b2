import type { Language } from '../../records/language.ts'
import type { PageAddress } from './page-address.ts'
import { timeQueryNames } from './paths.ts'

export const otherLanguage = (lang: Language): Language => (lang === 'sv' ? 'en' : 'sv')

/**
 * The query of a page, as the same page in the other language understands it: `tema=mat&q=skog` becomes
 * `theme=mat&q=skog`. Names that the page does not declare stay as they are. The two times are left out: `Paths` adds them.
 */
export function queryInOtherLanguage(
  { query: fields = {} }: Pick<PageAddress, 'query'>,
  { query, from }: { query: URLSearchParams; from: Language },
): Record<string, string[]> {
  const to = otherLanguage(from)
  const byName = new Map(Object.values(fields).map((field) => [field[from], field]))
  const translated = new Map<string, string[]>()
  for (const [name, value] of query) {
    if (timeNames.has(name)) continue
    const field = byName.get(name)
    const word = Object.values(field?.words ?? {}).find((names) => names[from] === value)
    const other = field?.[to] ?? name
    translated.set(other, [...(translated.get(other) ?? []), word?.[to] ?? value])
  }
  return Object.fromEntries(translated)
}

const timeNames: ReadonlySet<string> = new Set(Object.values(timeQueryNames).flatMap((names) => Object.values(names)))
