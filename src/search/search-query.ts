import { isSubjectless, isWholeWord, subjectWeight } from '../language/subject-words.ts'
import { foldMarks } from '../language/folding.ts'
import { guessLanguage } from '../language/guess-language.ts'
import { stemOf } from '../language/stems.ts'
import { tokensOf, wordsWithin } from '../language/tokens.ts'
import type { Token } from '../language/tokens.ts'
import { longFormsOf } from './abbreviations.ts'
import { completeBegun } from './begun-words.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { findTerms } from '../coding/find-terms.ts'
import type { TermMatch } from '../coding/find-terms.ts'
import { kinship } from '../thesaurus/kinship.ts'
import { localTradesOf } from '../thesaurus/local-trades.ts'
import { countOf } from './postings.ts'
import { wordsFrom } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'
import {
  compoundPartsOf,
  correctedTerm,
  isHeadWord,
  isLookalike,
  splitKnown,
  termIndexFor,
  wholeTokensOf,
} from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Language } from '../records/language.ts'

/** One word of a query, with every index key that it matches and the worth of each. */
export interface QueryWord {
  token: Token
  /** The word's weight in the query; low when nothing in the index matches it. */
  weight: number
  keys: ReadonlyMap<string, number>
  /** Keys that only a theme's name brought in: they find documents, but the word itself is not there. */
  quietKeys: ReadonlySet<string>
  themeIds: readonly string[]
  conceptIds: readonly string[]
  /** It is a word of a place's name, which says where and not what about. */
  isPlace: boolean
  /** The spelling it was corrected to, when it matched nothing as written. */
  correctedTo: string | null
}

/** The worth of each kind of match. */
const worth = {
  word: 1,
  stem: 0.9,
  long: 0.8,
  part: 0.62,
  prefix: 0.75,
  /** Another word with the same beginning as the one that an unfinished word is read as. */
  otherBegun: 0.2,
  theme: 0.5,
  concept: 0.7,
  /** The query's word is a concept; the document is about its theme, perhaps through another concept. */
  otherOfTheme: 0.45,
  furtherTheme: 0.3,
  /** Only our description gives the document the theme, and a reader of the answers sees names first. */
  describedTheme: 0.12,
  besideTheme: 0.08,
  besideAlone: 0.25,
  label: 0.3,
  spelling: 0.55,
  folded: 0.5,
}
/**
 * The factor of subject keys for words in a phrase: each word gets them, and together they must not outweigh the words
 * themselves.
 */
const phraseShare = 0.7
const leastPartWeight = 0.15
const mostWords = 12
const mostPrefixed = 60
const shortestPrefix = 4
/** While one types, fewer letters are a beginning too. */
const shortestTypedPrefix = 2
/** A term of at most this length is taken as complete ("AR", "IoT"), not as the beginning of a word. */
const longestShortTerm = 3
const shortestUnmarkedPrefix = 3
const mostCorrections = 3
/** The factor of a word such as "industry" when another word of the query has a subject. */
const silentWeight = 0.3
const unknownWeight = 0.15

/** How a query is read. */
export interface QueryReading {
  lang: Language
  /** It is being typed, so that a few letters may begin a longer word. */
  isTyping?: boolean
}

/** Reads a query against an index. The last word may be unfinished, unless a space follows. */
export function readQuery(index: SearchIndex, text: string, reading: QueryReading): QueryWord[] {
  const last = /\s$/.test(text) ? undefined : tokensOf(text).at(-1)
  const whole = last ? completeBegun(index, last.word) : null
  if (!last || whole === null) return readWhole(index, text, reading)
  // Read as the whole word, it answers as the whole word does; other words that begin so come after.
  const words = readWhole(index, `${text.slice(0, last.start)}${whole} `, reading)
  return words.map((word) =>
    word.token.start === last.start ? { ...word, token: last, keys: withBegun(index, last.word, word) } : word,
  )
}

/** The keys of the word that was begun, and with less worth of other words that begin so. */
function withBegun(index: SearchIndex, begun: string, { keys }: QueryWord): QueryWord['keys'] {
  const all = new Map(keys)
  for (const word of wordsFrom(index.words, begun, mostPrefixed)) {
    const key = `word:${word}`
    if (!all.has(key)) all.set(key, worth.otherBegun)
  }
  return all
}

