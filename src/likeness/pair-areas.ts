import { isSubjectless } from '../language/subject-words.ts'
import { foldWords } from '../records/fold-words.ts'
import { bestAssignment } from './best-assignment.ts'
import { codeLabel, type Label } from '../coding/coding.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { compareLabels, successionLikeness } from './similarity.ts'
import type { Similarity } from './similarity.ts'

export interface LabelledArea extends Label {
  id: string
  verbatimLabel: string
}

/** Two areas of successive lists where the later one continues the earlier one. */
export interface AreaPair {
  predecessor: LabelledArea
  successor: LabelledArea
  similarity: Similarity
  /** The labels are the same except for punctuation, case and small words. */
  isSame: boolean
}

/** Two areas with less likeness than this are not linked. */
const leastAlike = 0.36
/** A second successor (or predecessor) must have this likeness and at least `nearlyAsAlike` of the first one's … */
const clearlyAlike = 0.5
const nearlyAsAlike = 0.8
/** … or this likeness and a shared theme that the first pair does not have. */
const complementAlike = 0.3
const sureTheme = 0.6

/**
 * Pairs up two lists. Equal labels are paired first; then the one-to-one pairing with the largest total likeness is
 * taken; then each area left over is added to an area already paired when it clearly is another part of it.
 */
export function pairAreas(thesaurus: Thesaurus, previous: readonly LabelledArea[], next: readonly LabelledArea[]): AreaPair[] {
  const same = pairSame(thesaurus, previous, next)
  const restBefore = previous.filter((area) => !same.some(({ predecessor }) => predecessor === area))
  const restAfter = next.filter((area) => !same.some(({ successor }) => successor === area))
  const options = restBefore.map((predecessor) => restAfter.map((successor) => likeness(thesaurus, predecessor, successor)))
  const worth = options.map((row) => row.map(({ similarity: { score } }) => (score >= leastAlike ? score : 0)))
  const alike = bestAssignment(worth).flatMap((column, row) => (column === null ? [] : [options[row]![column]!]))
  const chosen = [...same, ...alike]
  const free = options.flat().filter((pair) => !alike.includes(pair))
  for (const pair of free.toSorted((a, b) => b.similarity.score - a.similarity.score))
    if (isAnotherPart(thesaurus, pair, chosen)) chosen.push(pair)
  return chosen
}

function pairSame(thesaurus: Thesaurus, previous: readonly LabelledArea[], next: readonly LabelledArea[]): AreaPair[] {
  const left = new Map<string, LabelledArea[]>()
  for (const area of next) left.set(foldedLabel(area), [...(left.get(foldedLabel(area)) ?? []), area])
  return previous.flatMap((predecessor) => {
    const successor = left.get(foldedLabel(predecessor))?.shift()
    return successor ? [{ ...likeness(thesaurus, predecessor, successor), isSame: true }] : []
  })
}

const likeness = (thesaurus: Thesaurus, predecessor: LabelledArea, successor: LabelledArea): AreaPair => ({
  predecessor,
  successor,
  similarity: {
    ...compareLabels(thesaurus, predecessor, successor),
    score: successionLikeness(thesaurus, predecessor, successor),
  },
  isSame: false,
})

/**
 * Whether exactly one side of the pair is unpaired and it is another part of the other side, besides the pairs already
 * chosen.
 */
function isAnotherPart(thesaurus: Thesaurus, pair: AreaPair, chosen: readonly AreaPair[]): boolean {
  const before = chosen.filter(({ predecessor }) => predecessor === pair.predecessor)
  const after = chosen.filter(({ successor }) => successor === pair.successor)
  if (before.length > 0 === after.length > 0) return false
  const rivals = before.length > 0 ? before : after
  const { score } = pair.similarity
  if (rivals.some(({ isSame }) => isSame)) return false
  if (score >= clearlyAlike && rivals.every((rival) => score >= nearlyAsAlike * rival.similarity.score)) return true
  return score >= complementAlike && rivals.every((rival) => addsSubject(thesaurus, pair, rival))
}

/** Whether the pair surely shares a theme that the rival pair does not share. */
function addsSubject(thesaurus: Thesaurus, pair: AreaPair, rival: AreaPair): boolean {
  const sure = (area: LabelledArea) => codeLabel(thesaurus, area).filter(({ confidence }) => confidence >= sureTheme)
  const after = new Set(sure(pair.successor).map(({ themeId }) => themeId))
  return sure(pair.predecessor).some(({ themeId }) => after.has(themeId) && !rival.similarity.sharedThemeIds.includes(themeId))
}

/** A label without case, punctuation and function words. */
const foldedLabel = ({ displayLabel }: Pick<LabelledArea, 'displayLabel'>): string =>
  foldWords(displayLabel)
    .split(' ')
    .filter((word) => !isSubjectless(word))
    .join(' ')
