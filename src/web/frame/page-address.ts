import type { Language } from '../../records/language.ts'

/**
 * The names of all pages. Each `x.address.ts` adds its own, so that `paths.to('x')` is checked when the program is compiled
 * although this room knows no page.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type
export interface PageNames {}
export type PageName = keyof PageNames

/** A name in a page's query, in each language; where it takes fixed words, these too. */
export interface QueryField extends Record<Language, string> {
  words?: Readonly<Record<string, Record<Language, string>>>
}

/** What a page is called and where it is found. It knows nothing of how the page works, so the browser may read it too. */
export interface PageAddress {
  name: PageName
  /** In Hono's notation, `:name` for what varies; the English one is served under `/en`. */
  paths: Readonly<Record<Language, string>>
  /** What may be asked of the page. */
  query?: Readonly<Record<string, QueryField>>
}

/** Declares a page's address; keeps what each name is, so that `namesIn` knows the fields. */
export const defineAddress = <const Address extends PageAddress>(address: Address): Address => address

/** What the fields of a page's query are called in a language: `namesIn(startAddress, 'sv').mode` is `farg`. */
export function namesIn<Fields extends Readonly<Record<string, QueryField>>>(
  { query }: { query: Fields },
  lang: Language,
): Record<keyof Fields, string> {
  return Object.fromEntries(Object.entries(query).map(([field, names]) => [field, names[lang]])) as Record<keyof Fields, string>
}

/** What the fixed words of a field are in a language. */
export function wordsIn<Words extends Readonly<Record<string, Record<Language, string>>>>(
  { words }: { words: Words },
  lang: Language,
): Record<keyof Words, string> {
  return Object.fromEntries(Object.entries(words).map(([word, names]) => [word, names[lang]])) as Record<keyof Words, string>
}
