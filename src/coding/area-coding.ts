import type { CodingAspect, CodingDecision } from '../records/coding-decision.ts'
import type { Verdict } from '../records/shared-fields.ts'
import { deriveEachWith } from '../snapshot/derive-each.ts'
import { deriveGroups } from '../snapshot/derive-groups.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { codeConcepts, codeLabel, suggestSubjects } from './coding.ts'
import type { CodedLabel, ConceptSuggestion, ThemeSuggestion } from './coding.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Concept, Thesaurus } from '../thesaurus/thesaurus.ts'

/** One code of an area, or of a text: suggested by words, decided by a person, or both. */
export interface CodedValue {
  /** A theme's or concept's id, a kind, an SNI 2007 code without dots, or a FORD code. */
  code: string
  /** 0–1: how sure the words make it; 1 when a person has confirmed it, 0 when nothing but a decision speaks of it. */
  confidence: number
  /** The words that caused it, as written. */
  words: readonly string[]
  /** The concepts that it follows from; empty for themes and concepts, which the words speak of themselves. */
  fromConceptIds: readonly string[]
  decision: Verdict | null
  /** Why a person decided so, and when it was recorded; null where nobody has. */
  decided: { note: string; recordedAt: string } | null
}

/** All that an area, or a text, is coded with, each side surest first. */
export type Coding = Readonly<Record<CodingAspect, readonly CodedValue[]>>

/** A theme of a priority area: suggested by the words, or decided by a person. */
export interface AreaTheme extends ThemeSuggestion {
  /** `confirmed` by a person; null while it is only suggested. A confirmed theme without words is one the words do not show. */
  decision: 'confirmed' | null
}

type Suggested = Omit<CodedValue, 'decision' | 'decided'>
type Settled = Pick<CodedValue, 'decision' | 'decided'>
type Verdicts = ReadonlyMap<string, Settled>

const none: Verdicts = new Map()
const undecided: Settled = { decision: null, decided: null }
const verdictKey = (aspect: CodingAspect, code: string) => `${aspect} ${code}`

/** A theme or a concept that the thesaurus does not have, or has no more, says nothing; what was decided stays in the history. */
const isKnown = ({ findTheme, findConcept }: Thesaurus, aspect: CodingAspect, code: string): boolean =>
  aspect === 'theme' ? findTheme(code)?.id === code : aspect !== 'concept' || findConcept(code)?.id === code

const decisionsByArea = deriveGroups('decisions by area', {
  kind: 'coding',
  of: 'inForce',
  keysOf: ({ priorityAreaId }) => [priorityAreaId],
})

/** What people have decided of an area, from their decisions. */
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

/** What people have decided of an area; empty when they have decided nothing. */
function verdictsOf(snapshot: Snapshot, areaId: string): Verdicts {
  const decisions = decisionsByArea(snapshot).get(areaId)
  return decisions ? verdictsFrom(thesaurusOf(snapshot), decisions) : none
}

/** What a decision is about, in whichever form it was written. */
const decidedCode = (decision: CodingDecision): { aspect: CodingAspect; code: string } =>
  'themeId' in decision ? { aspect: 'theme', code: decision.themeId } : { aspect: decision.aspect, code: decision.code }

/** Everything an area is coded with: suggestions, decisions, and where the two disagree. */
export function codeArea(snapshot: Snapshot, area: Known<'priorityArea'>): Coding {
  const thesaurus = thesaurusOf(snapshot)
  const suggested = { themes: codeLabel(thesaurus, area), concepts: codeConcepts(thesaurus, area) }
  return decideAll(thesaurus, suggested, verdictsOf(snapshot, area.id))
}

/** The same of any text, Swedish or English: suggestions only. */
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

/** Whether person and program disagree: words that suggest what a person has rejected, or none for what a person has confirmed. */
export const isDisputed = ({ decision, words }: Pick<CodedValue, 'decision' | 'words'>): boolean =>
  decision !== null && (decision === 'confirmed') === (words.length === 0)

/** What counts of a side: all but what a person has rejected. */
export const keptOf = (values: readonly CodedValue[]): CodedValue[] => values.filter(isKept)

