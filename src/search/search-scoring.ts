import { postingWeights } from './postings.ts'
import { restingScoreOf } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'
import type { QueryWord } from './search-query.ts'

/** A hit must match at least this share of the query's total weight. */
const leastCoverage = 0.33
/** A hit must score more than this share of the best hit's score, because hits below it are rarely relevant. */
const leastShare = 0.06
/** A word whose best match is worth less than this counts as only partly matched. */
const fullWorth = 0.22

export interface Scored {
  /** Places of the matching documents; the order has no meaning. */
  places: number[]
  /** The score of every place; 0 for documents that do not match. */
  scores: Float64Array
}

/**
 * Scores the documents that match a query. Each word counts with its best match in a document, weighted by rarity
 * (BM25's idf; without its saturation, because titles are short). The score is multiplied by the square of the matched
 * share of the query.
 */
export function scoreDocuments(index: SearchIndex, words: readonly QueryWord[]): Scored {
  const count = index.documents.length
  const [scores, covered] = [new Float64Array(count), new Float64Array(count)]
  const best: BestMeetings = { points: new Float64Array(count), worth: new Float64Array(count) }
  const met: number[] = []
  for (const word of words) {
    for (const place of bestMeetings(index, word, best)) {
      if (covered[place] === 0) met.push(place)
      scores[place]! += best.points[place]! * word.weight
      covered[place]! += word.weight * Math.min(1, best.worth[place]! / fullWorth)
      best.points[place] = best.worth[place] = 0
    }
  }
  const total = words.reduce((sum, word) => sum + word.weight, 0)
  let highest = 0
  for (const place of met) {
    const coverage = covered[place]! / total
    scores[place]! *= coverage < leastCoverage ? 0 : coverage * coverage * index.boosts[place]!
    highest = Math.max(highest, scores[place]!)
  }
  return { places: met.filter((place) => scores[place]! > highest * leastShare), scores }
}

/** Scores every document for an empty query, by its kind and whether it is in force. */
export const scoreAll = (index: SearchIndex): Scored => ({
  places: index.documents.map((_, place) => place),
  scores: Float64Array.from(index.documents, restingScoreOf),
})

/** For the current word and every document: the most points of a match, and the worth of the best kind of match. */
interface BestMeetings {
  points: Float64Array
  worth: Float64Array
}

/** Fills `best` for the documents that match the word, and returns their places. */
function bestMeetings(index: SearchIndex, { keys }: QueryWord, best: BestMeetings): number[] {
  const met: number[] = []
  for (const [key, value] of keys) {
    const { places, weights, from, to } = index.postings.get(key)!
    const points = value * Math.log(1 + index.documents.length / (to - from))
    for (let at = from; at < to; at++) {
      const place = places[at]!
      const meeting = points * postingWeights[weights[at]!]!
      if (best.points[place] === 0) met.push(place)
      if (meeting > best.points[place]!) best.points[place] = meeting
      if (value > best.worth[place]!) best.worth[place] = value
    }
  }
  return met
}
