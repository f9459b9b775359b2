import { isSubjectless } from '../language/subject-words.ts'
import { foldWords } from '../records/fold-words.ts'
import { bestAssignment } from './best-assignment.ts'
import { codeLabel } from '../coding/coding.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { compareLabels } from './similarity.ts'
import type { Similarity } from './similarity.ts'
import { measureSuccession } from './succession.ts'
import type { DescribedArea, SuccessionMeasure } from './succession.ts'

export interface LabelledArea extends DescribedArea {
  id: string
  verbatimLabel: string
}

/** Two areas of successive lists where the later one continues the earlier one. */
export interface AreaPair {
  predecessor: LabelledArea
  successor: LabelledArea
  similarity: Similarity
  /** Telling words that the labels and descriptions share. */
  describedWords: readonly string[]
  /** The labels are the same except for punctuation, case and small words. */
  isSame: boolean
}

/** Two areas with less likeness than this are not linked. */
const leastAlike = 0.36
/** A second successor (or predecessor) must have this likeness and at least `nearlyAsAlike` of the first one's … */
const clearlyAlike = 0.5
const nearlyAsAlike = 0.8
/** … or this likeness, and this much of it without what the first pair has in common … */
const complementAlike = 0.33
const leastLeft = 0.2
/** … or this likeness and a shared theme that the first pair does not have. */
const sureTheme = 0.6

interface ToPair {
  previous: readonly LabelledArea[]
  next: readonly LabelledArea[]
  /** Whether two areas are known not to be linked. */
  isRejected?: (predecessorId: string, successorId: string) => boolean
}

/**
 * Pairs up two lists. Equal labels are paired first; then the one-to-one pairing with the largest total likeness is
 * taken; then each area left over is added to an area already paired when it clearly is another part of it.
 */
export function pairAreas(thesaurus: Thesaurus, { previous, next, isRejected = () => false }: ToPair): AreaPair[] {
  const measure = measureSuccession(thesaurus, previous, next)
  const pairOf = (predecessor: LabelledArea, successor: LabelledArea) => makePair(thesaurus, measure, predecessor, successor)
  const same = pairSame({ previous, next, isRejected }).map(([before, after]) => ({ ...pairOf(before, after), isSame: true }))
  const restBefore = previous.filter((area) => !same.some(({ predecessor }) => predecessor === area))
  const restAfter = next.filter((area) => !same.some(({ successor }) => successor === area))
  const options = restBefore.map((predecessor) => restAfter.map((successor) => pairOf(predecessor, successor)))
  const isOpen = ({ predecessor, successor }: AreaPair) => !isRejected(predecessor.id, successor.id)
  const worth = options.map((row) =>
    row.map((pair) => (pair.similarity.score >= leastAlike && isOpen(pair) ? pair.similarity.score : 0)),
  )
  const alike = bestAssignment(worth).flatMap((column, row) => (column === null ? [] : [options[row]![column]!]))
  const chosen = [...same, ...alike]
  const free = options.flat().filter((pair) => !alike.includes(pair) && isOpen(pair))
  for (const pair of free.toSorted((a, b) => b.similarity.score - a.similarity.score))
    if (isAnotherPart(pair, { thesaurus, measure, chosen })) chosen.push(pair)
  return chosen
}

function pairSame({ previous, next, isRejected }: Required<ToPair>): [LabelledArea, LabelledArea][] {
  const left = new Map<string, LabelledArea[]>()
  for (const area of next) left.set(foldedLabel(area), [...(left.get(foldedLabel(area)) ?? []), area])
  return previous.flatMap((predecessor): [LabelledArea, LabelledArea][] => {
    const candidates = left.get(foldedLabel(predecessor)) ?? []
    const at = candidates.findIndex((area) => !isRejected(predecessor.id, area.id))
    const [successor] = at < 0 ? [] : candidates.splice(at, 1)
    return successor ? [[predecessor, successor]] : []
  })
}

function makePair(
  thesaurus: Thesaurus,
  measure: SuccessionMeasure,
  predecessor: LabelledArea,
  successor: LabelledArea,
): AreaPair {
  const { score, describedWords } = measure.compare(predecessor, successor)
  const similarity = { ...compareLabels(thesaurus, predecessor, successor), score }
  return { predecessor, successor, similarity, describedWords, isSame: false }
}

interface Chosen {
  thesaurus: Thesaurus
  measure: SuccessionMeasure
  chosen: readonly AreaPair[]
}

/**
 * Whether exactly one side of the pair is unpaired and it is another part of the other side, besides the pairs already
 * chosen. A pair where one label is the other with words added leaves room
 * for those words only, unless this pair is another such.
 */
function isAnotherPart(pair: AreaPair, { thesaurus, measure, chosen }: Chosen): boolean {
  const before = chosen.filter(({ predecessor }) => predecessor === pair.predecessor)
  const after = chosen.filter(({ successor }) => successor === pair.successor)
  if (before.length > 0 === after.length > 0) return false
  const rivals = before.length > 0 ? before : after
  const { score } = pair.similarity
  if (rivals.some(({ isSame }) => isSame)) return false
  const isExtended = ({ predecessor, successor }: AreaPair) => measure.isExtended(predecessor, successor)
  const isOpen = isExtended(pair) || !rivals.some(isExtended)
  if (isOpen && score >= clearlyAlike && rivals.every((rival) => score >= nearlyAsAlike * rival.similarity.score)) return true
  const leftBeside = ({ predecessor, successor }: AreaPair) =>
    measure.compareWithout(pair.predecessor, pair.successor, [predecessor, successor])
  return (
    score >= complementAlike && rivals.every((rival) => addsSubject(thesaurus, pair, rival) || leftBeside(rival) >= leastLeft)
  )
}

/** Whether the pair surely shares a theme that the rival pair does not share. */
function addsSubject(thesaurus: Thesaurus, pair: AreaPair, rival: AreaPair): boolean {
  const sure = (area: LabelledArea) => codeLabel(thesaurus, area).filter(({ confidence }) => confidence >= sureTheme)
  const after = new Set(sure(pair.successor).map(({ themeId }) => themeId))
  return sure(pair.predecessor).some(({ themeId }) => after.has(themeId) && !rival.similarity.sharedThemeIds.includes(themeId))
}

/** A label without case, punctuation and function words. */
export const foldedLabel = ({ displayLabel }: Pick<LabelledArea, 'displayLabel'>): string =>
  foldWords(displayLabel)
    .split(' ')
    .filter((word) => !isSubjectless(word))
    .join(' ')
