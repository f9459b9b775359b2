import { deniedStarts } from '../language/negation.ts'
import { isBusinessWord, subjectWeight } from '../language/subject-words.ts'
import { tokensOf } from '../language/tokens.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { kinship } from '../thesaurus/kinship.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { CompanySubject } from './company-subjects.ts'
import { isLocalIndustry, localTradesOf } from '../thesaurus/local-trades.ts'
import type { Industry } from '../records/thesaurus-facts.ts'

/** One thing that tells what a business does: a word or phrase of its text, or its industry code. */
export interface Clue {
  /** As written, in lower case; null for the industry code. */
  word: string | null
  /** What the clue counts for beside the others: more the surer and the earlier in the text. */
  weight: number
  /** The subjects that it may mean; none for a word that the thesaurus does not know. */
  senses: readonly Sense[]
  /** Its best sense is a trade that serves those nearby. */
  isLocalTrade: boolean
}

export interface Sense {
  subject: CompanySubject
  /** How much of the clue means this, 0–1: beside its surest sense, and times how well the other clues agree with it. */
  strength: number
}

/** A sense that no other clue agrees with keeps this share, because words are often used of something else. */
export const aloneShare = 0.3
/** A theme counts this much where the same word also means a concept, which says more. */
const themeShare = 0.3
/** How much a clue loses for each one before it: businesses write what they do first, then how and for whom. */
const perEarlier = 0.3
/** What a word that the thesaurus does not know counts for, should an area write it. */
const unknownStrength = 0.5
const shortestUnknown = 3

interface Asked {
  text: string
  industry: Industry | null
  subjects: readonly CompanySubject[]
  struck?: ReadonlySet<string>
}

/** The clues of a business in the order of its text, the industry code first. */
export function findClues(thesaurus: Thesaurus, { text, industry, subjects, struck }: Asked): Clue[] {
  const read = readWords(text, subjects)
  const shared = read.map(({ word, senses }) => ({ word, senses: shareWithConcepts(thesaurus, senses) }))
  const support = supportFinder(thesaurus, shared)
  const trades = localTradesOf(thesaurus)
  const first = read[0]?.word === null ? 1 : 0
  const clues = read.map(({ word, senses }, at): Clue => {
    const surest = Math.max(...senses.map(({ strength }) => strength))
    const weight = surest / (1 + perEarlier * (word === null ? 0 : at - first))
    const supported = shared[at]!.senses.map(({ subject, strength }) => ({
      subject,
      strength: (strength / surest) * support(subject.id, at),
    }))
    const best = supported.reduce((most, one) => (one.strength > most.strength ? one : most))
    const isTrade = trades.has(best.subject.id) || (word === null && industry !== null && isLocalIndustry(industry.code))
    return { word, weight, senses: supported, isLocalTrade: isTrade }
  })
  const left = unknownWords(text, read).filter((word) => !struck?.has(word))
  const unknown = left.map((word, at): Clue => {
    const weight = unknownStrength / (1 + perEarlier * (read.length - first + at))
    return { word, weight, senses: [], isLocalTrade: false }
  })
  return [...clues, ...unknown]
}

type ReadWord = Pick<Clue, 'word' | 'senses'>

/** The words that have a subject, in the order of the text, with how sure each word is of it. */
function readWords(text: string, subjects: readonly CompanySubject[]): ReadWord[] {
  const byWord = new Map<string | null, Sense[]>()
  const add = (word: string | null, sense: Sense) => {
    const senses = byWord.get(word)
    if (senses) senses.push(sense)
    else byWord.set(word, [sense])
  }
  for (const subject of subjects) {
    // The sureness of several words together is 1 − Π(1 − strength), of which this is the share of one.
    const strength = 1 - (1 - Math.min(mostSure, subject.confidence)) ** (1 / subject.words.length)
    for (const word of new Set(subject.words.map((one) => one.toLowerCase()))) add(word, { subject, strength })
    if (subject.byIndustry > 0) add(null, { subject, strength: subject.byIndustry })
  }
  const lower = text.toLowerCase()
  const placeOf = (word: string | null) => (word === null ? -1 : lower.indexOf(word))
  return [...byWord].map(([word, senses]) => ({ word, senses })).sort((a, b) => placeOf(a.word) - placeOf(b.word))
}

const mostSure = 0.999

const shareWithConcepts = ({ findConcept }: Thesaurus, senses: readonly Sense[]): readonly Sense[] => {
  const isConcept = ({ subject }: Sense) => findConcept(subject.id) !== null
  if (!senses.some(isConcept)) return senses
  return senses.map((sense) => (isConcept(sense) ? sense : { ...sense, strength: sense.strength * themeShare }))
}

/** How well the other words agree with a sense of the word at a place, from `aloneShare` to 1; 1 when there are no others. */
function supportFinder(thesaurus: Thesaurus, read: readonly ReadWord[]): (id: string, at: number) => number {
  const rowOf = kinshipRowsOf(thesaurus)
  return (id, at) => {
    if (read.length === 1) return 1
    const near = rowOf(id)
    let doubt = 1
    for (let other = 0; other < read.length; other++) {
      if (other === at) continue
      let agreement = 0
      for (const { subject, strength } of read[other]!.senses) agreement = Math.max(agreement, near(subject.id) * strength)
      doubt *= 1 - agreement
    }
    return aloneShare + (1 - aloneShare) * (1 - doubt)
  }
}

/** Kinship by subject, remembered, because a register asks for the same pairs over and over. */
const kinshipRowsOf = deriveEach('kinship rows', (thesaurus: Thesaurus) => {
  const all = [...thesaurus.themes, ...thesaurus.concepts].map(({ id }) => id)
  const places = new Map(all.map((id, at) => [id, at]))
  const rows = new Map<string, Float32Array>()
  return (id: string) => {
    let row = rows.get(id)
    if (!row) rows.set(id, (row = Float32Array.from(all, (other) => kinship(thesaurus, id, other))))
    return (other: string) => row[places.get(other)!]!
  }
})

function unknownWords(text: string, read: readonly ReadWord[]): string[] {
  const known = new Set(read.flatMap(({ word }) => word?.split(' ') ?? []))
  const tokens = tokensOf(text)
  const denied = deniedStarts(text, tokens)
  const isTelling = (word: string) =>
    word.length >= shortestUnknown && subjectWeight(word) === 1 && !isBusinessWord(word) && !known.has(word)
  return [...new Set(tokens.filter(({ word, start }) => !denied.has(start) && isTelling(word)).map(({ word }) => word))]
}

/** From this share of what is read on, a business is a trade that serves those nearby; set on the tuning half of November 2026. */
const leastLocal = 0.38

/** Whether a business, by most of what is read of it, serves those nearby, wherever it lies. */
export function isLocalTrade(clues: readonly Clue[]): boolean {
  const read = clues.filter(({ senses }) => senses.length > 0)
  const sumOf = (list: readonly Clue[]) => list.reduce((sum, { weight }) => sum + weight, 0)
  return read.length > 0 && sumOf(read.filter((clue) => clue.isLocalTrade)) >= leastLocal * sumOf(read)
}
