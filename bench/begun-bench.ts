// How alike the answers to a half-typed word and to the whole one are, over some hundred ordinary words.
import { tokensOf } from '../src/language/tokens.ts'
import { isBusinessWord, subjectWeight } from '../src/language/subject-words.ts'
import { meanWithInterval } from '../src/search/testing/blind-judgements.ts'
import { search } from '../src/search/search.ts'
import { searchIndexOf } from '../src/search/search-of-snapshot.ts'
import { shippedSnapshot } from '../src/snapshot/testing/shipped-snapshot.ts'
import { thesaurusOf } from '../src/thesaurus/thesaurus-of.ts'

const wanted = 400
const shortest = 5
const shown = 5

const snapshot = shippedSnapshot('2026-11-27')
const index = searchIndexOf(snapshot)
const areas = snapshot.inForce('priorityArea')
const { themes, concepts } = thesaurusOf(snapshot)

/** Every word of five letters or more that carries a subject, from labels, descriptions and terms, each list evenly thinned. */
function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => tokensOf(text).map(({ word }) => word))
  const isOrdinary = (word: string) =>
    word.length >= shortest && /^\p{L}+$/u.test(word) && subjectWeight(word) === 1 && !isBusinessWord(word)
  return thinned([...new Set(words.filter(isOrdinary))].sort())
}

const thinned = (words: readonly string[]): string[] => {
  const every = Math.max(1, Math.floor(words.length / (wanted / 3)))
  return words.filter((_, at) => at % every === 0)
}

const sources = {
  labels: wordsOf(areas.flatMap(({ displayLabel, translatedLabel }) => [displayLabel, translatedLabel ?? ''])),
  descriptions: wordsOf(areas.flatMap(({ description }) => [description?.sv ?? '', description?.en ?? ''])),
  'the thesaurus': wordsOf(
    [...themes, ...concepts].flatMap(({ signals }) =>
      [...signals.sv, ...signals.en].flatMap(({ term, kind }) => (kind === 'plain' && !term.includes(' ') ? [term] : [])),
    ),
  ),
}

const firstHits = (text: string): string[] =>
  search(index, { text, lang: 'sv', facets: { kind: ['priorityArea'] }, onlyInForce: true, limit: shown }).hits.map(
    ({ document }) => document.id,
  )

/** The share of the first five hits of the whole word that are among the first five of the half-typed one. */
function overlap(word: string, missing: number): number | null {
  const whole = firstHits(word)
  if (whole.length === 0) return null
  const half = new Set(firstHits(word.slice(0, -missing)))
  return whole.filter((id) => half.has(id)).length / whole.length
}

const figure = (values: readonly number[]) => {
  const { mean, from, to } = meanWithInterval(values)
  return `${mean.toFixed(3)} (${from.toFixed(3)}–${to.toFixed(3)}), nothing found ${values.filter((value) => value === 0).length} of ${values.length}`
}
console.log('| words from | one letter short | two |\n|---|---|---|')
const all: [number[], number[]] = [[], []]
for (const [name, words] of Object.entries(sources)) {
  const [one, two] = [1, 2].map((missing) => words.flatMap((word) => overlap(word, missing) ?? [])) as [number[], number[]]
  all[0].push(...one)
  all[1].push(...two)
  console.log(`| ${name} | ${figure(one)} | ${figure(two)} |`)
}
console.log(`| all | ${figure(all[0])} | ${figure(all[1])} |`)
