import { isRole } from '../records/confirming-roles.ts'
import { findPersonalNumber } from '../records/personal-number.ts'
import type { NewVersion, RecordKind } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'

/** What is wrong with a field, and how to mend it. */
export interface ContentFault {
  field: string
  words: LocalText
}

/** Kinds whose texts people write freely in the workbench. All of it is public. */
const writtenFreely: ReadonlySet<RecordKind> = new Set<RecordKind>([
  'wish',
  'wishAsker',
  'wishAnswer',
  'bridgeVerdict',
  'finding',
])

/** A personal identity number in what becomes public, or a person where a role should be; null when there is neither. */
export function findPersonIn({ kind, body }: NewVersion): ContentFault | null {
  if (!writtenFreely.has(kind)) return null
  for (const [field, text] of textsIn(body)) {
    const number = findPersonalNumber(text)
    if (number) return { field, words: numberWords(number) }
  }
  const role = 'ownerRole' in body ? body.ownerRole : null
  return role === null || isRole(role) ? null : { field: 'ownerRole', words: roleWords(role) }
}

function textsIn(value: unknown, path = ''): [field: string, text: string][] {
  // A fingerprint is made of digits by the program; nobody writes one.
  if (path === 'fingerprint' || path === 'nearFingerprints') return []
  if (typeof value === 'string') return [[path, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, path === '' ? name : `${path}.${name}`))
}

const numberWords = (number: string): LocalText => ({
  sv: `”${number}” ser ut som ett personnummer. Det som skrivs här blir offentligt; ta bort numret.`,
  en: `“${number}” looks like a personal identity number. What is written here becomes public; take the number out.`,
})

const roleWords = (role: string): LocalText => ({
  sv: `”${role}” är ingen roll, eller har en persons namn i sig. Skriv roll och organisation, till exempel ”handläggare, Tillväxtverket”.`,
  en: `“${role}” is no role, or has a person’s name in it. Write role and organisation, for example “officer, Tillväxtverket”.`,
})
