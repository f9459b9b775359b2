import type { Identifier } from './identifiers.ts'
import type { Language } from '../../records/language.ts'

/**
 * The names of all pages. Each `x.address.ts` adds its own, so that `paths.to('x')` is checked when the program is compiled
 * although this room knows no page.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type
export interface PageNames {}
export type PageName = keyof PageNames

/** A field of a page's query: its name in each language and, if it accepts only certain words, those. */
export interface QueryField extends Record<Language, string> {
  words?: Readonly<Record<string, Record<Language, string>>>
  /** What it identifies, if it does: any way to write it leads to the address with the one form. */
  takes?: Identifier
}

/** A page's name and address. Its file does not import the page, so that code for the browser may import it. */
export interface PageAddress {
  name: PageName
  /** In Hono's notation, `:name` for a variable part; the English one is served under `/en`. */
  paths: Readonly<Record<Language, string>>
  /** What the variable parts identify: any way to write it leads to the address with the one form. */
  takes?: Readonly<Record<string, Identifier>>
  /** The fields of the page's query. */
  query?: Readonly<Record<string, QueryField>>
}

/** Declares a page's address. The type keeps the names, so that `namesIn` knows the fields. */
export const defineAddress = <const Address extends PageAddress>(address: Address): Address => address

/** The names of the fields of a page's query in a language: `namesIn(startAddress, 'sv').mode` is `farg`. */
export function namesIn<Fields extends Readonly<Record<string, QueryField>>>(
  { query }: { query: Fields },
  lang: Language,
): Record<keyof Fields, string> {
  return Object.fromEntries(Object.entries(query).map(([field, names]) => [field, names[lang]])) as Record<keyof Fields, string>
}

/** The words that a field accepts, in a language. */
export function wordsIn<Words extends Readonly<Record<string, Record<Language, string>>>>(
  { words }: { words: Words },
  lang: Language,
): Record<keyof Words, string> {
  return Object.fromEntries(Object.entries(words).map(([word, names]) => [word, names[lang]])) as Record<keyof Words, string>
}
