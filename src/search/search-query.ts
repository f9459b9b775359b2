import { isSubjectless, isWholeWord, subjectWeight } from '../language/subject-words.ts'
import { foldMarks } from '../language/folding.ts'
import { guessLanguage } from '../language/guess-language.ts'
import { stemOf } from '../language/stems.ts'
import { tokensOf, wordsWithin } from '../language/tokens.ts'
import type { Token } from '../language/tokens.ts'
import { longFormsOf } from './abbreviations.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { findTerms } from '../coding/find-terms.ts'
import { kinship } from '../thesaurus/kinship.ts'
import { wordsFrom } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'
import { compoundPartsOf, isHeadWord, splitKnown, termIndexFor, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Language } from '../records/language.ts'

/** One word of a query, with every key it may meet and how much that is worth. */
export interface QueryWord {
  token: Token
  /** How much it says of what is sought; little when nothing in the index has to do with it. */
  weight: number
  keys: ReadonlyMap<string, number>
  themeIds: readonly string[]
  /** The spelling it was read as, when it met nothing as written. */
  correctedTo: string | null
}

/** How much each way of meeting is worth. */
const worth = {
  word: 1,
  stem: 0.9,
  long: 0.8,
  part: 0.62,
  prefix: 0.75,
  theme: 0.5,
  concept: 0.7,
  /** The theme of a word that names one of its concepts, met by what is about another of them. */
  otherOfTheme: 0.45,
  furtherTheme: 0.3,
  besideTheme: 0.08,
  besideAlone: 0.25,
  label: 0.3,
  spelling: 0.55,
  folded: 0.5,
}
/** Each word of a phrase meets the phrase's subject; together they must not outdo the words themselves. */
const phraseShare = 0.7
const leastPartWeight = 0.15
const mostWords = 12
const mostPrefixed = 60
const shortestPrefix = 2
/** A term as short as this is whole ("AR", "IoT"), not the beginning of a word. */
const longestShortTerm = 3
const shortestUnmarkedPrefix = 3
const mostCorrections = 3
/** Of a word such as "industry" beside one with a subject. */
const silentWeight = 0.3
const unknownWeight = 0.15

/** Reads a query against an index. The last word, unless a space follows, may be only begun. */
export function readQuery(index: SearchIndex, text: string, lang: Language): QueryWord[] {
  const { thesaurus } = index
  const all = wholeTokensOf(thesaurus, text).slice(0, mostWords)
  const meaning = all.filter((token) => !isSubjectless(token.word))
  const tokens = meaning.length > 0 ? meaning : all
  const found = findTerms(thesaurus, text, languageOf(thesaurus, { text, tokens, otherwise: lang })).filter(
    (term) => !term.isWeak,
  )
  const terms = found.filter(({ kind }) => kind !== 'spelling')
  const endsOpen = !/\s$/.test(text)
  const words = tokens.map((token) => {
    const around = terms.filter((term) => term.start <= token.start && term.end >= token.end)
    const themeIds = [...new Set(around.map((term) => term.themeId))]
    const conceptIds = [...new Set(around.flatMap((term) => term.conceptId ?? []))]
    const misspelt = found.find((term) => term.kind === 'spelling' && term.start === token.start)?.term ?? null
    const isInPhrase = around.length > 0 && around.every(({ kind }) => kind === 'phrase')
    return readWord(index, { token, themeIds, conceptIds, misspelt, isInPhrase, isOpen: endsOpen && token === tokens.at(-1) })
  })
  const hasSubject = words.some(({ themeIds }) => themeIds.length > 0)
  const isSilent = ({ token, themeIds }: QueryWord) => themeIds.length === 0 && isHeadWord(thesaurus, token.word, 'en')
  return words.map((word) => (hasSubject && isSilent(word) ? { ...word, weight: word.weight * silentWeight } : word))
}

/** The language of a query: by its small words and letters, else by the terms that only one of them has. */
function languageOf(
  thesaurus: Thesaurus,
  { text, tokens, otherwise }: { text: string; tokens: readonly Token[]; otherwise: Language },
): Language {
  const guess = guessLanguage(text, 'sv')
  if (guess === guessLanguage(text, 'en')) return guess
  const known = (lang: Language) =>
    tokens.filter(({ word }) => termIndexFor(thesaurus, lang).singles.has(stemOf(word, lang))).length
  const [swedish, english] = [known('sv'), known('en')]
  return swedish === english ? otherwise : swedish > english ? 'sv' : 'en'
}

