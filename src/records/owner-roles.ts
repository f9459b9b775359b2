import { accountRoleLabels } from './account-roles.ts'
import { confirmingRoles } from './confirming-roles.ts'
import type { Language } from './language.ts'
import type { LocalText } from './shared-fields.ts'

/** The roles that most often own a matter, for a writer to choose from. */
export const ownerRoles: readonly LocalText[] = [
  { sv: 'handläggare', en: 'officer' },
  { sv: 'enhetschef', en: 'head of unit' },
  { sv: 'programansvarig', en: 'programme manager' },
  { sv: 'samordnare', en: 'coordinator' },
  { sv: 'analytiker', en: 'analyst' },
  ...confirmingRoles,
  ...Object.values(accountRoleLabels),
]

/** A role and organisation as two texts: the role in the reader's language where it is listed, the organisation's name as written. */
export interface ReadRole {
  role: string
  /** Null when the text has no comma. */
  organisation: string | null
  /** The role is one of the listed, so that it is in the reader's language. */
  isListed: boolean
}

/** A stored “role, organisation” for a reader. */
export function ownerRoleIn(stored: string, lang: Language): ReadRole {
  const { role, organisation } = inTwo(stored)
  const listed = findRole(role)
  return { role: listed?.[lang] ?? role, organisation, isListed: listed !== undefined }
}

/** What is stored of a “role, organisation” that was written in either language: a listed role in Swedish, all else as written. */
export function storedOwnerRole(written: string): string {
  const { role, organisation } = inTwo(written.trim())
  return [findRole(role)?.sv ?? role, ...(organisation === null ? [] : [organisation])].join(', ')
}

function inTwo(text: string): { role: string; organisation: string | null } {
  const at = text.indexOf(',')
  return at < 0 ? { role: text, organisation: null } : { role: text.slice(0, at).trim(), organisation: text.slice(at + 1).trim() }
}

function findRole(role: string): LocalText | undefined {
  const asked = role.toLowerCase()
  return ownerRoles.find(({ sv, en }) => sv === asked || en === asked)
}
