import { changesQuery } from '../pages/changes/changes.page.tsx'
import { codingQuery } from '../pages/coding/coding.view.ts'
import { companyQuery } from '../pages/company/company.query.ts'
import { matchQuery } from '../pages/match/match.query.ts'
import { reviewQuery, reviewWords } from '../pages/review/review.query.ts'
import { facetQuery } from '../pages/search/search.view.ts'
import { mapQuery } from '../pages/start/start.view.ts'
import { tableQuery } from '../pages/table/table.view.ts'
import { timeQueryNames } from '../frame/paths.ts'
import type { Language } from '../../records/language.ts'

/**
 * What a reader has asked of a page, as the page in the other language understands it: `tema=mat&q=skog` becomes
 * `theme=mat&q=skog`. Names that no page has stay as they are. The two times are left out: `Paths` adds them.
 */
export function queryInOtherLanguage(query: URLSearchParams, from: Language): Record<string, string[]> {
  const { names, values } = words[from]
  const translated = new Map<string, string[]>()
  for (const [name, value] of query) {
    if (timeNames.has(name)) continue
    const other = names.get(name) ?? name
    translated.set(other, [...(translated.get(other) ?? []), values.get(`${name}=${value}`) ?? value])
  }
  return Object.fromEntries(translated)
}

const timeNames: ReadonlySet<string> = new Set(Object.values(timeQueryNames).flatMap((names) => Object.values(names)))

const words = { sv: wordsFrom('sv', 'en'), en: wordsFrom('en', 'sv') }

/** The names, and the words that values are made of (as `name=word`), of one language with those of the other. */
function wordsFrom(from: Language, to: Language) {
  const tables: readonly Record<Language, object>[] = [
    mapQuery,
    facetQuery,
    tableQuery,
    changesQuery,
    companyQuery,
    matchQuery,
    reviewQuery,
    codingQuery,
  ]
  const valueTables = [
    { name: mapQuery[from].mode, words: pairsOf(mapQuery[from].words, mapQuery[to].words) },
    { name: tableQuery[from].inForce, words: pairsOf(tableQuery[from].inForceWords, tableQuery[to].inForceWords) },
    { name: reviewQuery[from].show, words: pairsOf(reviewWords[from], reviewWords[to]) },
  ]
  return {
    names: new Map(tables.flatMap((table) => pairsOf(table[from], table[to]))),
    values: new Map<string, string>(
      valueTables.flatMap(({ name, words }) => words.map(([word, other]): [string, string] => [`${name}=${word}`, other])),
    ),
  }
}

/** The words of two tables of one shape, side by side. */
function pairsOf(from: object, to: object): [string, string][] {
  const others = to as Record<string, string>
  return Object.entries(from).flatMap(([key, word]) => (typeof word === 'string' ? [[word, others[key]!]] : []))
}
