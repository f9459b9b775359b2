import { isRole } from '../records/confirming-roles.ts'
import { findPersonalNumber } from '../records/personal-number.ts'
import type { NewVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { textsIn } from './texts-in.ts'

/** What is wrong with a field, and how to mend it. */
export interface ContentFault {
  field: string
  words: LocalText
}

/** A personal identity number in what becomes public, or a person where a role should be; null when there is neither. */
export function findPersonIn({ body, changeNote }: NewVersion): ContentFault | null {
  for (const [field, text] of textsIn({ ...body, changeNote })) {
    if (isAddress(text)) continue
    const number = findPersonalNumber(text)
    if (number) return { field, words: numberWords(number) }
  }
  const role = 'ownerRole' in body ? body.ownerRole : null
  return role === null || isRole(role) ? null : { field: 'ownerRole', words: roleWords(role) }
}

/** Addresses and names of records are made of digits of many kinds, and are not where people write of people. */
const isAddress = (text: string): boolean => /^(?:https?:\/\/\S+|[a-z0-9-]+)$/.test(text) && !/^\d[\d-]+$/.test(text)

const numberWords = (number: string): LocalText => ({
  sv: `”${number}” ser ut som ett personnummer. Det som skrivs här blir offentligt; ta bort numret.`,
  en: `“${number}” looks like a personal identity number. What is written here becomes public; take the number out.`,
})

const roleWords = (role: string): LocalText => ({
  sv: `”${role}” är ingen roll, eller har en persons namn i sig. Skriv roll och organisation, till exempel ”handläggare, Tillväxtverket”.`,
  en: `“${role}” is no role, or has a person’s name in it. Write role and organisation, for example “officer, Tillväxtverket”.`,
})
