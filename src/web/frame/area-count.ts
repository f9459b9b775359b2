import type { Language } from '../../records/language.ts'
import { areaCountOf } from '../../snapshot/areas-known.ts'

/** How many areas a list has: "9 områden"; in words of their own where nobody has read them. */
export function areaCountWords(list: Parameters<typeof areaCountOf>[0], lang: Language): string {
  const count = areaCountOf(list)
  if (count === null) return lang === 'sv' ? 'områdena är inte kända' : 'areas not known'
  if (lang === 'sv') return count === 1 ? '1 område' : `${count} områden`
  return count === 1 ? '1 area' : `${count} areas`
}
