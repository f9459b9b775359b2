import { labelAsCoded, subjectsAsRead } from '../coding/area-coding.ts'
import { divisionsOf, scienceFieldsOf } from '../coding/following-codes.ts'
import type { Subjects } from '../coding/following-codes.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { derive } from '../snapshot/derive.ts'
import { deriveEachWith } from '../snapshot/derive-each.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { compareLabels, reasonFor, subjectCosine, weightedStems } from './similarity.ts'
import type { Similarity } from './similarity.ts'

/**
 * What two areas can have in common, each from 0 to 1: their labels, their subjects with those akin to them, the concepts among these alone,
 * the industries and the fields of science that follow, and the words of label and description, rare ones most.
 */
export const likenessFeatures = ['bias', 'label', 'subjects', 'concepts', 'industries', 'sciences', 'words'] as const
export type LikenessFeatures = Record<(typeof likenessFeatures)[number], number>

/** How alike two areas are, 0–1, and what they share. A grade of 4 by a judge is 1: one field; 2 is 0.5: related, 1 is 0.25: a thread. */
export function compareAreas(snapshot: Snapshot, one: Known<'priorityArea'>, other: Known<'priorityArea'>): Similarity {
  const thesaurus = thesaurusOf(snapshot)
  const labels = compareLabels(thesaurus, labelAsCoded(snapshot, one), labelAsCoded(snapshot, other))
  // The weights are fitted on areas that are explained; without an explanation there is only the label to go by.
  if (labels.score === 1 || !one.description || !other.description || !thesaurus.weights['likeness.bias']) return labels
  const features = featuresOfPair(snapshot, one, other)
  const score = likenessFeatures.reduce((sum, name) => sum + (thesaurus.weights[`likeness.${name}`] ?? 0) * features[name], 0)
  const shared = labels.sharedThemeIds.length > 0 ? labels : { ...labels, ...themesShared(snapshot, one, other) }
  return { ...shared, score: Math.min(1, Math.max(0, score)) }
}

/** What speaks for the likeness of two areas. */
export function featuresOfPair(snapshot: Snapshot, one: Known<'priorityArea'>, other: Known<'priorityArea'>): LikenessFeatures {
  const thesaurus = thesaurusOf(snapshot)
  const [left, right] = [one, other].map((area) => contentOf(thesaurus, subjectsAsRead(snapshot, area)))
  const rarity = rarityOfStems(snapshot)
  return {
    bias: 1,
    label: compareLabels(thesaurus, labelAsCoded(snapshot, one), labelAsCoded(snapshot, other)).score,
    subjects: subjectCosine(thesaurus, [...left!.themes, ...left!.concepts], [...right!.themes, ...right!.concepts]),
    concepts: subjectCosine(thesaurus, left!.concepts, right!.concepts),
    industries: cosine(left!.divisions, right!.divisions),
    sciences: cosine(left!.fields, right!.fields),
    words: cosine(weighted(stemsOfArea(thesaurus, one), rarity), weighted(stemsOfArea(thesaurus, other), rarity)),
  }
}

interface Content {
  themes: readonly { id: string; confidence: number }[]
  /** Those of the label, and less surely those of the description. */
  concepts: readonly { id: string; confidence: number }[]
  divisions: ReadonlyMap<string, number>
  fields: ReadonlyMap<string, number>
}

/** A concept of the description is worth this much beside one of the label. */
const describedShare = 0.7

const contentOf = deriveEachWith('content of an area', (thesaurus: Thesaurus, subjects: Subjects): Content => {
  const { themes, concepts, described } = subjects
  const inLabel = new Set(concepts.map(({ conceptId }) => conceptId))
  return {
    themes: themes.map(({ themeId, confidence }) => ({ id: themeId, confidence })),
    concepts: [
      ...concepts.map(({ conceptId, confidence }) => ({ id: conceptId, confidence })),
      ...described
        .filter(({ conceptId }) => !inLabel.has(conceptId))
        .map(({ conceptId, confidence }) => ({ id: conceptId, confidence: describedShare * confidence })),
    ],
    divisions: new Map(divisionsOf(thesaurus, subjects).map(({ code }) => [code, 1])),
    fields: new Map(scienceFieldsOf(thesaurus, subjects).map(({ code, confidence }) => [code, confidence])),
  }
})

