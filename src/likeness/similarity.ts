import { joinQuoted } from '../language/join-words.ts'
import { guessLanguage } from '../language/guess-language.ts'
import { isSubjectless, subjectWeight } from '../language/subject-words.ts'
import { stemOf } from '../language/stems.ts'
import { wordsWithin } from '../language/tokens.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { codeConcepts, codeLabel } from '../coding/coding.ts'
import type { CodedLabel, ThemeSuggestion } from '../coding/coding.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import { kinshipOfAreas } from '../thesaurus/kinship.ts'
import { compoundPartsOf, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Language } from '../records/language.ts'

export interface Similarity {
  /** 0–1. Shared filler words alone give almost nothing; different words for the same subject give much. */
  score: number
  sharedWords: string[]
  sharedThemeIds: string[]
  /** The words that suggest the first shared theme, in each of the two labels. */
  themeWords: [readonly string[], readonly string[]]
}

/** By the stem of a word or compound part: its weight, and the word or part as written. */
export type Stems = Map<string, { weight: number; written: string }>

type WeighedSubjects = readonly { id: string; confidence: number }[]

/** All of a label that comparing it with others needs; found once, because each label is compared with many. */
export interface LabelFeatures {
  /** The label in lower case. */
  text: string
  stems: Stems
  /** The sum of the weights of its stems. */
  stemWeight: number
  themes: readonly ThemeSuggestion[]
  themeSubjects: WeighedSubjects
  /** Themes and narrower concepts together. */
  subjects: WeighedSubjects
}

const partWeight = 0.6
/** Shared words with less weight than this are not named in the reason. */
const leastNamed = 0.24
/** The highest score that shared words alone, or shared subjects alone, can give two labels. */
const wordShare = 0.7
const subjectShare = 0.85
const featuresByLabel = deriveEach('features of labels', (_thesaurus: Thesaurus) => new Map<string, LabelFeatures>())

/** How similar two labels are, and the reason in a plain sentence. */
export function similarityOf(
  thesaurus: Thesaurus,
  a: CodedLabel | string,
  b: CodedLabel | string,
): Similarity & { reason: LocalText } {
  const similarity = compareLabels(thesaurus, a, b)
  return { ...similarity, reason: reasonFor(thesaurus, similarity) }
}

/** How similar two labels are, by the words and subjects they share. */
export function compareLabels(thesaurus: Thesaurus, a: CodedLabel | string, b: CodedLabel | string): Similarity {
  const [left, right] = [featuresOfLabel(thesaurus, labelOf(a)), featuresOfLabel(thesaurus, labelOf(b))]
  const sharedStems = [...left.stems.keys()].filter((stem) => right.stems.has(stem))
  const sharedThemeIds = left.themes
    .filter(({ themeId }) => right.themes.some((other) => other.themeId === themeId))
    .map(({ themeId }) => themeId)
  const words = wordSimilarity(left, right, sharedStems)
  const subjects = subjectCosine(thesaurus, left.subjects, right.subjects)
  // Words and subjects are combined so that either suffices; but shared words only count by their strongest, so "grön"
  // alone is not enough.
  const strongest = Math.max(0, ...sharedStems.map((stem) => left.stems.get(stem)!.weight))
  const isSame = left.text === right.text
  const score = isSame ? 1 : 1 - (1 - subjectShare * subjects) * (1 - wordShare * words * Math.min(1, strongest))
  const wordsFor = (features: LabelFeatures) => features.themes.find(({ themeId }) => themeId === sharedThemeIds[0])?.words ?? []
  return {
    score,
    sharedWords: wordsToName(left, right, sharedStems),
    sharedThemeIds,
    themeWords: [wordsFor(left), wordsFor(right)],
  }
}

/**
 * How likely it is that one label succeeds another, by words and themes only. Narrower concepts are left out, because an
 * owner may state the same choice with other concepts.
 */
export function successionLikeness(thesaurus: Thesaurus, left: LabelFeatures, right: LabelFeatures): number {
  const shared: string[] = []
  for (const stem of left.stems.keys()) if (right.stems.has(stem)) shared.push(stem)
  const themes = 0.5 * subjectCosine(thesaurus, left.themeSubjects, right.themeSubjects)
  if (shared.length === 0) return themes
  const words = wordSimilarity(left, right, shared)
  const strongest = Math.max(...shared.map((stem) => left.stems.get(stem)!.weight))
  return Math.max(0.5 * words + themes, words * strongest)
}

/** The shared words for use in a sentence: the shorter form of each, without fillers and words contained in another. */
function wordsToName(left: LabelFeatures, right: LabelFeatures, shared: readonly string[]): string[] {
  const forms = shared
    .filter((stem) => left.stems.get(stem)!.weight >= leastNamed)
    .map((stem) => {
      const [a, b] = [left.stems.get(stem)!.written, right.stems.get(stem)!.written].map((word) => word.toLowerCase())
      return b!.length < a!.length ? b! : a!
    })
  const unique = [...new Set(forms)]
  const words = unique.filter((word) => !unique.some((other) => other !== word && other.includes(word)))
  const named: string[] = []
  for (const word of words) {
    const together = `${named.at(-1)} ${word}`
    if (left.text.includes(together) && right.text.includes(together)) named[named.length - 1] = together
    else named.push(word)
  }
  return named
}

const mostNamed = 3