/** Suggestions with what people say of them, and what people say besides. */
function settled(aspect: CodingAspect, suggested: readonly Suggested[], verdicts: Verdicts): CodedValue[] {
  const open = new Map(verdicts)
  const values = suggested.map((one): CodedValue => {
    const key = verdictKey(aspect, one.code)
    const said = verdicts.get(key) ?? undecided
    open.delete(key)
    return { ...one, ...said, confidence: said.decision === 'confirmed' ? 1 : one.confidence }
  })
  const prefix = verdictKey(aspect, '')
  const added = [...open]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, said]): CodedValue => {
      const confidence = said.decision === 'confirmed' ? 1 : 0
      return { code: key.slice(prefix.length), confidence, words: [], fromConceptIds: [], ...said }
    })
  return [...values, ...added].sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1))
}

/** A concept says of an area somewhat more surely than its codes do, and of each code less the more it has. */
const followingShare = 0.8
const perFurtherCode = 0.1
/** Below this a code is not suggested. */
const leastFollowing = 0.3

/** What an area's concepts say of its kind, industry or science, each as surely as the surest concept that says it. */
const followingFrom =
  ({ findConcept }: Thesaurus, concepts: readonly CodedValue[]) =>
  (codesOf: (concept: Concept) => readonly string[]): Suggested[] => {
    const said = concepts.flatMap((one) => {
      const codes = codesOf(findConcept(one.code)!)
      const confidence = (followingShare * one.confidence) / (1 + perFurtherCode * (codes.length - 1))
      return confidence < leastFollowing ? [] : codes.map((code) => ({ code, confidence, one }))
    })
    return [...Map.groupBy(said, ({ code }) => code)].map(([code, ofCode]) => ({
      code,
      confidence: Math.max(...ofCode.map(({ confidence }) => confidence)),
      words: [...new Set(ofCode.flatMap(({ one }) => one.words))],
      fromConceptIds: ofCode.map(({ one }) => one.code),
    }))
  }

/** Codes that do not lie within another of the list: division 62 speaks for 6201 too. */
const widestOf = (codes: readonly string[]): string[] =>
  codes.filter((code) => !codes.some((wider) => wider !== code && code.startsWith(wider)))

/** An area's themes: as people have decided, and otherwise as suggested. */
export function themesOfArea(snapshot: Snapshot, area: Known<'priorityArea'>): readonly AreaTheme[] {
  return verdictsOf(snapshot, area.id).size > 0
    ? themesOf(codeArea(snapshot, area))
    : suggestedThemes(thesaurusOf(snapshot), area)
}

/** The themes that an area's words suggest: all there is to say where nobody has decided anything. */
const suggestedThemes = deriveEachWith(
  'suggested themes',
  (thesaurus: Thesaurus, area: Known<'priorityArea'>): readonly AreaTheme[] =>
    codeLabel(thesaurus, area).map(({ words, ...theme }) => ({ ...theme, words: [...words], decision: null })),
)

const themesOf = ({ theme }: Coding): AreaTheme[] =>
  keptOf(theme).map(({ code, confidence, words, decision }) => ({
    themeId: code,
    confidence,
    words: [...words],
    decision: decision === 'confirmed' ? 'confirmed' : null,
  }))

/** The narrower concepts of an area: as people have decided, and otherwise as suggested. */
export const conceptsOfArea = (snapshot: Snapshot, area: Known<'priorityArea'>): ConceptSuggestion[] =>
  keptOf(codeArea(snapshot, area).concept).map(({ code, confidence, words }) => ({
    conceptId: code,
    confidence,
    words: [...words],
  }))

/** Themes that the words of an area suggest and a person has rejected: where people and program disagree. */
export const rejectedThemes = (snapshot: Snapshot, area: Known<'priorityArea'>): readonly ThemeSuggestion[] =>
  codeArea(snapshot, area)
    .theme.filter((one) => one.decision === 'rejected' && isDisputed(one))
    .map(({ code, confidence, words }) => ({ themeId: code, confidence, words: [...words] }))

/** An area's label together with what people have decided of it, for comparing; the label alone where nobody has decided. */
export function labelAsCoded(snapshot: Snapshot, area: Known<'priorityArea'>): CodedLabel {
  if (verdictsOf(snapshot, area.id).size === 0) return area
  return { ...area, decided: { themes: themesOf(codeArea(snapshot, area)), concepts: conceptsOfArea(snapshot, area) } }
}