const stemsOfArea = deriveEachWith('stems of an area', (thesaurus: Thesaurus, area: Known<'priorityArea'>) => {
  const { displayLabel, translatedLabel, language, description } = area
  const label = language === 'sv' ? displayLabel : (translatedLabel ?? displayLabel)
  return new Map(
    [...weightedStems(thesaurus, `${label}. ${description?.sv ?? ''}`, 'sv')].map(([stem, { weight }]) => [stem, weight]),
  )
})

/** How rare each stem is among the areas that have begun: the logarithm of how many times rarer than in all of them. */
const rarityOfStems = derive('rarity of stems', ['priorityArea', 'thesaurus'], (snapshot): ReadonlyMap<string, number> => {
  const thesaurus = thesaurusOf(snapshot)
  const counts = new Map<string, number>()
  // The same text in several lists is one text, or an area that is kept for long would make its own words common.
  const texts = new Map(snapshot.everBegun('priorityArea').map((area) => [area.description?.sv ?? area.displayLabel, area]))
  for (const area of texts.values())
    for (const stem of stemsOfArea(thesaurus, area).keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(texts.size / count)]))
})

const weighted = (stems: ReadonlyMap<string, number>, rarity: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...stems].map(([stem, weight]) => [stem, weight * (rarity.get(stem) ?? 0)]))

/** The cosine of two weighted sets: 0 with nothing in common, 1 with all in the same proportion. */
function cosine(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let product = 0
  for (const [key, weight] of left) product += weight * (right.get(key) ?? 0)
  return product === 0 ? 0 : product / Math.sqrt(squaresOf(left) * squaresOf(right))
}

const squaresOf = (set: ReadonlyMap<string, number>): number =>
  [...set.values()].reduce((sum, weight) => sum + weight * weight, 0)

/** The themes that two areas share although their labels do not, with the words of each that suggest the first of them. */
function themesShared(
  snapshot: Snapshot,
  one: Known<'priorityArea'>,
  other: Known<'priorityArea'>,
): Pick<Similarity, 'sharedThemeIds' | 'themeWords'> {
  const [left, right] = [subjectsAsRead(snapshot, one).themes, subjectsAsRead(snapshot, other).themes]
  const shared = left.filter(
    ({ themeId, words }) => words.length > 0 && right.some((theme) => theme.themeId === themeId && theme.words.length > 0),
  )
  const wordsIn = (themes: Subjects['themes']) => themes.find(({ themeId }) => themeId === shared[0]?.themeId)?.words ?? []
  return { sharedThemeIds: shared.map(({ themeId }) => themeId), themeWords: [wordsIn(left), wordsIn(right)] }
}

export interface SimilarPriority {
  priority: Known<'priorityArea'>
  score: number
  reason: LocalText
}

const leastSimilar = 0.38

/** Areas in force of other owners that are similar to this one, most similar first. */
export function findSimilarPriorities(snapshot: Snapshot, priorityId: string, limit: number): SimilarPriority[] {
  const area = snapshot.getBegun('priorityArea', priorityId)
  if (!area) return []
  return snapshot
    .inForce('priorityArea')
    .filter((other) => ownerKey(other.owner) !== ownerKey(area.owner))
    .map((priority) => ({ priority, similarity: compareAreas(snapshot, area, priority) }))
    .filter(({ similarity }) => similarity.score >= leastSimilar)
    .sort((a, b) => b.similarity.score - a.similarity.score || (a.priority.id < b.priority.id ? -1 : 1))
    .slice(0, limit)
    .map(({ priority, similarity }) => ({
      priority,
      score: similarity.score,
      reason: reasonFor(thesaurusOf(snapshot), similarity),
    }))
}
