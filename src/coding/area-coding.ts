import type { CodingAspect, CodingDecision } from '../records/coding-decision.ts'
import type { LocalText, Verdict } from '../records/shared-fields.ts'
import { deriveEach, deriveEachWith } from '../snapshot/derive-each.ts'
import { deriveGroups } from '../snapshot/derive-groups.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { codeCluster } from './cluster-coding.ts'
import { firstSentenceOf, suggestThemes } from './area-themes.ts'
import { codeConcepts, codeDescription, codeExplanation, codeLabel, suggestSubjects } from './coding.ts'
import type { CodedLabel, ConceptSuggestion, ThemeSuggestion } from './coding.ts'
import { divisionsOf, goalsOf, isOnlyDescribed, objectivesOf, scienceFieldsOf } from './following-codes.ts'
import type { CodeBasis, FollowingCode, Subjects } from './following-codes.ts'
import { suggestKinds } from './area-kinds.ts'
import type { KindEvidence } from './area-kinds.ts'
import { guessLanguage } from '../language/guess-language.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'

/** One code of an area or of a text: suggested by its words, decided by a person, or both. */
export interface CodedValue {
  /** A theme's or concept's id, a kind, an SNI 2007 code without dots, or a FORD code. */
  code: string
  /** How sure the code is, 0–1: by the words; 1 when a person has confirmed it, 0 when it only comes from a rejection. */
  confidence: number
  /** The words that led to the code, as written. */
  words: readonly string[]
  /** The concepts that the code follows from; empty for themes and concepts, which come from the words directly. */
  fromConceptIds: readonly string[]
  /** The themes that the code follows from as a whole. */
  fromThemeIds: readonly string[]
  /** Where the code comes from: the words of the label, those of the description, or what the record itself says. */
  basis: CodeBasis
  decision: Verdict | null
  /** The reason of the person who decided, and when it was recorded; null when nobody has. */
  decided: { note: string; recordedAt: string } | null
}

/** Everything that an area or a text is coded with, each list surest first. */
export type Coding = Readonly<Record<CodingAspect, readonly CodedValue[]>>

/** A theme of a priority area, suggested by its words or confirmed by a person. */
export interface AreaTheme extends ThemeSuggestion {
  /** What gives the area the theme. */
  basis: CodeBasis
  /** `confirmed` by a person, or null when only suggested. A confirmed theme without words was added by a person. */
  decision: 'confirmed' | null
}

type Suggested = Omit<CodedValue, 'decision' | 'decided'>
type Settled = Pick<CodedValue, 'decision' | 'decided'>
type Verdicts = ReadonlyMap<string, Settled>

const none: Verdicts = new Map()
const undecided: Settled = { decision: null, decided: null }
const verdictKey = (aspect: CodingAspect, code: string) => `${aspect} ${code}`

/**
 * Decisions on themes and concepts that this edition of the thesaurus does not have are ignored; they stay in the
 * history.
 */
const isKnown = ({ findTheme, findConcept }: Thesaurus, aspect: CodingAspect, code: string): boolean =>
  aspect === 'theme' ? findTheme(code)?.id === code : aspect !== 'concept' || findConcept(code)?.id === code

const decisionsByArea = deriveGroups('decisions by area', {
  kind: 'coding',
  of: 'inForce',
  keysOf: ({ priorityAreaId }) => [priorityAreaId],
})

/** The decisions on one area, by aspect and code. */
const verdictsFrom = deriveEachWith('verdicts', (thesaurus: Thesaurus, decisions: readonly Known<'coding'>[]): Verdicts => {
  const verdicts = new Map<string, Settled>()
  for (const decision of decisions) {
    const { aspect, code } = decidedCode(decision)
    if (!isKnown(thesaurus, aspect, code)) continue
    const { changeNote: note, recordedAt } = decision.meta
    verdicts.set(verdictKey(aspect, code), { decision: decision.verdict, decided: { note, recordedAt } })
  }
  return verdicts
})

