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
  const pairOf = (predecessor: LabelledArea, successor: LabelledArea, isSame = false): Candidate => ({
    predecessor,
    successor,
    score: measure.compare(predecessor, successor),
    isSame,
  })
  const same = pairSame({ previous, next, isRejected }).map(([before, after]) => pairOf(before, after, true))
  const restBefore = previous.filter((area) => !same.some(({ predecessor }) => predecessor === area))
  const restAfter = next.filter((area) => !same.some(({ successor }) => successor === area))
  const options = restBefore.map((predecessor) => restAfter.map((successor) => pairOf(predecessor, successor)))
  const isOpen = ({ predecessor, successor }: Candidate) => !isRejected(predecessor.id, successor.id)
  const worth = options.map((row) => row.map((pair) => (pair.score >= leastAlike && isOpen(pair) ? pair.score : 0)))
  const alike = bestAssignment(worth).flatMap((column, row) => (column === null ? [] : [options[row]![column]!]))
  const chosen = [...same, ...alike]
  const free = options.flat().filter((pair) => pair.score >= complementAlike && !alike.includes(pair) && isOpen(pair))
  for (const pair of free.toSorted((a, b) => b.score - a.score))
    if (isAnotherPart(pair, { thesaurus, measure, chosen })) chosen.push(pair)
  return chosen.map(({ predecessor, successor, score, isSame }) => ({
    predecessor,
    successor,
    similarity: { ...compareLabels(thesaurus, predecessor, successor), score },
    describedWords: measure.sharedWords(predecessor, successor),
    isSame,
  }))
}

/** Two areas that may be paired: most are not, so only what decides that is found of them. */
interface Candidate extends Pick<AreaPair, 'predecessor' | 'successor' | 'isSame'> {
  score: number
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

interface Chosen {
  thesaurus: Thesaurus
  measure: SuccessionMeasure
  chosen: readonly Candidate[]
}

/**
 * Whether exactly one side of the pair is unpaired and it is another part of the other side, besides the pairs already
 * chosen. A pair where one label is the other with words added leaves room
 * for those words only, unless this pair is another such.
 */
function isAnotherPart(pair: Candidate, { thesaurus, measure, chosen }: Chosen): boolean {
  const before = chosen.filter(({ predecessor }) => predecessor === pair.predecessor)
  const after = chosen.filter(({ successor }) => successor === pair.successor)
  if (before.length > 0 === after.length > 0) return false
  const rivals = before.length > 0 ? before : after
  const { score } = pair
  if (rivals.some(({ isSame }) => isSame)) return false
  const isExtended = ({ predecessor, successor }: Candidate) => measure.isExtended(predecessor, successor)
  const isOpen = isExtended(pair) || !rivals.some(isExtended)
  if (isOpen && score >= clearlyAlike && rivals.every((rival) => score >= nearlyAsAlike * rival.score)) return true
  const leftBeside = ({ predecessor, successor }: Candidate) =>
    measure.compareWithout(pair.predecessor, pair.successor, [predecessor, successor])
  return (
    score >= complementAlike && rivals.every((rival) => addsSubject(thesaurus, pair, rival) || leftBeside(rival) >= leastLeft)
  )
}

/** Whether the pair surely shares a theme that the rival pair does not share. */
function addsSubject(thesaurus: Thesaurus, pair: Candidate, rival: Candidate): boolean {
  const sure = (area: LabelledArea) => codeLabel(thesaurus, area).filter(({ confidence }) => confidence >= sureTheme)
  const after = new Set(sure(pair.successor).map(({ themeId }) => themeId))
  const { sharedThemeIds } = compareLabels(thesaurus, rival.predecessor, rival.successor)
  return sure(pair.predecessor).some(({ themeId }) => after.has(themeId) && !sharedThemeIds.includes(themeId))
}

/** A label without case, punctuation and function words. */
export const foldedLabel = ({ displayLabel }: Pick<LabelledArea, 'displayLabel'>): string =>
  foldWords(displayLabel)
    .split(' ')
    .filter((word) => !isSubjectless(word))
    .join(' ')