function readWhole(index: SearchIndex, text: string, { lang, isTyping = false }: QueryReading): QueryWord[] {
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
    const { themeIds, conceptIds } = subjectsMeant(thesaurus, around)
    const misspelt = found.find((term) => term.kind === 'spelling' && term.start === token.start)?.term ?? null
    const isInPhrase = around.length > 0 && around.every(({ kind }) => kind === 'phrase')
    return readWord(index, {
      token,
      themeIds,
      conceptIds,
      misspelt,
      isTerm: around.length > 0,
      isInPhrase,
      isOpen: endsOpen && token === tokens.at(-1) && token.word.length >= (isTyping ? shortestTypedPrefix : shortestPrefix),
    })
  })
  const hasSubject = words.some(({ themeIds }) => themeIds.length > 0)
  const isSilent = ({ token, themeIds }: QueryWord) => themeIds.length === 0 && isHeadWord(thesaurus, token.word, 'en')
  return words.map((word) => (hasSubject && isSilent(word) ? { ...word, weight: word.weight * silentWeight } : word))
}

/** The language of a query: by function words and letters, else by the language that knows more of its words as terms. */
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

/**
 * The subjects of terms. A trade that serves those nearby is no part of what a region specialises in, so where a word
 * means only such trades, their theme is not brought along.
 */
function subjectsMeant(thesaurus: Thesaurus, terms: readonly TermMatch[]): { themeIds: string[]; conceptIds: string[] } {
  const conceptIds = [...new Set(terms.flatMap((term) => term.conceptId ?? []))]
  const trades = localTradesOf(thesaurus)
  const isTrade = conceptIds.length > 0 && conceptIds.every((id) => trades.has(id))
  return { conceptIds, themeIds: isTrade ? [] : [...new Set(terms.map((term) => term.themeId))] }
}

interface WordInQuery {
  token: Token
  /** The thesaurus knows the word, so that it is neither begun nor misspelt. */
  isTerm: boolean
  isOpen: boolean
  themeIds: string[]
  conceptIds: string[]
  /** The term that the word may be a misspelling of; used only when no record matches the word. */
  misspelt: string | null
  /** All subjects of the word come from a phrase that it is part of. */
  isInPhrase: boolean
}

function readWord(
  index: SearchIndex,
  { token, isTerm, isOpen, themeIds, conceptIds, misspelt, isInPhrase }: WordInQuery,
): QueryWord {
  const { thesaurus } = index
  const keys = new Map<string, number>()
  const addKey: AddKey = (key, value) => {
    if (index.postings.has(key) && value > (keys.get(key) ?? 0)) keys.set(key, value)
  }
  const quietKeys = new Set<string>()
  const addQuiet: AddKey = (key, value) => {
    if (index.postings.has(key) && !keys.has(key)) quietKeys.add(key)
    addKey(key, value)
  }
  const collector: KeyCollector = { addKey, addQuiet, thesaurus }
  const marked = index.postings.has(`word:${token.word}`) ? [] : (index.markedWords.get(token.word) ?? [])
  if (marked.length > 0) for (const word of marked) addReading(collector, word, worth.folded)
  else for (const word of wordsWithin(token)) addWord(collector, word, word === token.word ? 1 : 0.8)
  for (const form of longFormsOf(token.word))
    for (const lang of ['sv', 'en'] as const) addKey(`${lang}:${stemOf(form, lang)}`, worth.long)
  const isShortTerm = token.word.length <= longestShortTerm && themeIds.length > 0
  if (isOpen && !isShortTerm)
    for (const word of wordsFrom(index.words, token.word, mostPrefixed)) addKey(`word:${word}`, worth.prefix)
  for (const themeId of themeIds)
    addTheme(
      collector,
      {
        themeId,
        isAlone: countOf(index.postings.get(`theme:${themeId}`)) <= 1,
        isNarrow: conceptIds.some((id) => thesaurus.findConcept(id)!.themeIds[0] === themeId),
      },
      isInPhrase ? phraseShare : 1,
    )
  for (const conceptId of conceptIds) addConcept(collector, conceptId, isInPhrase ? phraseShare : 1)
  addUnmarked(addKey, index, { word: token.word, isOpen: isOpen && keys.size === 0 })
  const near = correctionsOf(index, token.word, { isMet: keys.size > 0 || isTerm, isOpen })
  near.forEach(({ word, distance }, at) =>
    (at === 0 ? addReading : addWord)(collector, word, worth.spelling / (distance + at * 0.4)),
  )
  const begun = keys.size === 0 && isOpen && !isTerm ? termBegunBy(thesaurus, token.word) : null
  if (begun) addReading(collector, begun, worth.prefix)
  // A compound that is met by its known part alone is misspelt in the other: "skogsindusti".
  const half =
    near.length === 0 && isUnknownCompound(index, token.word) ? correctedTerm(termIndexFor(thesaurus, 'sv'), token.word) : null
  const readAs = half ?? (keys.size === 0 ? misspelt : null)
  if (readAs !== null) addReading(collector, readAs, worth.spelling)
  const subject = subjectWeight(token.word) || 0.1
  const weight = keys.size > 0 ? subject : Math.min(subject, unknownWeight)
  const correction = near[0]?.word ?? (near.length === 0 ? readAs : null)
  const correctedTo = correction && (index.placeNames.get(correction) ?? correction)
  return { token, weight, keys, quietKeys, themeIds, conceptIds, isPlace: index.placeNames.has(token.word), correctedTo }
}