/** The decisions on an area; empty when there are none. */
function verdictsOf(snapshot: Snapshot, areaId: string): Verdicts {
  const decisions = decisionsByArea(snapshot).get(areaId)
  return decisions ? verdictsFrom(thesaurusOf(snapshot), decisions) : none
}

/** The aspect and code of a decision; older decisions only have a theme. */
const decidedCode = (decision: CodingDecision): { aspect: CodingAspect; code: string } =>
  'themeId' in decision ? { aspect: 'theme', code: decision.themeId } : { aspect: decision.aspect, code: decision.code }

/** Codes an area from its words, from what explains them, from its record and from people's decisions. */
export function codeArea(snapshot: Snapshot, area: Known<'priorityArea'>): Coding {
  const thesaurus = thesaurusOf(snapshot)
  return decideAll(thesaurus, readingOf(snapshot, area), verdictsOf(snapshot, area.id))
}

/** Codes a text in Swedish or English; suggestions only. */
export function codeText(thesaurus: Thesaurus, text: string): Coding {
  const texts = [{ text, language: guessLanguage(text, 'sv') }]
  return decideAll(thesaurus, { ...suggestSubjects(thesaurus, text), described: [], texts, kinds: [], goals: [] }, none)
}

/** Everything that an area's codes are read from. */
interface AreaReading extends Subjects {
  texts: KindEvidence['texts']
  /** Kinds and goals of Agenda 2030 that the record states. */
  kinds: readonly string[]
  goals: readonly number[]
}

function readingOf(snapshot: Snapshot, area: Known<'priorityArea'>): AreaReading {
  const thesaurus = thesaurusOf(snapshot)
  const { displayLabel: text, language, description, types, sdgGoals } = area
  const explained = description ? [{ text: firstSentenceOf(description.sv), language: 'sv' as const }] : []
  return {
    themes: suggestThemes(thesaurus, area),
    concepts: codeConcepts(thesaurus, area),
    mentioned: description ? codeExplanation(thesaurus, description.sv) : [],
    described: [...describedConcepts(snapshot, area), ...conceptsAround(snapshot, area)],
    texts: [{ text, language }, ...explained],
    kinds: types ?? [],
    goals: sdgGoals ?? [],
  }
}

/**
 * What is around an area explains it too: the area that it is part of, and the clusters of its region that work with one of its themes. Only
 * concepts are taken from them, which narrow what the area's own themes are.
 */
function conceptsAround(snapshot: Snapshot, area: Known<'priorityArea'>): readonly ConceptSuggestion[] {
  const thesaurus = thesaurusOf(snapshot)
  const parent = area.parentId ? snapshot.getBegun('priorityArea', area.parentId) : null
  const themeIds = new Set(codeLabel(thesaurus, area).map(({ themeId }) => themeId))
  const clusters = area.owner.kind === 'region' ? (clustersByRegion(snapshot).get(area.owner.id) ?? []) : []
  return [
    ...(parent ? codeConcepts(thesaurus, parent) : []),
    ...clusters
      .filter((cluster) => cluster.themeIds?.some((id) => themeIds.has(id)))
      .flatMap((cluster) => codeCluster(thesaurus, cluster).concepts),
  ]
}

const clustersByRegion = deriveGroups('clusters by region', {
  kind: 'cluster',
  of: 'everBegun',
  keysOf: ({ regionCode }) => [regionCode],
})