/** Describes in a plain sentence what two labels share. */
export const reasonFor = (thesaurus: Thesaurus, similarity: Similarity): LocalText => ({
  sv: sentence(thesaurus, similarity, 'sv'),
  en: sentence(thesaurus, similarity, 'en'),
})

const phrases = {
  sv: {
    mention: 'Båda nämner',
    about: 'Båda gäller',
    andAbout: 'och gäller',
    one: 'den ena säger',
    other: 'den andra',
    alike: 'Orden liknar varandra',
  },
  en: {
    mention: 'Both mention',
    about: 'Both are about',
    andAbout: 'and are about',
    one: 'one says',
    other: 'the other',
    alike: 'The words are alike',
  },
}

function sentence({ findTheme }: Thesaurus, { sharedWords, sharedThemeIds, themeWords }: Similarity, lang: Language): string {
  const say = phrases[lang]
  const quote = (words: readonly string[]) => joinQuoted(words.slice(0, mostNamed), lang)
  const labels = sharedThemeIds.slice(0, mostNamed).map((id) => findTheme(id)!.label[lang])
  // Several theme labels are quoted, because a label may contain an "and" of its own.
  const themes = labels.length > 1 ? quote(labels) : labels.join('')
  if (sharedWords.length > 0) return `${say.mention} ${quote(sharedWords)}${themes ? ` ${say.andAbout} ${themes}` : ''}.`
  if (!themes) return `${say.alike}.`
  const [one, other] = themeWords.map((words) => words.map((word) => word.toLowerCase()))
  const telling = labels.length === 1 ? `: ${say.one} ${quote(one!)}, ${say.other} ${quote(other!)}` : ''
  return `${say.about} ${themes}${telling}.`
}

function wordSimilarity(left: LabelFeatures, right: LabelFeatures, shared: readonly string[]): number {
  const all = left.stemWeight + right.stemWeight
  const common = shared.reduce((sum, stem) => sum + Math.min(left.stems.get(stem)!.weight, right.stems.get(stem)!.weight), 0)
  // The floor of 1.6 keeps labels of filler words only ("Innovation") from being similar to everything.
  return all === 0 ? 0 : (2 * common) / Math.max(all, 1.6)
}

/** The weighted stems of a text, those of filler words left out. */
export const weightedStems = (thesaurus: Thesaurus, text: string, language: Language): Stems =>
  stemsOf(thesaurus, { displayLabel: text, language, translatedLabel: null })

/** Cosine similarity of two lists of subjects, where subjects close to each other count as partly the same. */
export function subjectCosine(thesaurus: Thesaurus, left: WeighedSubjects, right: WeighedSubjects): number {
  const product = softProduct(thesaurus, left, right)
  if (product === 0) return 0
  return product / Math.sqrt(softProduct(thesaurus, left, left) * softProduct(thesaurus, right, right))
}

function softProduct(thesaurus: Thesaurus, one: WeighedSubjects, other: WeighedSubjects): number {
  let sum = 0
  for (const a of one) for (const b of other) sum += a.confidence * b.confidence * kinshipOfAreas(thesaurus, a.id, b.id)
  return sum
}

const labelOf = (label: CodedLabel | string): CodedLabel =>
  typeof label === 'string' ? { displayLabel: label, language: guessLanguage(label, 'sv'), translatedLabel: null } : label

/** The features of a label, kept by its texts unless people have decided on it. */
export function featuresOfLabel(thesaurus: Thesaurus, label: CodedLabel): LabelFeatures {
  if (label.decided) return makeFeatures(thesaurus, label)
  const cache = featuresByLabel(thesaurus)
  const key = `${label.language}\n${label.displayLabel}\n${label.translatedLabel}`
  const known = cache.get(key)
  if (known) return known
  if (cache.size > 20_000) cache.clear()
  const features = makeFeatures(thesaurus, label)
  cache.set(key, features)
  return features
}

function makeFeatures(thesaurus: Thesaurus, label: CodedLabel): LabelFeatures {
  const suggested = () => ({ themes: codeLabel(thesaurus, label), concepts: codeConcepts(thesaurus, label) })
  const { themes, concepts } = label.decided ?? suggested()
  const themeSubjects = themes.map(({ themeId, confidence }) => ({ id: themeId, confidence }))
  const subjects = [...themeSubjects, ...concepts.map(({ conceptId, confidence }) => ({ id: conceptId, confidence }))]
  const stems = stemsOf(thesaurus, label)
  const stemWeight = [...stems.values()].reduce((sum, { weight }) => sum + weight, 0)
  return { text: label.displayLabel.toLowerCase(), stems, stemWeight, themes, themeSubjects, subjects }
}

/** The words of a label and the parts of its compounds, by stem. */
export function stemsOf(thesaurus: Thesaurus, { displayLabel, language }: CodedLabel): Stems {
  const stems: Stems = new Map()
  const add = (word: string, weight: number, written: string) => {
    const stem = stemOf(word, language)
    if (weight > (stems.get(stem)?.weight ?? 0)) stems.set(stem, { weight, written })
  }
  for (const token of wholeTokensOf(thesaurus, displayLabel)) {
    for (const word of wordsWithin(token)) {
      if (isSubjectless(word)) continue
      add(word, subjectWeight(word), token.written)
      for (const part of compoundPartsOf(thesaurus, word, language)) add(part, partWeight * subjectWeight(part), part)
    }
  }
  return stems
}
