import type { Language } from '../../../records/language.ts'
import type { AskedEvidence } from '../../../shapes/computed-evidence.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { evidenceAddress } from './evidence.address.ts'

/** What the page's query asks for, in the words of its language; null for a measure that there is none of. */
export function askedIn(query: URLSearchParams, lang: Language): AskedEvidence | null {
  const names = namesIn(evidenceAddress, lang)
  const [year, threshold, basis] = [query.get(names.year), query.get(names.threshold), query.get(names.basis)]
  const known = wordsIn(evidenceAddress.query.basis, lang)
  if (basis && !Object.values(known).includes(basis)) return null
  return {
    ...(year ? { year } : {}),
    ...(threshold ? { threshold: Number(threshold.replace(',', '.')) } : {}),
    ...(basis === known.quotient ? { basis: 'quotient' as const } : {}),
  }
}