function decideAll(thesaurus: Thesaurus, reading: AreaReading, verdicts: Verdicts): Coding {
  const settle = (aspect: CodingAspect, suggested: readonly Suggested[]) => settled(aspect, suggested, verdicts)
  const concept = settle('concept', reading.concepts.map(ofConcept))
  const theme = settle('theme', reading.themes.map(ofTheme))
  const subjects: Subjects = {
    themes: themesOf(theme),
    concepts: keptOf(concept).map(({ code, confidence, words }) => ({ conceptId: code, confidence, words: [...words] })),
    mentioned: reading.mentioned ?? [],
    described: reading.described,
  }
  const following = (codes: readonly FollowingCode[]) =>
    codes.filter(({ confidence }) => confidence >= leastFollowing).map((one): Suggested => ({ ...one, basis: 'label' }))
  const kinds = settle('kind', kindsOf(thesaurus, reading, subjects))
  return {
    theme,
    concept,
    kind: kinds,
    industry: settle('industry', isProcess(kinds) ? [] : following(divisionsOf(thesaurus, subjects))),
    scienceField: settle('scienceField', following(scienceFieldsOf(thesaurus, subjects))),
    goal: settle('goal', withRecorded(reading.goals.map(String), following(goalsOf(thesaurus, subjects)))),
    objective: settle('objective', following(objectivesOf(thesaurus, subjects))),
  }
}

/** What an area is about, its description read too, as people have decided. Areas without decisions share one value for as long as they are the same. */
export function subjectsAsRead(snapshot: Snapshot, area: Known<'priorityArea'>): Subjects {
  const thesaurus = thesaurusOf(snapshot)
  if (verdictsOf(snapshot, area.id).size === 0) return undecidedSubjects(thesaurus, area)
  const { theme, concept } = codeArea(snapshot, area)
  return {
    themes: themesOf(theme),
    concepts: keptOf(concept).map(({ code, confidence, words }) => ({ conceptId: code, confidence, words: [...words] })),
    described: describedConcepts(snapshot, area),
  }
}

const undecidedSubjects = deriveEachWith('subjects as read', (thesaurus: Thesaurus, area: Known<'priorityArea'>): Subjects => ({
  themes: suggestThemes(thesaurus, area),
  concepts: codeConcepts(thesaurus, area),
  described: conceptsInDescription(thesaurus, area),
}))

/** A way of working is used in every industry, whatever it is used on. */
const isProcess = (kinds: readonly CodedValue[]): boolean => keptOf(kinds)[0]?.code === 'process'

/** Why nobody can be counted for an area or a text: it has no industry, or to count one would be to count others; null when it has one. */
export function whyNotMeasurable({ findTheme, codesOfTheme }: Thesaurus, coding: Coding): LocalText | null {
  if (keptOf(coding.industry).length > 0) return null
  if (isProcess(coding.kind))
    return {
      sv: 'Det är ett arbetssätt, och det finns i alla branscher.',
      en: 'It is a way of working, found in every industry.',
    }
  const themes = keptOf(coding.theme)
  const why = themes.map(({ code }) => codesOfTheme(code)?.whyNone).find((one) => one)
  if (why) return why
  if (themes.length === 0) return { sv: 'Orden visar inte vad det gäller.', en: 'The words do not show what it is about.' }
  const label = findTheme(themes[0]!.code)!.label
  return {
    sv: `Ingen bransch i SNI 2007 kan räknas för ”${label.sv}” utan att andra räknas med.`,
    en: `No industry of SNI 2007 can be counted for “${label.en}” without counting others.`,
  }
}

const direct = { fromConceptIds: [], fromThemeIds: [], basis: 'label' } as const
/** Codes with less confidence than this are not suggested. */
const leastFollowing = 0.4
/** How sure a code is that the record states; only a decision is surer. */
const recordedConfidence = 0.95

/** The kinds that the record states, or else those that the words suggest. */
function kindsOf(thesaurus: Thesaurus, { kinds, texts }: AreaReading, { themes, concepts }: Subjects): Suggested[] {
  if (kinds.length > 0) return withRecorded(kinds, [])
  return suggestKinds(thesaurus, { themes, concepts, texts }).map(({ kind, confidence, words, themeIds, conceptIds }) => ({
    code: kind,
    confidence,
    words,
    fromThemeIds: themeIds,
    fromConceptIds: conceptIds,
    basis: 'label',
  }))
}

