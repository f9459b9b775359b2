import type { Label } from '../coding/coding.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { kinship } from '../thesaurus/kinship.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { featuresOfLabel, successionLikeness, stemsOf } from './similarity.ts'
import type { LabelFeatures, Stems } from './similarity.ts'

/** An area of a list as far as its label and description tell what it is about. */
export interface DescribedArea extends Label {
  description?: LocalText | null
  /** The labels and descriptions of its parts, in Swedish. */
  partsText?: string
}

/** Compares areas of two successive lists. */
export interface SuccessionMeasure {
  /** How likely it is that the later area continues the earlier one, 0–1. */
  compare(predecessor: DescribedArea, successor: DescribedArea): number
  /** Words that labels and descriptions share and few other areas of the two lists have, most telling first. */
  sharedWords(predecessor: DescribedArea, successor: DescribedArea): readonly string[]
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
  const read = makeReader(thesaurus)
  const rarity = rarityIn(read, [previous, next])
  const words = remembered((area: DescribedArea) => weigh(read(area).all, rarity))
  return {
    compare: (predecessor, successor) => {
      const [before, after] = [read(predecessor), read(successor)]
      const byLabel = successionLikeness(thesaurus, before.features, after.features)
      // The words of a label are among all words of its area, so where none is shared no label is mentioned either.
      const isApart = !sharesAny(before.all, after.all)
      const shared = isApart ? 0 : cosineOf(words(predecessor), words(successor))
      const mention = isApart ? 0 : mutualMention(before, after)
      return Math.max(byLabel, 1 - (1 - byLabel) * (1 - descriptionShare * shared) * (1 - mentionShare * mention))
    },
    compareWithout: (predecessor, successor, rival) => {
      const { stems, themeIds } = commonTo(read(rival[0]), read(rival[1]))
      const rest = (area: DescribedArea) => weigh(without(read(area).all, stems), rarity)
      const left = (area: DescribedArea) => read(area).features.themes.filter(({ themeId }) => !themeIds.has(themeId))
      const shared = cosineOf(rest(predecessor), rest(successor))
      return 1 - (1 - shared) * (1 - 0.5 * themeLikeness(thesaurus, left(predecessor), left(successor)))
    },
    isExtended: (predecessor, successor) => {
      const [one, other] = [read(predecessor).label, read(successor).label]
      return Math.max(shareFound(one, other), shareFound(other, one)) >= nearlyWhole
    },
    sharedWords: (predecessor, successor) => sharedWordsOf(read(predecessor).all, read(successor).all, rarity),
  }
}

/** The words of a text with their weights, and the sum of the squares of these. */
interface Weights {
  byStem: ReadonlyMap<string, number>
  squares: number
}

/** All of an area that comparing it with others needs. */
interface AreaReading {
  features: LabelFeatures
  label: Stems
  /** Of the label, the description and the parts; the label's words have their whole weight. */
  all: Stems
}

type Reader = (area: DescribedArea) => AreaReading

/** Reads each area once, because each is compared with all of the other list. */
const makeReader = (thesaurus: Thesaurus): Reader =>
  remembered((area) => {
    const { language, translatedLabel, description, partsText = '' } = area
    const features = featuresOfLabel(thesaurus, area)
    const label = new Map(features.stems)
    if (translatedLabel && language === 'en') addAll(label, stemsIn(thesaurus, translatedLabel), 1)
    const explained = `${description?.sv ?? ''} ${partsText}`
    if (explained === ' ') return { features, label, all: label }
    const all = new Map(label)
    addAll(all, stemsIn(thesaurus, explained), descriptionWeight)
    return { features, label, all }
  })

function remembered<V>(make: (area: DescribedArea) => V): (area: DescribedArea) => V {
  const values = new Map<DescribedArea, V>()
  return (area) => {
    const known = values.get(area)
    if (known !== undefined) return known
    const made = make(area)
    values.set(area, made)
    return made
  }
}

const stemsIn = (thesaurus: Thesaurus, swedish: string): Stems =>
  stemsOf(thesaurus, { displayLabel: swedish, language: 'sv', translatedLabel: null })

function addAll(stems: Stems, added: Stems, factor: number): void {
  for (const [stem, { weight, written }] of added)
    if (weight * factor > (stems.get(stem)?.weight ?? 0)) stems.set(stem, { weight: weight * factor, written })
}

/** 1 for a word that one area of each list has, towards 0 for a word that all of them have. */
function rarityIn(read: Reader, lists: readonly (readonly DescribedArea[])[]): (stem: string) => number {
  const counts = lists.map((list) => {
    const count = new Map<string, number>()
    for (const area of list) for (const stem of read(area).all.keys()) count.set(stem, (count.get(stem) ?? 0) + 1)
    return { count, size: list.length }
  })
  return (stem) =>
    counts.reduce(
      (product, { count, size }) => product * (1 - Math.log(Math.max(1, count.get(stem) ?? 0)) / Math.log(size + 1)),
      1,
    )
}

function weigh(stems: Stems, rarity: (stem: string) => number): Weights {
  const byStem = new Map<string, number>()
  let squares = 0
  for (const [stem, { weight }] of stems) {
    const weighed = weight * rarity(stem)
    byStem.set(stem, weighed)
    squares += weighed * weighed
  }
  return { byStem, squares }
}

const without = (stems: Stems, left: ReadonlySet<string>): Stems => new Map([...stems].filter(([stem]) => !left.has(stem)))

function sharesAny(one: Stems, other: Stems): boolean {
  for (const stem of one.keys()) if (other.has(stem)) return true
  return false
}

function cosineOf(left: Weights, right: Weights): number {
  let product = 0
  for (const [stem, weight] of left.byStem) product += weight * (right.byStem.get(stem) ?? 0)
  // The floor of 1, the weight of one word for a subject, keeps texts of filler words only from being alike.
  return product === 0 ? 0 : product / Math.max(1, Math.sqrt(left.squares * right.squares))
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
const mutualMention = (before: AreaReading, after: AreaReading): number =>
  Math.sqrt(shareFound(before.label, after.all) * shareFound(after.label, before.all))

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
function commonTo(one: AreaReading, other: AreaReading): { stems: Set<string>; themeIds: Set<string> } {
  const themes = new Set(other.features.themes.map(({ themeId }) => themeId))
  return {
    stems: new Set([...one.all.keys()].filter((stem) => other.all.has(stem))),
    themeIds: new Set(one.features.themes.flatMap(({ themeId }) => (themes.has(themeId) ? [themeId] : []))),
  }
}

const mostNamed = 3
const leastTelling = 0.2

function sharedWordsOf(left: Stems, right: Stems, rarity: (stem: string) => number): string[] {
  const telling = [...left]
    .filter(([stem]) => right.has(stem))
    .map(([stem, { weight, written }]) => ({ word: shorterOf(written, right.get(stem)!.written), weight: weight * rarity(stem) }))
    .filter(({ weight }) => weight >= leastTelling)
    .sort((a, b) => b.weight - a.weight)
  const words = [...new Set(telling.map(({ word }) => word))]
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word))).slice(0, mostNamed)
}

const shorterOf = (a: string, b: string): string => (b.length < a.length ? b : a).toLowerCase()
