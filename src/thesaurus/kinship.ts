import type { Concept, Thesaurus } from './thesaurus.ts'

/**
 * How two subjects can stand to each other. `parentAndChild`: one concept is directly below the other; `siblings`: both are directly below
 * the same concept; `beside`: the thesaurus lists one as related to the other; `themeMates`: they have the same main theme, `sharedTheme`:
 * another theme in common; `themeAndOwn`: a concept and its main theme, `themeAndFurther`: another of its themes, `themeBeside`: a theme
 * related to its main one; `themesBeside`: two related themes.
 */
export const kinshipKinds = [
  'parentAndChild',
  'siblings',
  'beside',
  'themeMates',
  'sharedTheme',
  'themeAndOwn',
  'themeAndFurther',
  'themeBeside',
  'themesBeside',
] as const
type KinshipKind = (typeof kinshipKinds)[number]

/**
 * How close two subjects are for one who asks, 0–1: a distant relative is better than no answer. Each id is that of a theme or of a concept;
 * the order does not matter.
 */
export const kinship = (thesaurus: Thesaurus, leftId: string, rightId: string): number =>
  closenessOf(thesaurus, 'finding', kinshipKind(thesaurus, leftId, rightId))

/** The same for one who asks how alike two areas are, with weights fitted on judged pairs. */
export const kinshipOfAreas = (thesaurus: Thesaurus, leftId: string, rightId: string): number =>
  closenessOf(thesaurus, 'kinship', kinshipKind(thesaurus, leftId, rightId))

/** @param use the beginning of the names of weights in `facts/fitted-weights.tsv` */
function closenessOf({ weights }: Thesaurus, use: 'finding' | 'kinship', kind: KinshipKind | 'same' | null): number {
  if (kind === 'same') return 1
  return kind ? (weights[`${use}.${kind}`] ?? 0) : 0
}

function kinshipKind(thesaurus: Thesaurus, leftId: string, rightId: string): KinshipKind | 'same' | null {
  if (leftId === rightId) return 'same'
  const [left, right] = [thesaurus.findConcept(leftId), thesaurus.findConcept(rightId)]
  if (left && right) return ofConcepts(thesaurus, left, right)
  if (left) return withTheme(thesaurus, left, rightId)
  if (right) return withTheme(thesaurus, right, leftId)
  return thesaurus.findTheme(leftId)?.relatedIds.includes(rightId) ? 'themesBeside' : null
}

function ofConcepts({ findConcept }: Thesaurus, left: Concept, right: Concept): KinshipKind | null {
  if (left.broaderIds.includes(right.id) || right.broaderIds.includes(left.id)) return 'parentAndChild'
  if (left.broaderIds.some((id) => right.broaderIds.includes(id) && findConcept(id))) return 'siblings'
  if (left.relatedIds.includes(right.id) || right.relatedIds.includes(left.id)) return 'beside'
  if (left.themeIds[0] === right.themeIds[0]) return 'themeMates'
  return left.themeIds.some((id) => right.themeIds.includes(id)) ? 'sharedTheme' : null
}

function withTheme({ findTheme }: Thesaurus, concept: Concept, themeId: string): KinshipKind | null {
  const rank = concept.themeIds.indexOf(themeId)
  if (rank >= 0) return rank === 0 ? 'themeAndOwn' : 'themeAndFurther'
  return findTheme(concept.themeIds[0]!)!.relatedIds.includes(themeId) ? 'themeBeside' : null
}
