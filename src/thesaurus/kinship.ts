import type { Concept, Thesaurus } from './thesaurus.ts'

/** How much of the same two subjects are, 0–1. */
const same = 1
/** One lies directly below the other. */
const parentAndChild = 0.7
/** Both lie below the same concept. */
const siblings = 0.5
/** The list says that they lie beside each other. */
const beside = 0.45
/** The same main theme, and nothing closer. */
const themeMates = 0.35
/** A theme and a concept that has it as its main theme, or as a further one. */
const themeAndOwn = 0.6
const themeAndFurther = 0.4
/** Two themes next to each other. */
const themesBeside = 0.35

/** How close two subjects lie in the thesaurus; each is the id of a theme or of a concept. Symmetric. */
export function kinship(thesaurus: Thesaurus, one: string, other: string): number {
  if (one === other) return same
  const [left, right] = [thesaurus.findConcept(one), thesaurus.findConcept(other)]
  if (left && right) return conceptKinship(thesaurus, left, right)
  if (left) return themeKinship(thesaurus, left, other)
  if (right) return themeKinship(thesaurus, right, one)
  return thesaurus.findTheme(one)?.relatedIds.includes(other) ? themesBeside : 0
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
