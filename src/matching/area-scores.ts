import { isBusinessWord } from '../language/subject-words.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { AreaWords } from './area-words.ts'
import { aloneShare, isLocalTrade } from './company-clues.ts'
import type { Clue, Sense } from './company-clues.ts'
import { localTradesOf } from '../thesaurus/local-trades.ts'
import type { SubjectTable } from './subject-table.ts'

/** What areas are compared with: their subjects and their words. */
export interface AreaTables {
  subjects: SubjectTable
  words: AreaWords
}

/** A word of the business that an area itself writes counts at most this much. */
const writtenShare = 0.6

/** How a business compares with every area. */
export interface Comparison {
  /**
   * How much of what the business writes each area explains, 0–1, by place in the subject table: the square root of
   * Σ weight · nearness / Σ weight over the clues, where nearness is that of the clue's best sense to the area, or of the
   * word itself when the area writes it. The root only spreads the low values; it changes no order.
   */
  scores: Float64Array
  /** What most connects the business with the area at a place. */
  connectionAt(at: number): Connection
}

/** The sense of the business's words, or the words that the area writes too. */
export interface Connection {
  sense: Sense | null
  /** Words of the business that the area writes itself, when they say more than the sense. */
  writtenWords: readonly string[]
  /** How many of the business's words connect it with the area. */
  wordCount: number
  /** What these words count for among all, 0–1. */
  share: number
}

/** One clue with what it is near to. */
interface Compared {
  clue: Clue
  senses: readonly { sense: Sense; near: Float32Array; isConcept: boolean }[]
  written: ReadonlyMap<number, number>
  /** What an area's own use of the word counts for, 0–1. */
  agreement: number
}

/**
 * Compares a business with all areas. A trade that serves those nearby is compared by its trade alone, not by what else
 * it mentions.
 */
export function compareAreas(thesaurus: Thesaurus, tables: AreaTables, clues: readonly Clue[]): Comparison {
  const isTrade = isLocalTrade(clues)
  const agreementOf = agreementIn(clues)
  const compared = (isTrade ? tradesOf(thesaurus, clues) : clues)
    .map((clue) => ({
      clue,
      senses: clue.senses.map((sense) => ({
        sense,
        near: tables.subjects.nearness.get(sense.subject.id)!,
        isConcept: thesaurus.findConcept(sense.subject.id) !== null,
      })),
      // What nearly every business writes, "bygger", is in many descriptions in another sense.
      written: clue.word === null || isBusinessWord(clue.word) ? nowhere : tables.words.thatWrite(clue.word, isTrade),
      agreement: agreementOf(clue),
    }))
    .filter(({ senses, written }) => senses.length > 0 || written.size > 0)
  return { scores: scoreAreas(tables.subjects.areas.length, compared), connectionAt: (at) => connectionOf(compared, at) }
}

const nowhere: ReadonlyMap<number, number> = new Map()

/**
 * What it counts for that an area writes a word which no other word agrees with, where the others agree with each other:
 * "jord" in "under jord" of a mine counts as little as such a sense does.
 */
function agreementIn(clues: readonly Clue[]): (clue: Clue) => number {
  const isAlone = ({ senses }: Clue) => senses.every(({ strength }) => strength < aloneShare * 1.05)
  const othersAgree = clues.filter((clue) => clue.senses.length > 0 && !isAlone(clue)).length > 1
  return (clue) => (othersAgree && clue.senses.length > 0 && isAlone(clue) ? aloneShare : 1)
}

/** What a local trade is compared by. */
function tradesOf(thesaurus: Thesaurus, clues: readonly Clue[]): Clue[] {
  const trades = localTradesOf(thesaurus)
  return clues
    .filter((clue) => clue.isLocalTrade)
    .map((clue) => ({ ...clue, senses: clue.senses.filter(({ subject }) => trades.has(subject.id)) }))
}

function scoreAreas(count: number, compared: readonly Compared[]): Float64Array {
  const scores = new Float64Array(count)
  const best = new Float64Array(count)
  let total = 0
  for (const { clue, senses, written, agreement } of compared) {
    best.fill(0)
    for (const { sense, near } of senses) raise(best, near, sense.strength)
    for (const [at, share] of written) best[at] = Math.max(best[at]!, writtenShare * agreement * share)
    total += clue.weight
    for (let at = 0; at < count; at++) scores[at]! += clue.weight * best[at]!
  }
  if (total > 0) for (let at = 0; at < count; at++) scores[at] = Math.sqrt(scores[at]! / total)
  return scores
}

function raise(best: Float64Array, near: Float32Array, strength: number): void {
  for (let at = 0; at < best.length; at++) {
    const value = strength * near[at]!
    if (value > best[at]!) best[at] = value
  }
}

/** A word that is less near to an area than this does not support that the business fits it. */
const leastSupport = 0.1

/** Concepts get more weight in a reason, because they tell the reader more than themes. */
const conceptTells = 1.5

function connectionOf(compared: readonly Compared[], at: number): Connection {
  const bySubject = new Map<string, { sense: Sense; sum: number }>()
  const writtenWords: string[] = []
  let sumWritten = 0
  const supporting: Clue[] = []
  for (const { clue, senses, written, agreement } of compared) {
    const own = writtenShare * agreement * (written.get(at) ?? 0)
    let best: Compared['senses'][number] | null = null
    let worth = 0
    for (const one of senses) {
      const worthOfOne = one.sense.strength * one.near[at]!
      if (worthOfOne > worth) [best, worth] = [one, worthOfOne]
    }
    if (Math.max(worth, own) >= leastSupport) supporting.push(clue)
    if (best && worth >= own) {
      const { sense, isConcept } = best
      const known = bySubject.get(sense.subject.id) ?? { sense, sum: 0 }
      known.sum += clue.weight * worth * (isConcept ? conceptTells : 1)
      bySubject.set(sense.subject.id, known)
    } else if (own > 0) {
      sumWritten += clue.weight * own
      writtenWords.push(clue.word!)
    }
  }
  let strongest: { sense: Sense; sum: number } | null = null
  for (const one of bySubject.values()) if (strongest === null || one.sum > strongest.sum) strongest = one
  const isBySense = strongest !== null && strongest.sum >= sumWritten
  const weightOf = (clues: readonly Clue[]) => clues.reduce((sum, { weight }) => sum + weight, 0)
  return {
    sense: strongest?.sense ?? null,
    writtenWords: isBySense ? [] : writtenWords,
    wordCount: supporting.length,
    share: weightOf(supporting) / (weightOf(compared.map(({ clue }) => clue)) || 1),
  }
}
