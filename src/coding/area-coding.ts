import type { CodingAspect, CodingDecision } from '../records/coding-decision.ts'
import type { Verdict } from '../records/shared-fields.ts'
import { deriveEach, deriveEachWith } from '../snapshot/derive-each.ts'
import { deriveGroups } from '../snapshot/derive-groups.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { codeConcepts, codeDescription, codeLabel, suggestSubjects } from './coding.ts'
import type { CodedLabel, ConceptSuggestion, ThemeSuggestion } from './coding.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Concept, Thesaurus } from '../thesaurus/thesaurus.ts'

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
  decision: Verdict | null
  /** The reason of the person who decided, and when it was recorded; null when nobody has. */
  decided: { note: string; recordedAt: string } | null
}

/** Everything that an area or a text is coded with, each list surest first. */
export type Coding = Readonly<Record<CodingAspect, readonly CodedValue[]>>

/** A theme of a priority area, suggested by its words or confirmed by a person. */
export interface AreaTheme extends ThemeSuggestion {
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

/** Codes an area from its words and from people's decisions. */
export function codeArea(snapshot: Snapshot, area: Known<'priorityArea'>): Coding {
  const thesaurus = thesaurusOf(snapshot)
  const suggested = { themes: codeLabel(thesaurus, area), concepts: codeConcepts(thesaurus, area) }
  return decideAll(thesaurus, suggested, verdictsOf(snapshot, area.id))
}

/** Codes a text in Swedish or English; suggestions only. */
export const codeText = (thesaurus: Thesaurus, text: string): Coding =>
  decideAll(thesaurus, suggestSubjects(thesaurus, text), none)

interface SuggestedSubjects {
  themes: readonly ThemeSuggestion[]
  concepts: readonly ConceptSuggestion[]
}

function decideAll(thesaurus: Thesaurus, { themes, concepts }: SuggestedSubjects, verdicts: Verdicts): Coding {
  const settle = (aspect: CodingAspect, suggested: readonly Suggested[]) => settled(aspect, suggested, verdicts)
  const coded = settle(
    'concept',
    concepts.map(({ conceptId, ...rest }) => ({ code: conceptId, fromConceptIds: [], ...rest })),
  )
  const follow = followingFrom(thesaurus, coded.filter(isKept))
  return {
    theme: settle(
      'theme',
      themes.map(({ themeId, ...rest }) => ({ code: themeId, fromConceptIds: [], ...rest })),
    ),
    concept: coded,
    kind: settle(
      'kind',
      follow(({ kind }) => [kind]),
    ),
    industry: settle(
      'industry',
      follow(({ sniCodes }) => widestOf(sniCodes)),
    ),
    scienceField: settle(
      'scienceField',
      follow(({ fordCodes }) => fordCodes),
    ),
  }
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
      return { code: key.slice(prefix.length), confidence, words: [], fromConceptIds: [], ...verdict }
    })
  return [...values, ...added].sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1))
}

/** Codes that follow from a concept get this share of its confidence, and less for each further code that it has. */
const followingShare = 0.8
const perFurtherCode = 0.1
/** Codes with less confidence than this are not suggested. */
const leastFollowing = 0.3

/**
 * Suggests the codes of an area's concepts for one aspect; a code of several concepts gets the highest confidence of
 * them.
 */
const followingFrom =
  ({ findConcept }: Thesaurus, concepts: readonly CodedValue[]) =>
  (codesOf: (concept: Concept) => readonly string[]): Suggested[] => {
    const implied = concepts.flatMap((one) => {
      const codes = codesOf(findConcept(one.code)!)
      const confidence = (followingShare * one.confidence) / (1 + perFurtherCode * (codes.length - 1))
      return confidence < leastFollowing ? [] : codes.map((code) => ({ code, confidence, one }))
    })
    return [...Map.groupBy(implied, ({ code }) => code)].map(([code, ofCode]) => ({
      code,
      confidence: Math.max(...ofCode.map(({ confidence }) => confidence)),
      words: [...new Set(ofCode.flatMap(({ one }) => one.words))],
      fromConceptIds: ofCode.map(({ one }) => one.code),
    }))
  }

/** Drops codes that are below another of the list: division 62 includes 6201. */
const widestOf = (codes: readonly string[]): string[] =>
  codes.filter((code) => !codes.some((wider) => wider !== code && code.startsWith(wider)))

/** An area's themes: as people have decided, otherwise as suggested. */
export function themesOfArea(snapshot: Snapshot, area: Known<'priorityArea'>): readonly AreaTheme[] {
  return verdictsOf(snapshot, area.id).size > 0
    ? themesOf(codeArea(snapshot, area))
    : suggestedThemes(thesaurusOf(snapshot), area)
}

/** The themes suggested by an area's words, for areas without decisions. */
const suggestedThemes = deriveEachWith(
  'suggested themes',
  (thesaurus: Thesaurus, area: Known<'priorityArea'>): readonly AreaTheme[] =>
    codeLabel(thesaurus, area).map(({ themeId, confidence, words }) => ({ themeId, confidence, words, decision: null })),
)

const themesOf = ({ theme }: Coding): AreaTheme[] =>
  keptOf(theme).map(({ code, confidence, words, decision }) => ({
    themeId: code,
    confidence,
    words: [...words],
    decision: decision === 'confirmed' ? 'confirmed' : null,
  }))

/** An area's narrower concepts: as people have decided, otherwise as suggested. */
export const conceptsOfArea = (snapshot: Snapshot, area: Known<'priorityArea'>): ConceptSuggestion[] =>
  keptOf(codeArea(snapshot, area).concept).map(({ code, confidence, words }) => ({
    conceptId: code,
    confidence,
    words: [...words],
  }))

/** The ids of a record's themes and narrower concepts, each list surest first. */
export interface SubjectIds {
  themeIds: readonly string[]
  conceptIds: readonly string[]
}

/** The ids of an area's subjects, without the words that led to them. Areas with the same subjects share one value. */
export function subjectIdsOf(snapshot: Snapshot, area: Known<'priorityArea'>): SubjectIds {
  const thesaurus = thesaurusOf(snapshot)
  const isDecided = verdictsOf(snapshot, area.id).size > 0
  const themes = isDecided ? themesOf(codeArea(snapshot, area)) : codeLabel(thesaurus, area)
  const concepts = isDecided ? conceptsOfArea(snapshot, area) : codeConcepts(thesaurus, area)
  const ids = { themeIds: themes.map(({ themeId }) => themeId), conceptIds: concepts.map(({ conceptId }) => conceptId) }
  const shared = sharedIdsOf(thesaurus)
  const key = `${ids.themeIds.join()} ${ids.conceptIds.join()}`
  const known = shared.get(key)
  if (!known) shared.set(key, ids)
  return known ?? ids
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
export const rejectedThemes = (snapshot: Snapshot, area: Known<'priorityArea'>): readonly ThemeSuggestion[] =>
  codeArea(snapshot, area)
    .theme.filter((one) => one.decision === 'rejected' && isDisputed(one))
    .map(({ code, confidence, words }) => ({ themeId: code, confidence, words: [...words] }))

/** An area's label with people's decisions on it, for comparison; the label alone when there are none. */
export function labelAsCoded(snapshot: Snapshot, area: Known<'priorityArea'>): CodedLabel {
  if (verdictsOf(snapshot, area.id).size === 0) return area
  return { ...area, decided: { themes: themesOf(codeArea(snapshot, area)), concepts: conceptsOfArea(snapshot, area) } }
}
