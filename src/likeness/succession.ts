import { codeLabel } from '../coding/coding.ts'
import type { Label } from '../coding/coding.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { kinship } from '../thesaurus/kinship.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { successionLikeness, stemsOf } from './similarity.ts'
import type { Stems } from './similarity.ts'

/** An area of a list as far as its label and description tell what it is about. */
export interface DescribedArea extends Label {
  description?: LocalText | null
  /** The labels and descriptions of its parts, in Swedish. */
  partsText?: string
}

export interface Succession {
  /** 0–1: how likely it is that the later area continues the earlier one. */
  score: number
  /** Words that labels and descriptions share and few other areas of the two lists have, most telling first. */
  describedWords: readonly string[]
}

/** Compares areas of two successive lists; `without` leaves out what another pair has in common already. */
export interface SuccessionMeasure {
  compare(predecessor: DescribedArea, successor: DescribedArea): Succession
  /** The likeness that is left when what `rival` has in common is not counted. */
  compareWithout(predecessor: DescribedArea, successor: DescribedArea, rival: readonly [DescribedArea, DescribedArea]): number
  /** Whether every word of one label that names a subject is in the other: a rename with a word more or less. */
  isExtended(predecessor: DescribedArea, successor: DescribedArea): boolean
}

/** A word of a description counts this much beside a word of the label, which is the owner's own. */
const descriptionWeight = 0.6
/** The most that words of descriptions, and labels mentioned in each other's descriptions, can give. */
const descriptionShare = 0.95
const mentionShare = 0.42
/** How much of a label must be found again for it to be called the same with a word more. */
const nearlyWhole = 0.9

/**
 * How alike areas of two lists are, by label and description. A word that many areas of the two lists have, such as the
 * county's name, tells little, so words count by how few areas of the lists have them.
 */
export function measureSuccession(
  thesaurus: Thesaurus,
  previous: readonly DescribedArea[],
  next: readonly DescribedArea[],
): SuccessionMeasure {
  const rarity = rarityIn(thesaurus, [previous, next])
  const wordsOf = (area: DescribedArea): Weights =>
    new Map([...featuresOf(thesaurus, area).all].map(([stem, { weight }]) => [stem, weight * rarity(stem)]))
  const compare = (predecessor: DescribedArea, successor: DescribedArea): Succession => {
    const words = cosineOf(wordsOf(predecessor), wordsOf(successor))
    const byLabel = successionLikeness(thesaurus, predecessor, successor)
    const mention = mutualMention(thesaurus, predecessor, successor)
    const score = Math.max(byLabel, 1 - (1 - byLabel) * (1 - descriptionShare * words) * (1 - mentionShare * mention))
    return { score, describedWords: sharedWordsOf(thesaurus, { predecessor, successor, rarity }) }
  }
  return {
    compare,
    compareWithout: (predecessor, successor, rival) => {
      const [stems, themes] = commonTo(thesaurus, rival)
      const rest = (area: DescribedArea) => new Map([...wordsOf(area)].filter(([stem]) => !stems.has(stem)))
      const words = cosineOf(rest(predecessor), rest(successor))
      const left = (area: DescribedArea) => codeLabel(thesaurus, area).filter(({ themeId }) => !themes.has(themeId))
      return 1 - (1 - words) * (1 - 0.5 * themeLikeness(thesaurus, left(predecessor), left(successor)))
    },
    isExtended: (predecessor, successor) => {
      const [one, other] = [featuresOf(thesaurus, predecessor).label, featuresOf(thesaurus, successor).label]
      return Math.max(shareFound(one, other), shareFound(other, one)) >= nearlyWhole
    },
  }
}

type Weights = ReadonlyMap<string, number>

interface Features {
  label: Stems
  /** Of the label, the description and the parts; the label's words have their whole weight. */
  all: Stems
}

const featuresByText = deriveEach('features of areas', (_thesaurus: Thesaurus) => new Map<string, Features>())
const mostKept = 4000

function featuresOf(thesaurus: Thesaurus, area: DescribedArea): Features {
  const { displayLabel, language, translatedLabel, description, partsText = '' } = area
  const cache = featuresByText(thesaurus)
  const key = [language, displayLabel, translatedLabel, description?.sv, partsText].join('\n')
  const known = cache.get(key)
  if (known) return known
  if (cache.size > mostKept) cache.clear()
  const label = new Map(stemsOf(thesaurus, { displayLabel, language, translatedLabel }))
  if (translatedLabel && language === 'en') addAll(label, stemsIn(thesaurus, translatedLabel), 1)
  const all = new Map(label)
  addAll(all, stemsIn(thesaurus, `${description?.sv ?? ''} ${partsText}`), descriptionWeight)
  const features = { label, all }
  cache.set(key, features)
  return features
}

