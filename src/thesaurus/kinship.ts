import type { Concept, Thesaurus } from './thesaurus.ts'

/** A subject compared with itself; all values are 0–1. */
const same = 1
/** One concept is directly below the other. */
const parentAndChild = 0.7
/** Both concepts are directly below the same concept. */
const siblings = 0.5
/** The thesaurus lists one concept as related to the other. */
const beside = 0.45
/** Two concepts with the same main theme and no closer relation. */
const themeMates = 0.35
/** A concept and its main theme; `themeAndFurther` is a concept and another of its themes. */
const themeAndOwn = 0.6
const themeAndFurther = 0.4
/** Two themes that the thesaurus lists as related. */
const themesBeside = 0.35

/**
 * How close two subjects are in the thesaurus, 0–1. Each id is that of a theme or of a concept; the order does not
 * matter.
 */
export function kinship(thesaurus: Thesaurus, leftId: string, rightId: string): number {
  if (leftId === rightId) return same
  const [left, right] = [thesaurus.findConcept(leftId), thesaurus.findConcept(rightId)]
  if (left && right) return conceptKinship(thesaurus, left, right)
  if (left) return themeKinship(thesaurus, left, rightId)
  if (right) return themeKinship(thesaurus, right, leftId)
  return thesaurus.findTheme(leftId)?.relatedIds.includes(rightId) ? themesBeside : 0
}

function conceptKinship({ findConcept }: Thesaurus, left: Concept, right: Concept): number {
  if (left.broaderIds.includes(right.id) || right.broaderIds.includes(left.id)) return parentAndChild
  if (left.broaderIds.some((id) => right.broaderIds.includes(id) && findConcept(id))) return siblings
  if (left.relatedIds.includes(right.id) || right.relatedIds.includes(left.id)) return beside
  if (left.themeIds[0] === right.themeIds[0]) return themeMates
  return left.themeIds.some((id) => right.themeIds.includes(id)) ? themeMates * 0.7 : 0
}

function themeKinship({ findTheme }: Thesaurus, concept: Concept, themeId: string): number {
  const rank = concept.themeIds.indexOf(themeId)
  if (rank === 0) return themeAndOwn
  if (rank > 0) return themeAndFurther
  return findTheme(concept.themeIds[0]!)!.relatedIds.includes(themeId) ? themesBeside * themeAndOwn : 0
}