/** Corrections of a word that matched nothing, or that matched only by a compound part while the other part is unknown. */
function correctionsOf(index: SearchIndex, word: string, { isMet, isOpen }: { isMet: boolean; isOpen: boolean }) {
  if (isWholeWord(word)) return []
  if (!isMet) return index.spelling.near(word).slice(0, mostCorrections)
  const isBegun = isOpen && wordsFrom(index.words, word, 1).length > 0
  if (isBegun || !isUnknownCompound(index, word)) return []
  return index.spelling
    .near(word)
    .filter(({ distance }) => distance === 1)
    .slice(0, 1)
}

/** Whether no record has a word, and it is a compound of a known and an unknown part. */
function isUnknownCompound({ thesaurus, postings }: SearchIndex, word: string): boolean {
  const isWritten = [`word:${word}`, `sv:${stemOf(word, 'sv')}`, `en:${stemOf(word, 'en')}`].some((key) => postings.has(key))
  return !isWritten && splitKnown(thesaurus, word).some(({ known }) => known === null)
}

const shortestBegun = 4

/** Every plain term of the thesaurus in both languages, sorted for lookup by prefix. */
const sortedTermsOf = deriveEach('sorted terms', (thesaurus: Thesaurus): readonly string[] =>
  (['sv', 'en'] as const)
    .flatMap((lang) => [...termIndexFor(thesaurus, lang).singles.values()].flat())
    .filter(({ kind }) => kind === 'plain')
    .map(({ term }) => term)
    .sort(),
)

/** The shortest term of the thesaurus that begins with `word`, for words that match no record: "vindkra" for "vindkraft". */
function termBegunBy(thesaurus: Thesaurus, word: string): string | null {
  if (word.length < shortestBegun) return null
  const found = wordsFrom(sortedTermsOf(thesaurus), word, mostPrefixed)
  return found.length === 0 ? null : found.reduce((shortest, term) => (term.length < shortest.length ? term : shortest))
}

type AddKey = (key: string, value: number) => void

/** Collects the keys of one word of a query. */
interface KeyCollector {
  addKey: AddKey
  /** Like `addKey`, for what the query's word does not say itself. */
  addQuiet: AddKey
  thesaurus: Thesaurus
}

/** Adds the keys and subjects of the word that a query's word was read as; `factor` is the worth of that reading. */
function addReading(collector: KeyCollector, word: string, factor: number): void {
  addWord(collector, word, factor)
  const terms = findTerms(collector.thesaurus, word, 'sv').filter(({ isWeak, kind }) => !isWeak && kind !== 'spelling')
  const { themeIds, conceptIds } = subjectsMeant(collector.thesaurus, terms)
  const narrowed = new Set(terms.flatMap((term) => (term.conceptId ? [term.themeId] : [])))
  for (const themeId of themeIds) addTheme(collector, { themeId, isAlone: false, isNarrow: narrowed.has(themeId) }, factor)
  for (const conceptId of conceptIds) addConcept(collector, conceptId, factor)
}