/** Codes that the record states go before the same codes by words; the first is the main one. */
function withRecorded(codes: readonly string[], suggested: readonly Suggested[]): Suggested[] {
  const recorded = codes.map((code, place): Suggested => ({
    code,
    confidence: recordedConfidence - place * 0.01,
    words: [],
    fromConceptIds: [],
    fromThemeIds: [],
    basis: 'record',
  }))
  return [...recorded, ...suggested.filter(({ code }) => !codes.includes(code))]
}

const isKept = ({ decision, confidence }: CodedValue) => decision !== 'rejected' && confidence > 0

/** Whether a decision goes against the words: words suggest a rejected code, or no words suggest a confirmed one. */
export const isDisputed = ({ decision, words }: Pick<CodedValue, 'decision' | 'words'>): boolean =>
  decision !== null && (decision === 'confirmed') === (words.length === 0)

/** The codes in use: all but those that a person has rejected. */
export const keptOf = (values: readonly CodedValue[]): CodedValue[] => values.filter(isKept)

/** Applies people's decisions to the suggestions of one aspect, and adds decided codes that were not suggested. */
function settled(aspect: CodingAspect, suggested: readonly Suggested[], verdicts: Verdicts): CodedValue[] {
  const open = new Map(verdicts)
  const values = suggested.map((one): CodedValue => {
    const key = verdictKey(aspect, one.code)
    const verdict = verdicts.get(key) ?? undecided
    open.delete(key)
    return { ...one, ...verdict, confidence: verdict.decision === 'confirmed' ? 1 : one.confidence }
  })
  const prefix = verdictKey(aspect, '')
  const added = [...open]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, verdict]): CodedValue => {
      const confidence = verdict.decision === 'confirmed' ? 1 : 0
      return { code: key.slice(prefix.length), confidence, words: [], ...direct, ...verdict }
    })
  return [...values, ...added].sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1))
}

/**
 * What an area is about as a whole, by its name, its description and its record, as people have decided; surest first. This is the one list
 * that pages, search, matching, likeness and evidence go by; `basis` tells which of them the description alone gives.
 */
export const themesOfArea = (snapshot: Snapshot, area: Known<'priorityArea'>): readonly AreaTheme[] =>
  verdictsOf(snapshot, area.id).size > 0
    ? themesOf(themesAndConcepts(snapshot, area).theme)
    : suggestThemes(thesaurusOf(snapshot), area)

/** The themes of an area and the concepts of its name, with people's decisions, rejected ones too. */
export function themesAndConcepts(snapshot: Snapshot, area: Known<'priorityArea'>): Pick<Coding, 'theme' | 'concept'> {
  const thesaurus = thesaurusOf(snapshot)
  const verdicts = verdictsOf(snapshot, area.id)
  return {
    theme: settled('theme', suggestThemes(thesaurus, area).map(ofTheme), verdicts),
    concept: settled('concept', codeConcepts(thesaurus, area).map(ofConcept), verdicts),
  }
}

const ofTheme = ({ themeId, ...rest }: ThemeSuggestion): Suggested => ({ code: themeId, ...direct, ...rest })
const ofConcept = ({ conceptId, ...rest }: ConceptSuggestion): Suggested => ({ code: conceptId, ...direct, ...rest })

const themesOf = (values: readonly CodedValue[]): AreaTheme[] =>
  keptOf(values).map(({ code, confidence, words, basis, decision }) => ({
    themeId: code,
    confidence,
    words: [...words],
    basis,
    decision: decision === 'confirmed' ? 'confirmed' : null,
  }))

/** An area's narrower concepts: as people have decided, otherwise as suggested. */
export const conceptsOfArea = (snapshot: Snapshot, area: Known<'priorityArea'>): ConceptSuggestion[] =>
  keptOf(themesAndConcepts(snapshot, area).concept).map(({ code, confidence, words }) => ({
    conceptId: code,
    confidence,
    words: [...words],
  }))

