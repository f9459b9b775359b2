import { ExpectedError } from '../domain/expected-error.ts'
import { decidedCode } from '../domain/record.ts'
import type { CodingAspect, LocalText, Verdict } from '../domain/record.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { codeConcepts, codeLabel, suggestSubjects } from './coding.ts'
import type { CodedLabel, ConceptSuggestion, ThemeSuggestion } from './coding.ts'
import { conceptKinds, findConcept } from './concepts.ts'
import type { Concept, ConceptKind } from './concepts.ts'
import { findIndustry } from './industry-codes.ts'
import { findScienceField } from './science-fields.ts'
import { findTheme } from './thesaurus.ts'

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
}

/** All that an area, or a text, is coded with, each side surest first. */
export type Coding = Readonly<Record<CodingAspect, readonly CodedValue[]>>

/** A theme of a priority area: suggested by the words, or decided by a person. */
export interface AreaTheme extends ThemeSuggestion {
  /** `confirmed` by a person; null while it is only suggested. A confirmed theme without words is one the words do not show. */
  decision: 'confirmed' | null
}

type Suggested = Omit<CodedValue, 'decision'>
type Verdicts = ReadonlyMap<string, Verdict>

const none: Verdicts = new Map()
const verdictKey = (aspect: CodingAspect, code: string) => `${aspect} ${code}`
const decisionsBySnapshot = new WeakMap<Snapshot, ReadonlyMap<string, Verdicts>>()

/** What people have decided, by area. */
function decisionsOf(snapshot: Snapshot): ReadonlyMap<string, Verdicts> {
  const known = decisionsBySnapshot.get(snapshot)
  if (known) return known
  const byArea = new Map<string, Map<string, Verdict>>()
  for (const decision of snapshot.inForce('coding')) {
    const { aspect, code } = decidedCode(decision)
    const ofArea = byArea.get(decision.priorityAreaId) ?? new Map<string, Verdict>()
    byArea.set(decision.priorityAreaId, ofArea.set(verdictKey(aspect, code), decision.verdict))
  }
  decisionsBySnapshot.set(snapshot, byArea)
  return byArea
}

/** Everything an area is coded with: suggestions, decisions, and where the two disagree. */
export function codeArea(snapshot: Snapshot, area: Known<'priorityArea'>): Coding {
  return decideAll(codeLabel(area), codeConcepts(area), decisionsOf(snapshot).get(area.id) ?? none)
}

/** The same of any text, Swedish or English: suggestions only. */
export function codeText(text: string): Coding {
  const { themes, concepts } = suggestSubjects(text)
  return decideAll(themes, concepts, none)
}

function decideAll(themes: readonly ThemeSuggestion[], concepts: readonly ConceptSuggestion[], verdicts: Verdicts): Coding {
  const settle = (aspect: CodingAspect, suggested: readonly Suggested[]) => settled(aspect, suggested, verdicts)
  const coded = settle(
    'concept',
    concepts.map(({ conceptId, ...rest }) => ({ code: conceptId, fromConceptIds: [], ...rest })),
  )
  const kept = coded.filter(isKept)
  return {
    theme: settle(
      'theme',
      themes.map(({ themeId, ...rest }) => ({ code: themeId, fromConceptIds: [], ...rest })),
    ),
    concept: coded,
    kind: settle(
      'kind',
      followingFrom(kept, ({ kind }) => [kind]),
    ),
    industry: settle(
      'industry',
      followingFrom(kept, ({ sniCodes }) => widestOf(sniCodes)),
    ),
    scienceField: settle(
      'scienceField',
      followingFrom(kept, ({ fordCodes }) => fordCodes),
    ),
  }
}

const isKept = ({ decision, confidence }: CodedValue) => decision !== 'rejected' && confidence > 0

/** What counts of a side: all but what a person has rejected. */
export const keptOf = (values: readonly CodedValue[]): CodedValue[] => values.filter(isKept)

/** Suggestions with what people say of them, and what people say besides. */
function settled(aspect: CodingAspect, suggested: readonly Suggested[], verdicts: Verdicts): CodedValue[] {
  const open = new Map(verdicts)
  const values = suggested.map((one): CodedValue => {
    const key = verdictKey(aspect, one.code)
    const decision = verdicts.get(key) ?? null
    open.delete(key)
    return { ...one, decision, confidence: decision === 'confirmed' ? 1 : one.confidence }
  })
  const prefix = verdictKey(aspect, '')
  const added = [...open]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, decision]): CodedValue => {
      const confidence = decision === 'confirmed' ? 1 : 0
      return { code: key.slice(prefix.length), confidence, words: [], fromConceptIds: [], decision }
    })
  return [...values, ...added].sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1))
}

