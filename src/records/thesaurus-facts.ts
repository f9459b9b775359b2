import type { Language } from './language.ts'
import type { LocalText } from './shared-fields.ts'
import type { IsoDate } from './time.ts'

/** Groups of themes that share a colour. */
export const themeFamilies = ['nature', 'industry', 'energy', 'digital', 'people', 'place'] as const
export type ThemeFamily = (typeof themeFamilies)[number]

export const conceptKinds = ['sector', 'technology', 'challenge', 'process'] as const
export type ConceptKind = (typeof conceptKinds)[number]

/**
 * How strongly a term indicates its subject. `plain`: clearly; `weak`: only faintly; `alone`: only as a separate word,
 * not in a compound; `head`: not after another subject ("skogsindustri", "games industry"); `other`: not at all,
 * although it looks like the subject ("krävande miljöer").
 */
export type SignalKind = 'plain' | 'weak' | 'alone' | 'head' | 'other'

export interface Signal {
  term: string
  kind: SignalKind
}

/** The terms that indicate a subject, in each language. */
export interface Signals {
  sv: readonly Signal[]
  en: readonly Signal[]
}

/** A subject that areas in many regions are about, whatever they call it. */
export interface Theme {
  /** Swedish slug; stable. */
  id: string
  slugEn: string
  family: ThemeFamily
  label: LocalText
  definition: LocalText
  /** Related themes; the relation goes both ways. */
  relatedIds: readonly string[]
  signals: Signals
}

/** A subject narrower than a theme, for what companies, projects and areas are about in particular. */
export interface ConceptFact {
  /** Swedish slug; stable. */
  id: string
  slugEn: string
  /** The themes and concepts directly above it, the main one first; two or more are an intersection of fields. */
  broaderIds: readonly string[]
  kind: ConceptKind
  label: LocalText
  definition: LocalText
  /** Related concepts and themes. */
  relatedIds: readonly string[]
  /** SNI 2007 (NACE Rev. 2) codes without dots: two digits for a division, more for narrower groups. */
  sniCodes: readonly string[]
  /** Fields of research and development (FORD), second level. */
  fordCodes: readonly string[]
  /** Goals of Agenda 2030. */
  sdgGoals: readonly number[]
  signals: Signals
}

/** The days for which a row is in force, until a later row replaces it or it ends. */
export interface Dated {
  validFrom: IsoDate
  /** The first day on which it is no longer in force; null = open. */
  validTo: IsoDate | null
}

/** An industry of SNI 2007, the Swedish form of NACE Rev. 2; codes are written without dots, two to five digits, or the letter of a section. */
export interface Industry {
  code: string
  labelSv: string
}

/** A field of research and development, second level of FORD (OECD, Frascati Manual 2015, chapter 2). */
export interface ScienceField {
  /** For example `2.11`. */
  code: string
  label: LocalText
}

/** What a theme as a whole is counted and classified by; its concepts choose among these codes where words name them. */
export interface ThemeCodes {
  themeId: string
  /** What areas about it mostly are, the commonest first. */
  kinds: readonly ConceptKind[]
  /** Divisions of SNI 2007 that it is counted by when the area is about it alone; none when it runs through every industry. */
  coreDivisions: readonly string[]
  /** The divisions that it adds to an area that is about another field as well. */
  besideDivisions: readonly string[]
  /** Divisions that belong to it only where words name them. */
  namedDivisions: readonly string[]
  /** Those that make what it is about: what an area about making things is counted by when its description names the theme. */
  madeDivisions: readonly string[]
  /** Fields of science, the main one first, and those that belong to it only where words name them. */
  coreFields: readonly string[]
  namedFields: readonly string[]
  /** Goals of Agenda 2030. */
  sdgGoals: readonly number[]
  /** Why it has no industry of its own; null when it has one. */
  whyNone: LocalText | null
}

/** Where in a word a sign of a kind is: how the word begins or ends. */
export type SignPlace = 'begin' | 'end'

/** Letters that tell what kind of choice an area is. */
export interface KindSign {
  kind: ConceptKind
  place: SignPlace
  letters: Readonly<Record<Language, readonly string[]>>
  weight: number
}

/** An objective of the EU's cohesion policy 2021–2027, and the subjects that serve it. */
export interface PolicyObjective {
  /** `2` is a policy objective; `2.6` is the specific objective (vi) below it. */
  code: string
  label: LocalText
  themeIds: readonly string[]
  conceptIds: readonly string[]
}

/** A goal of Agenda 2030. */
export interface GlobalGoal {
  /** From `1` to `17`. */
  code: string
  label: LocalText
}

/** An industry of SNI 2025 that SNI 2007 does not have, or has with another meaning. */
export interface LaterIndustry {
  code: string
  /** The codes of SNI 2007 that it corresponds to; empty where there is no clear one. */
  in2007: readonly string[]
}

/** How subjects are turned into codes of an area. */
export interface CodeRules {
  readonly themes: readonly ThemeCodes[]
  readonly kindSigns: readonly KindSign[]
  readonly objectives: readonly PolicyObjective[]
  readonly goals: readonly GlobalGoal[]
  /** The key to SNI 2025, as far as there is one. */
  readonly laterIndustries: readonly LaterIndustry[]
  /** Weights fitted on judgements, by name; see `bench/fit-weights.ts`. */
  readonly weights: Readonly<Record<string, number>>
}

export const noCodeRules: CodeRules = { themes: [], kindSigns: [], objectives: [], goals: [], laterIndustries: [], weights: {} }

/** Everything that texts are coded with: every edition of themes and concepts, and the classifications that they refer to. */
export interface ThesaurusFacts {
  /** Made from the content; null for the shipped facts, which the program's build identifies. */
  readonly id: string | null
  readonly themes: readonly (Theme & Dated)[]
  readonly concepts: readonly (ConceptFact & Dated)[]
  readonly industries: readonly Industry[]
  readonly scienceFields: readonly ScienceField[]
  /** How subjects become codes of an area; the same in every edition. */
  readonly codeRules: CodeRules
}

/** The thesaurus as it is on one day. */
export interface ThesaurusEdition {
  readonly themes: readonly Theme[]
  readonly concepts: readonly ConceptFact[]
  readonly industries: readonly Industry[]
  readonly scienceFields: readonly ScienceField[]
  /** How subjects become codes of an area; the same in every edition. */
  readonly codeRules: CodeRules
}

/** The days on which rows begin or end, oldest first. An edition begins on each of them. */
export const editionDaysOf = (rows: readonly Dated[]): IsoDate[] =>
  [...new Set(rows.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, validTo])))].sort()

/** The character before a term that marks its kind; a term without one is plain. */
const signalMarks: readonly (readonly [string, SignalKind])[] = [
  ['~', 'weak'],
  ['=', 'alone'],
  ['?', 'head'],
  ['!', 'other'],
]
const kindOfMark = new Map(signalMarks)
const markOfKind = new Map(signalMarks.map(([mark, kind]) => [kind, mark]))

/** Parses terms as the facts write them, separated by |. */
export const readSignals = (written: string): Signal[] =>
  written.split('|').map((one) => {
    const kind = kindOfMark.get(one[0] ?? '')
    return kind ? { term: one.slice(1), kind } : { term: one, kind: 'plain' }
  })

export const writeSignals = (signals: readonly Signal[]): string =>
  signals.map(({ term, kind }) => (markOfKind.get(kind) ?? '') + term).join('|')
