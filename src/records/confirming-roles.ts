import type { Language } from './language.ts'
import type { LocalText } from './shared-fields.ts'

/** The roles that most often confirm a region's list, for a writer to choose from. */
export const confirmingRoles: readonly LocalText[] = [
  { sv: 'regionutvecklingsdirektör', en: 'director of regional development' },
  { sv: 'strateg för smart specialisering', en: 'smart specialisation strategist' },
  { sv: 'samordnare för smart specialisering', en: 'smart specialisation coordinator' },
  { sv: 'näringslivschef', en: 'head of business development' },
  { sv: 'ansvarig handläggare', en: 'responsible officer' },
  { sv: 'regional utvecklingsnämnd', en: 'regional development committee' },
  { sv: 'regionstyrelse', en: 'regional executive board' },
  { sv: 'regionfullmäktige', en: 'regional council' },
]

/** The stored form of a listed role, written in either language; null when it is not listed. */
export function findListedRole(written: string): string | null {
  const asked = written.trim().toLowerCase()
  return confirmingRoles.find(({ sv, en }) => sv === asked || en === asked)?.sv ?? null
}

/** A stored role in the reader's language; free text as it was written. */
export const roleIn = (role: string, lang: Language): string => confirmingRoles.find(({ sv }) => sv === role)?.[lang] ?? role

/** Parts of words that name what a person does or a body that decides. */
const roleParts =
  'direktör chef strateg samordn handlägg ansvarig ledar ledning utveckl styrelse nämnd fullmäktige kansli enhet avdelning förvaltning råd sekreter ordförande ekonom analytiker rådgivare expert controller kommunikatör koordinator politik landshövding director manager head strateg coordinat officer council board committee chair lead adviser advisor analyst secretar department unit region'.split(
    ' ',
  )

const isRoleWord = (word: string): boolean => roleParts.some((part) => word.toLowerCase().includes(part))

/**
 * Whether a text names a role and no person: it has a word for what somebody does or a body that decides, and no two
 * capitalised words in a row that are neither. It has no signs that words are not written with, such as tags of HTML or signs
 * that turn the text around. The names of the registry's regions are no persons' names.
 */
export function isRole(text: string, placeNames: readonly string[] = []): boolean {
  if (!/^[\p{L}\p{M}\p{N}\p{Zs},.:;()/&’'–-]*$/u.test(text)) return false
  const withoutPlaces = placeNames.reduce((left, place) => left.replaceAll(place, ' , '), text)
  return wordsOf(withoutPlaces).some(isRoleWord) && !namesPerson(withoutPlaces)
}

/** Whether a text looks like a person's name: two capitalised words in a row that are neither a role nor a body that decides. */
export function namesPerson(text: string): boolean {
  const isNameLike = (word: string | undefined) => word !== undefined && /^\p{Lu}/u.test(word) && !isRoleWord(word)
  return wordsOf(text).some((word, index, words) => isNameLike(word) && isNameLike(words[index + 1]))
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}[\p{L}’'.-]*|[,;:()/]/gu) ?? []