interface WordInQuery {
  token: Token
  isOpen: boolean
  themeIds: string[]
  conceptIds: string[]
  /** The term of the thesaurus that it looks like a slip for; asked only where no record has anything like the word. */
  misspelt: string | null
  /** Every subject of it is that of a phrase it stands in. */
  isInPhrase: boolean
}

function readWord(index: SearchIndex, { token, isOpen, themeIds, conceptIds, misspelt, isInPhrase }: WordInQuery): QueryWord {
  const { thesaurus } = index
  const keys = new Map<string, number>()
  const put: Put = (key, value) => {
    if (index.postings.has(key) && value > (keys.get(key) ?? 0)) keys.set(key, value)
  }
  const into: Into = { put, thesaurus }
  const marked = index.postings.has(`word:${token.word}`) ? [] : (index.markedWords.get(token.word) ?? [])
  if (marked.length > 0) for (const word of marked) putRead(into, word, worth.folded)
  else for (const word of wordsWithin(token)) putWord(into, word, word === token.word ? 1 : 0.8)
  for (const form of longFormsOf(token.word))
    for (const lang of ['sv', 'en'] as const) put(`${lang}:${stemOf(form, lang)}`, worth.long)
  const isShortTerm = token.word.length <= longestShortTerm && themeIds.length > 0
  if (isOpen && !isShortTerm && token.word.length >= shortestPrefix)
    for (const word of wordsFrom(index.words, token.word, mostPrefixed)) put(`word:${word}`, worth.prefix)
  for (const themeId of themeIds)
    putTheme(
      into,
      {
        themeId,
        isAlone: (index.postings.get(`theme:${themeId}`)?.documents.length ?? 0) <= 1,
        isNarrow: conceptIds.some((id) => thesaurus.findConcept(id)!.themeIds[0] === themeId),
      },
      isInPhrase ? phraseShare : 1,
    )
  for (const conceptId of conceptIds) putConcept(into, conceptId, isInPhrase ? phraseShare : 1)
  putUnmarked(put, index, { word: token.word, isOpen: isOpen && keys.size === 0 })
  const near = correctionsOf(index, token.word, { isMet: keys.size > 0, isOpen })
  near.forEach(({ word, distance }, at) => (at === 0 ? putRead : putWord)(into, word, worth.spelling / (distance + at * 0.4)))
  const begun = keys.size === 0 && isOpen ? termBegunBy(thesaurus, token.word) : null
  if (begun) putRead(into, begun, worth.prefix)
  const isMisspelt = keys.size === 0 && misspelt !== null
  if (isMisspelt) putRead(into, misspelt, worth.spelling)
  const subject = subjectWeight(token.word) || 0.1
  const weight = keys.size > 0 ? subject : Math.min(subject, unknownWeight)
  const correction = near[0]?.word ?? (near.length === 0 && isMisspelt ? misspelt : null)
  const correctedTo = correction && (index.placeNames.get(correction) ?? correction)
  return { token, weight, keys, themeIds, correctedTo }
}

/** Better spellings of a word that met nothing, or nothing but a part of it while the rest is unknown. */
function correctionsOf(index: SearchIndex, word: string, { isMet, isOpen }: { isMet: boolean; isOpen: boolean }) {
  if (isWholeWord(word)) return []
  if (!isMet) return index.spelling.near(word).slice(0, mostCorrections)
  const isKnown = [`word:${word}`, `sv:${stemOf(word, 'sv')}`, `en:${stemOf(word, 'en')}`].some((key) => index.postings.has(key))
  const isBegun = isOpen && wordsFrom(index.words, word, 1).length > 0
  if (isKnown || isBegun || !splitKnown(index.thesaurus, word).some(({ known }) => known === null)) return []
  return index.spelling
    .near(word)
    .filter(({ distance }) => distance === 1)
    .slice(0, 1)
}

const shortestBegun = 4

/** Every plain term of the thesaurus in both languages, sorted, for beginnings. */
const sortedTermsOf = deriveEach('sorted terms', (thesaurus: Thesaurus): readonly string[] =>
  (['sv', 'en'] as const)
    .flatMap((lang) => [...termIndexFor(thesaurus, lang).singles.values()].flat())
    .filter(({ kind }) => kind === 'plain')
    .map(({ term }) => term)
    .sort(),
)

/** The shortest term of the thesaurus that begins so, where no record has a word that does: "vindkra" for "vindkraft". */
function termBegunBy(thesaurus: Thesaurus, word: string): string | null {
  if (word.length < shortestBegun) return null
  const found = wordsFrom(sortedTermsOf(thesaurus), word, mostPrefixed)
  return found.length === 0 ? null : found.reduce((shortest, term) => (term.length < shortest.length ? term : shortest))
}