/** Adds keys for words typed without å, ä and ö: their forms, and for an unfinished word the words that begin with it. */
function addUnmarked(addKey: AddKey, index: SearchIndex, { word, isOpen }: { word: string; isOpen: boolean }): void {
  addKey(`folded:${foldMarks(word)}`, worth.folded)
  if (!isDoerOfLittle(word, 'sv')) addKey(`folded:${foldMarks(stemOf(word, 'sv'))}`, worth.folded * 0.9)
  if (!isOpen || word.length < shortestUnmarkedPrefix) return
  for (const found of wordsFrom(index.unmarkedWords, foldMarks(word), mostPrefixed))
    addKey(`folded:${found}`, worth.folded * worth.prefix)
}

/** Of one who does something little is left as a stem, which other words have too: "lär" of "lärare", "mål" of "målare". */
const isDoerOfLittle = (word: string, lang: Language): boolean =>
  lang === 'sv' && /are(?:n|s|ns)?$/.test(word) && stemOf(word, lang).length < shortestPrefix

function addWord({ addKey, thesaurus }: KeyCollector, word: string, factor: number): void {
  addKey(`word:${word}`, worth.word * factor)
  for (const lang of ['sv', 'en'] as const)
    if (!isDoerOfLittle(word, lang) && !isLookalike(thesaurus, word, lang))
      addKey(`${lang}:${stemOf(word, lang)}`, worth.stem * factor)
  if (!isLookalike(thesaurus, word, 'sv')) addKey(`part:${stemOf(word, 'sv')}`, worth.part * factor)
  for (const part of compoundPartsOf(thesaurus, word, 'sv')) {
    // A head such as "industri" or "teknik" gets the least weight, because the parts before it carry the subject.
    const subject = isHeadWord(thesaurus, part, 'sv') ? leastPartWeight : Math.max(subjectWeight(part), leastPartWeight)
    const share = worth.part * factor * subject
    addKey(`sv:${stemOf(part, 'sv')}`, share)
    addKey(`part:${stemOf(part, 'sv')}`, share * 0.8)
  }
}

/**
 * Adds the keys of a theme: documents coded with it, and with less worth those that have the theme's name in them.
 * @param isAlone whether no record is coded with it, only the theme's own document; then related themes count for more
 */
function addTheme(
  { addKey, addQuiet, thesaurus }: KeyCollector,
  { themeId, isAlone, isNarrow }: { themeId: string; isAlone: boolean; isNarrow: boolean },
  factor: number,
): void {
  addKey(`theme:${themeId}`, (isNarrow ? worth.otherOfTheme : worth.theme) * factor)
  addKey(`general:${themeId}`, worth.theme * factor)
  addKey(`describedTheme:${themeId}`, worth.describedTheme * factor)
  const { label, relatedIds } = thesaurus.findTheme(themeId)!
  for (const relatedId of relatedIds) addKey(`theme:${relatedId}`, (isAlone ? worth.besideAlone : worth.besideTheme) * factor)
  for (const lang of ['sv', 'en'] as const)
    for (const { word } of tokensOf(label[lang]))
      if (subjectWeight(word) === 1) addQuiet(`${lang}:${stemOf(word, lang)}`, worth.label * factor)
}

/** Adds the keys of a concept: documents coded with it, and with less worth those coded with a closely related one. */
function addConcept({ addKey, thesaurus }: KeyCollector, conceptId: string, factor: number): void {
  if (localTradesOf(thesaurus).has(conceptId)) return addKey(`concept:${conceptId}`, worth.concept * factor)
  for (const { id, degree } of neighboursOf(thesaurus, conceptId)) addKey(`concept:${id}`, worth.concept * degree * factor)
  for (const themeId of thesaurus.findConcept(conceptId)!.themeIds.slice(1))
    addKey(`theme:${themeId}`, worth.furtherTheme * factor)
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
