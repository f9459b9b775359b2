import type {
  ConceptFact,
  GlobalGoal,
  Industry,
  KindSign,
  LaterIndustry,
  PolicyObjective,
  ScienceField,
  Theme,
  ThemeCodes,
  ThesaurusEdition,
} from '../records/thesaurus-facts.ts'

/** A subject narrower than a theme, with the themes that it belongs to. */
export interface Concept extends ConceptFact {
  /** The themes above it, its main theme first. A concept with two or more is an intersection of fields. */
  themeIds: readonly string[]
}

/** The thesaurus of one edition. It is immutable, so derived results are cached by it. */
export interface Thesaurus {
  /** All themes, in the order of the file. */
  readonly themes: readonly Theme[]
  /** All concepts, in the order of the files. */
  readonly concepts: readonly Concept[]
  /** All 42 fields, in the order of the classification. */
  readonly scienceFields: readonly ScienceField[]
  findTheme(idOrSlugEn: string): Theme | null
  findConcept(idOrSlugEn: string): Concept | null
  /** The concepts of a theme, those with it as their main theme first. */
  conceptsOfTheme(themeId: string): readonly Concept[]
  /** The industry with a code, written with or without dots and blanks ("16.10", "16101"). */
  findIndustry(written: string): Industry | null
  findScienceField(code: string): ScienceField | null
  /** What a theme as a whole is counted and classified by; null when the facts do not say. */
  codesOfTheme(themeId: string): ThemeCodes | null
  readonly kindSigns: readonly KindSign[]
  /** The EU's policy objectives 2021–2027 and the specific ones, in their order. */
  readonly objectives: readonly PolicyObjective[]
  findObjective(code: string): PolicyObjective | null
  /** The industries of SNI 2025 in which those of a division of SNI 2007 are, as divisions. */
  divisionsIn2025(division: string): readonly string[]
  /** The 17 goals of Agenda 2030. */
  readonly goals: readonly GlobalGoal[]
  /** Weights fitted on judgements, by name. */
  readonly weights: Readonly<Record<string, number>>
}

/**
 * Builds the lookups of an edition. It expects that every chain of broader concepts ends in a theme, which is checked
 * when facts are loaded.
 */
export function makeThesaurus({ themes, concepts: facts, industries, scienceFields, codeRules }: ThesaurusEdition): Thesaurus {
  const themeByName = byName(themes)
  const concepts = withThemes(facts, (id) => themeByName.has(id))
  const conceptByName = byName(concepts)
  const byTheme = Map.groupBy(
    concepts.flatMap((concept) => concept.themeIds.map((themeId) => ({ concept, themeId }))),
    ({ themeId }) => themeId,
  )
  const industryByCode = new Map(industries.map((industry) => [industry.code, industry]))
  const fieldByCode = new Map(scienceFields.map((field) => [field.code, field]))
  const codesByTheme = new Map(codeRules.themes.map((codes) => [codes.themeId, codes]))
  const objectiveByCode = new Map(codeRules.objectives.map((objective) => [objective.code, objective]))
  return {
    themes,
    concepts,
    scienceFields,
    findTheme: (name) => themeByName.get(name) ?? null,
    findConcept: (name) => conceptByName.get(name) ?? null,
    conceptsOfTheme: (themeId) =>
      (byTheme.get(themeId) ?? [])
        .map(({ concept }) => concept)
        .toSorted((one, other) => Number(other.themeIds[0] === themeId) - Number(one.themeIds[0] === themeId)),
    findIndustry: (written) => industryByCode.get(written.replaceAll(/[.\s]/g, '')) ?? null,
    findScienceField: (code) => fieldByCode.get(code.trim()) ?? null,
    codesOfTheme: (themeId) => codesByTheme.get(themeId) ?? null,
    kindSigns: codeRules.kindSigns,
    objectives: codeRules.objectives,
    divisionsIn2025: (division) => laterDivisionsOf(codeRules.laterIndustries, division),
    goals: codeRules.goals,
    weights: codeRules.weights,
    findObjective: (code) => objectiveByCode.get(code.trim()) ?? null,
  }
}

const byName = <T extends { id: string; slugEn: string }>(subjects: readonly T[]): ReadonlyMap<string, T> =>
  new Map(subjects.flatMap((one) => [[one.id, one] as const, [one.slugEn, one] as const]))

/** Follows the broader concepts of each concept up to its themes. */
function withThemes(facts: ThesaurusEdition['concepts'], isTheme: (id: string) => boolean): Concept[] {
  const factById = new Map(facts.map((fact) => [fact.id, fact]))
  const themesOf = (id: string): readonly string[] =>
    isTheme(id) ? [id] : factById.get(id)!.broaderIds.flatMap((broaderId) => themesOf(broaderId))
  return facts.map((fact) => ({ ...fact, themeIds: [...new Set(themesOf(fact.id))] }))
}

/** The one division of SNI 2007 that SNI 2025 does not have: trade in vehicles is in 46 and 47, and their repair in 95. */
const divided = new Map([['45', ['46', '47', '95']]])

/** A division that stays keeps its number; the key knows what has moved to another one. */
function laterDivisionsOf(key: readonly LaterIndustry[], division: string): string[] {
  const moved = key.filter(({ in2007 }) => in2007.some((code) => code.startsWith(division))).map(({ code }) => code.slice(0, 2))
  return [...new Set([...(divided.get(division) ?? [division]), ...moved])]
}