/** A concept says of an area somewhat more surely than its codes do. */
const followingShare = 0.8

/** What an area's concepts say of its kind, industry or science, each as surely as the surest concept that says it. */
function followingFrom(concepts: readonly CodedValue[], codesOf: (concept: Concept) => readonly string[]): Suggested[] {
  const said = concepts.flatMap((one) => codesOf(findConcept(one.code)!).map((code) => ({ code, one })))
  return [...Map.groupBy(said, ({ code }) => code)].map(([code, ofCode]) => ({
    code,
    confidence: followingShare * Math.max(...ofCode.map(({ one }) => one.confidence)),
    words: [...new Set(ofCode.flatMap(({ one }) => one.words))],
    fromConceptIds: ofCode.map(({ one }) => one.code),
  }))
}

/** Codes that do not lie within another of the list: division 62 speaks for 6201 too. */
const widestOf = (codes: readonly string[]): string[] =>
  codes.filter((code) => !codes.some((wider) => wider !== code && code.startsWith(wider)))

const themesBySnapshot = new WeakMap<Snapshot, ReadonlyMap<string, readonly AreaTheme[]>>()

/** Every priority area's themes, by its id: as people have decided, and otherwise as suggested. Computed once for a snapshot. */
export function codePriorities(snapshot: Snapshot): ReadonlyMap<string, readonly AreaTheme[]> {
  const made =
    themesBySnapshot.get(snapshot) ??
    new Map(snapshot.everBegun('priorityArea').map((area) => [area.id, themesOf(codeArea(snapshot, area))] as const))
  themesBySnapshot.set(snapshot, made)
  return made
}

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
    .theme.filter(({ decision, words }) => decision === 'rejected' && words.length > 0)
    .map(({ code, confidence, words }) => ({ themeId: code, confidence, words: [...words] }))

/** An area's label together with what people have decided of it, for comparing; the label alone where nobody has decided. */
export function labelAsCoded(snapshot: Snapshot, area: Known<'priorityArea'>): CodedLabel {
  if (!decisionsOf(snapshot).has(area.id)) return area
  return { ...area, decided: { themes: themesOf(codeArea(snapshot, area)), concepts: conceptsOfArea(snapshot, area) } }
}

/** The code that a person means. @throws ExpectedError `bad_request` when there is no such code */
export function readCode(aspect: CodingAspect, written: string): string {
  const found = {
    theme: () => findTheme(written)?.id,
    concept: () => findConcept(written)?.id,
    kind: () => conceptKinds.find((kind) => kind === (written as ConceptKind)),
    industry: () => findIndustry(written)?.code,
    scienceField: () => findScienceField(written)?.code,
  }[aspect]()
  if (found) return found
  const shown = written.slice(0, 60)
  const words: LocalText = {
    sv: `${noSuch[aspect].sv} ”${shown}”. ${noSuch[aspect].see.sv}`,
    en: `${noSuch[aspect].en} “${shown}”. ${noSuch[aspect].see.en}`,
  }
  throw new ExpectedError('bad_request', { detail: words.en, data: { aspect, asked: shown, words } })
}

const noSuch: Record<CodingAspect, LocalText & { see: LocalText }> = {
  theme: {
    sv: 'Det finns inget tema',
    en: 'There is no theme',
    see: { sv: 'Alla står på /tema.', en: 'All stand at /en/theme.' },
  },
  concept: {
    sv: 'Det finns inget begrepp',
    en: 'There is no concept',
    see: { sv: 'Alla står på sidorna under /tema.', en: 'All stand on the pages below /en/theme.' },
  },
  kind: {
    sv: 'Det finns inget slag',
    en: 'There is no kind',
    see: { sv: `Slagen är ${conceptKinds.join(', ')}.`, en: `The kinds are ${conceptKinds.join(', ')}.` },
  },
  industry: {
    sv: 'Det finns ingen bransch i SNI 2007 med koden',
    en: 'There is no industry of SNI 2007 with the code',
    see: {
      sv: 'Skriv två till fem siffror, till exempel 16 eller 16.101.',
      en: 'Write two to five digits, for example 16 or 16.101.',
    },
  },
  scienceField: {
    sv: 'Det finns inget forskningsämne i FORD med koden',
    en: 'There is no field of research in FORD with the code',
    see: { sv: 'Skriv till exempel 2.5.', en: 'Write for example 2.5.' },
  },
}
