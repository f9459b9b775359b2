import { isBusinessWord, subjectWeight } from '../language/subject-words.ts'
import { stemOf } from '../language/stems.ts'
import { makeMemory } from '../language/memory.ts'
import { wordsWithin } from '../language/tokens.ts'
import { derive } from '../snapshot/derive.ts'
import { deriveEachWith } from '../snapshot/derive-each.ts'
import type { Known } from '../snapshot/snapshot.ts'
import { compoundPartsOf, isGeneralPart, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'

/** Which areas in force write a word, in their name or in our description of them. */
export interface AreaWords {
  /**
   * The areas that write a word or phrase, by place in the subject table, with how much that tells, 0–1: less for a part
   * of a compound, and less the more areas write it.
   * @param isWhole whether parts of compounds are left out
   */
  thatWrite(word: string, isWhole: boolean): ReadonlyMap<number, number>
}

/** What one part of a compound counts for, beside the whole word. */
const partShare = 0.5

/** The stems of a word and, with less weight, of the parts of a compound that carry a subject. */
export function stemsWithin(thesaurus: Thesaurus, word: string): Map<string, number> {
  const stems = new Map([
    [stemOf(word, 'en'), 1],
    [stemOf(word, 'sv'), 1],
  ])
  for (const part of compoundPartsOf(thesaurus, word, 'sv')) {
    const stem = stemOf(part, 'sv')
    if (!isGeneralPart(part) && subjectWeight(part) === 1 && !stems.has(stem)) stems.set(stem, partShare)
  }
  return stems
}

/** What a word such as "bygger" counts for in a description, since it is in nearly every one, in another sense. */
const businessShare = 0.3

/** How much a word tells of what an area is about, 0–1. */
export const tellingShare = (word: string, isDescription: boolean): number =>
  subjectWeight(word) < 1 ? 0 : isDescription && isBusinessWord(word) ? businessShare : 1

const stemsOfArea = deriveEachWith(
  'stems of an area',
  (thesaurus: Thesaurus, { displayLabel, translatedLabel, description }: Known<'priorityArea'>): ReadonlyMap<string, number> => {
    const stems = new Map<string, number>()
    const addAll = (texts: readonly (string | null | undefined)[], isDescription: boolean) => {
      const words = wholeTokensOf(thesaurus, texts.join('. ')).flatMap(wordsWithin)
      for (const word of words) {
        const telling = tellingShare(word, isDescription)
        if (telling === 0) continue
        for (const [stem, share] of stemsWithin(thesaurus, word)) stems.set(stem, Math.max(share * telling, stems.get(stem) ?? 0))
      }
    }
    addAll([displayLabel, translatedLabel], false)
    addAll([description?.sv, description?.en], true)
    return stems
  },
)

/** Looked up again and again, because companies of a register share most of their words. */
const mostRemembered = 20_000

/** The words of all areas in force; the places are those of `subjectTableOf`. */
export const areaWordsOf = derive<AreaWords>('area words', ['priorityArea', 'thesaurus'], (snapshot) => {
  const thesaurus = thesaurusOf(snapshot)
  const placesOf = new Map<string, Map<number, number>>()
  const areas = snapshot.inForce('priorityArea')
  areas.forEach((area, at) => {
    for (const [stem, share] of stemsOfArea(thesaurus, area)) {
      const places = placesOf.get(stem) ?? new Map<number, number>()
      placesOf.set(stem, places.set(at, share))
    }
  })
  const find = (phrase: string, isWhole: boolean): ReadonlyMap<number, number> => {
    const found = new Map<number, number>()
    for (const word of phrase.split(' '))
      for (const [stem, share] of stemsWithin(thesaurus, word)) {
        const places = placesOf.get(stem)
        if (!places || (isWhole && share < 1)) continue
        const worth = share * rarityOf(places.size, areas.length)
        for (const [at, has] of places) if (!isWhole || has === 1) found.set(at, Math.max(found.get(at) ?? 0, worth * has))
      }
    return found.size > 0 ? found : nowhere
  }
  const remembered = [
    makeMemory<ReadonlyMap<number, number>>(mostRemembered),
    makeMemory<ReadonlyMap<number, number>>(mostRemembered),
  ]
  return {
    thatWrite(word, isWhole) {
      const memory = remembered[Number(isWhole)]!
      const known = memory.get(word)
      if (known) return known
      const found = find(word, isWhole)
      memory.set(word, found)
      return found
    },
  }
})

const nowhere: ReadonlyMap<number, number> = new Map()

/** Above one, so that a word in a few areas tells as much as a word in one. */
const mostTelling = 1.3

/** How much a word tells that so many of all areas write, 0–1. */
const rarityOf = (places: number, count: number): number =>
  count < 2 ? 1 : Math.min(1, (mostTelling * Math.log(count / places)) / Math.log(count))