/** The ids of a record's themes and narrower concepts, each list surest first. */
export interface SubjectIds {
  themeIds: readonly string[]
  /** Those of `themeIds` that only what explains the record gives it. */
  describedThemeIds: readonly string[]
  /** Further themes that a word of its name belongs to, though the record as a whole is not about them. */
  touchedThemeIds: readonly string[]
  conceptIds: readonly string[]
}

/** The ids of an area's subjects, without the words that led to them. Areas with the same subjects share one value. */
export function subjectIdsOf(snapshot: Snapshot, area: Known<'priorityArea'>): SubjectIds {
  const thesaurus = thesaurusOf(snapshot)
  const isDecided = verdictsOf(snapshot, area.id).size > 0
  const themes = themesOfArea(snapshot, area)
  const concepts = isDecided ? conceptsOfArea(snapshot, area) : codeConcepts(thesaurus, area)
  const ids = {
    themeIds: themes.map(({ themeId }) => themeId),
    describedThemeIds: themes
      .filter(({ basis, decision }) => basis !== 'label' && decision !== 'confirmed')
      .map(({ themeId }) => themeId),
    touchedThemeIds: touchedThemes(snapshot, area, themes),
    conceptIds: concepts.map(({ conceptId }) => conceptId),
  }
  const shared = sharedIdsOf(thesaurus)
  const key = [ids.themeIds, ids.describedThemeIds, ids.touchedThemeIds, ids.conceptIds].map((list) => list.join()).join(' ')
  const known = shared.get(key)
  if (!known) shared.set(key, ids)
  return known ?? ids
}

/** Themes that a word of an area's name belongs to and that neither its reading nor a person gives or denies it. */
function touchedThemes(snapshot: Snapshot, area: Known<'priorityArea'>, themes: readonly AreaTheme[]): string[] {
  const verdicts = verdictsOf(snapshot, area.id)
  return codeLabel(thesaurusOf(snapshot), area)
    .map(({ themeId }) => themeId)
    .filter((id) => !verdicts.has(verdictKey('theme', id)) && !themes.some(({ themeId }) => themeId === id))
}

const sharedIdsOf = deriveEach('ids of subjects', (_thesaurus: Thesaurus) => new Map<string, SubjectIds>())

/** Concepts that the description of an area mentions, except those that a person has rejected for the area. */
export function describedConcepts(snapshot: Snapshot, area: Known<'priorityArea'>): readonly ConceptSuggestion[] {
  const verdicts = verdictsOf(snapshot, area.id)
  return conceptsInDescription(thesaurusOf(snapshot), area).filter(
    ({ conceptId }) => verdicts.get(verdictKey('concept', conceptId))?.decision !== 'rejected',
  )
}

const conceptsInDescription = deriveEachWith(
  'concepts in a description',
  (thesaurus: Thesaurus, { description }: Known<'priorityArea'>): readonly ConceptSuggestion[] =>
    description ? codeDescription(thesaurus, description.sv) : [],
)

/** Themes that the words of an area suggest and a person has rejected. */
export const rejectedThemes = (
  snapshot: Snapshot,
  area: Known<'priorityArea'>,
): readonly (ThemeSuggestion & { basis: CodeBasis })[] =>
  themesAndConcepts(snapshot, area)
    .theme.filter((one) => one.decision === 'rejected' && isDisputed(one))
    .map(({ code, confidence, words, basis }) => ({ themeId: code, confidence, words: [...words], basis }))

/** An area's label with people's decisions on it, for comparison; the label alone when there are none. */
export function labelAsCoded(snapshot: Snapshot, area: Known<'priorityArea'>): CodedLabel {
  if (verdictsOf(snapshot, area.id).size === 0) return area
  const themes = themesOfArea(snapshot, area).filter((one) => !isOnlyDescribed(one))
  return { ...area, decided: { themes, concepts: conceptsOfArea(snapshot, area) } }
}