type Put = (key: string, value: number) => void

/** Where the keys of a query's word are put, and what the word is read by. */
interface Into {
  put: Put
  thesaurus: Thesaurus
}

/** A word that was read as another one: that word and its themes, for what the reading is worth. */
function putRead(into: Into, word: string, factor: number): void {
  putWord(into, word, factor)
  for (const { themeId, conceptId, isWeak, kind } of findTerms(into.thesaurus, word, 'sv')) {
    if (isWeak || kind === 'spelling') continue
    putTheme(into, { themeId, isAlone: false, isNarrow: conceptId !== null }, factor)
    if (conceptId) putConcept(into, conceptId, factor)
  }
}

/** Words that the letters may stand for when their marks were left out: forms of it, and what begins so. */
function putUnmarked(put: Put, index: SearchIndex, { word, isOpen }: { word: string; isOpen: boolean }): void {
  put(`folded:${foldMarks(word)}`, worth.folded)
  put(`folded:${foldMarks(stemOf(word, 'sv'))}`, worth.folded * 0.9)
  if (!isOpen || word.length < shortestUnmarkedPrefix) return
  for (const found of wordsFrom(index.unmarkedWords, foldMarks(word), mostPrefixed))
    put(`folded:${found}`, worth.folded * worth.prefix)
}

function putWord({ put, thesaurus }: Into, word: string, factor: number): void {
  put(`word:${word}`, worth.word * factor)
  for (const lang of ['sv', 'en'] as const) put(`${lang}:${stemOf(word, lang)}`, worth.stem * factor)
  put(`part:${stemOf(word, 'sv')}`, worth.part * factor)
  for (const part of compoundPartsOf(thesaurus, word, 'sv')) {
    // A head such as "industri" or "teknik" says little beside what stands before it.
    const subject = isHeadWord(thesaurus, part, 'sv') ? leastPartWeight : Math.max(subjectWeight(part), leastPartWeight)
    const share = worth.part * factor * subject
    put(`sv:${stemOf(part, 'sv')}`, share)
    put(`part:${stemOf(part, 'sv')}`, share * 0.8)
  }
}

/**
 * A theme is met by all that is coded with it, and a little more by what has the theme's own name in it.
 * @param isAlone whether nothing but the theme itself is coded with it; then the themes beside it are the best there is
 */
function putTheme(
  { put, thesaurus }: Into,
  { themeId, isAlone, isNarrow }: { themeId: string; isAlone: boolean; isNarrow: boolean },
  factor: number,
): void {
  put(`theme:${themeId}`, (isNarrow ? worth.otherOfTheme : worth.theme) * factor)
  put(`general:${themeId}`, worth.theme * factor)
  const { label, relatedIds } = thesaurus.findTheme(themeId)!
  for (const relatedId of relatedIds) put(`theme:${relatedId}`, (isAlone ? worth.besideAlone : worth.besideTheme) * factor)
  for (const lang of ['sv', 'en'] as const)
    for (const { word } of tokensOf(label[lang]))
      if (subjectWeight(word) === 1) put(`${lang}:${stemOf(word, lang)}`, worth.label * factor)
}

/** A concept is met by what is coded with it, and in falling degree by what is coded with one close to it. */
function putConcept({ put, thesaurus }: Into, conceptId: string, factor: number): void {
  for (const { id, degree } of neighboursOf(thesaurus, conceptId)) put(`concept:${id}`, worth.concept * degree * factor)
  for (const themeId of thesaurus.findConcept(conceptId)!.themeIds.slice(1)) put(`theme:${themeId}`, worth.furtherTheme * factor)
}

const leastDegree = 0.4
const neighboursBySubject = deriveEach(
  'neighbours of concepts',
  (_thesaurus: Thesaurus) => new Map<string, readonly { id: string; degree: number }[]>(),
)

function neighboursOf(thesaurus: Thesaurus, conceptId: string): readonly { id: string; degree: number }[] {
  const neighbours = neighboursBySubject(thesaurus)
  const known = neighbours.get(conceptId)
  if (known) return known
  const found = thesaurus.concepts
    .map(({ id }) => ({ id, degree: kinship(thesaurus, conceptId, id) }))
    .filter(({ degree }) => degree >= leastDegree)
  neighbours.set(conceptId, found)
  return found
}