const stemsIn = (thesaurus: Thesaurus, swedish: string): Stems =>
  stemsOf(thesaurus, { displayLabel: swedish, language: 'sv', translatedLabel: null })

function addAll(stems: Stems, added: Stems, factor: number): void {
  for (const [stem, { weight, written }] of added)
    if (weight * factor > (stems.get(stem)?.weight ?? 0)) stems.set(stem, { weight: weight * factor, written })
}

/** 1 for a word that one area of each list has, towards 0 for a word that all of them have. */
function rarityIn(thesaurus: Thesaurus, lists: readonly (readonly DescribedArea[])[]): (stem: string) => number {
  const counts = lists.map((list) => {
    const count = new Map<string, number>()
    for (const area of list)
      for (const stem of featuresOf(thesaurus, area).all.keys()) count.set(stem, (count.get(stem) ?? 0) + 1)
    return { count, size: list.length }
  })
  return (stem) =>
    counts.reduce(
      (product, { count, size }) => product * (1 - Math.log(Math.max(1, count.get(stem) ?? 0)) / Math.log(size + 1)),
      1,
    )
}

function cosineOf(left: Weights, right: Weights): number {
  const lengthOf = (weights: Weights) => [...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)
  const product = [...left].reduce((sum, [stem, weight]) => sum + weight * (right.get(stem) ?? 0), 0)
  // The floor of 1, the weight of one word for a subject, keeps texts of filler words only from being alike.
  return product === 0 ? 0 : product / Math.max(1, Math.sqrt(lengthOf(left) * lengthOf(right)))
}

/** How much of one label's words another text has, 0–1. The floor keeps a label of filler words from being found everywhere. */
function shareFound(label: Stems, within: Stems): number {
  let [found, total] = [0, 0]
  for (const [stem, { weight }] of label) {
    total += weight
    if (within.has(stem)) found += weight
  }
  return found / Math.max(total, 0.8)
}

/** How much each label is mentioned in the other area's text: both must be, for a mention one way is common. */
function mutualMention(thesaurus: Thesaurus, predecessor: DescribedArea, successor: DescribedArea): number {
  const [before, after] = [featuresOf(thesaurus, predecessor), featuresOf(thesaurus, successor)]
  return Math.sqrt(shareFound(before.label, after.all) * shareFound(after.label, before.all))
}

type Theme = { themeId: string; confidence: number }

function themeLikeness(thesaurus: Thesaurus, left: readonly Theme[], right: readonly Theme[]): number {
  const product = (one: readonly Theme[], other: readonly Theme[]) =>
    one.reduce(
      (sum, a) =>
        sum + other.reduce((inner, b) => inner + a.confidence * b.confidence * kinship(thesaurus, a.themeId, b.themeId), 0),
      0,
    )
  const common = product(left, right)
  return common === 0 ? 0 : common / Math.sqrt(product(left, left) * product(right, right))
}

/** The words and themes that two areas have in common. */
function commonTo(thesaurus: Thesaurus, [one, other]: readonly [DescribedArea, DescribedArea]): [Set<string>, Set<string>] {
  const [left, right] = [featuresOf(thesaurus, one).all, featuresOf(thesaurus, other).all]
  const themes = new Set(codeLabel(thesaurus, other).map(({ themeId }) => themeId))
  return [
    new Set([...left.keys()].filter((stem) => right.has(stem))),
    new Set(codeLabel(thesaurus, one).flatMap(({ themeId }) => (themes.has(themeId) ? [themeId] : []))),
  ]
}

interface Shared {
  predecessor: DescribedArea
  successor: DescribedArea
  rarity: (stem: string) => number
}

const mostNamed = 3
const leastTelling = 0.2

function sharedWordsOf(thesaurus: Thesaurus, { predecessor, successor, rarity }: Shared): string[] {
  const [left, right] = [featuresOf(thesaurus, predecessor).all, featuresOf(thesaurus, successor).all]
  const telling = [...left]
    .filter(([stem]) => right.has(stem))
    .map(([stem, { weight, written }]) => ({ word: shorterOf(written, right.get(stem)!.written), weight: weight * rarity(stem) }))
    .filter(({ weight }) => weight >= leastTelling)
    .sort((a, b) => b.weight - a.weight)
  const words = [...new Set(telling.map(({ word }) => word))]
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word))).slice(0, mostNamed)
}

const shorterOf = (a: string, b: string): string => (b.length < a.length ? b : a).toLowerCase()
