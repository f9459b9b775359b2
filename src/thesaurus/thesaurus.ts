import type { ConceptFact, Industry, ScienceField, Theme, ThesaurusEdition } from '../records/thesaurus-facts.ts'

/** A subject narrower than a theme, with the themes that it belongs to. */
export interface Concept extends ConceptFact {
  /** The themes at the top of what is above it, the main one first; two or more are an intersection of fields. */
  themeIds: readonly string[]
}

/** The thesaurus of one edition. Immutable: what is derived from it is remembered with it. */
export interface Thesaurus {
  /** All themes, in the file's order. */
  readonly themes: readonly Theme[]
  /** All concepts, in the files' order. */
  readonly concepts: readonly Concept[]
  /** All 42 fields, in the classification's order. */
  readonly scienceFields: readonly ScienceField[]
  findTheme(idOrSlugEn: string): Theme | null
  findConcept(idOrSlugEn: string): Concept | null
  /** The concepts of a theme: those that have it as their main theme first. */
  conceptsOfTheme(themeId: string): readonly Concept[]
  /** The industry of a code written with or without dots and blanks ("16.10", "16101"). */
  findIndustry(written: string): Industry | null
  findScienceField(code: string): ScienceField | null
}

/** Makes the look-ups of an edition. What its concepts have above them must lead to themes; the facts' own checks see to it. */
export function makeThesaurus({ themes, concepts: facts, industries, scienceFields }: ThesaurusEdition): Thesaurus {
  const themeByName = byName(themes)
  const concepts = withThemes(facts, (id) => themeByName.has(id))
  const conceptByName = byName(concepts)
  const byTheme = Map.groupBy(
    concepts.flatMap((concept) => concept.themeIds.map((themeId) => ({ concept, themeId }))),
    ({ themeId }) => themeId,
  )
  const industryByCode = new Map(industries.map((industry) => [industry.code, industry]))
  const fieldByCode = new Map(scienceFields.map((field) => [field.code, field]))
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
  }
}

const byName = <T extends { id: string; slugEn: string }>(subjects: readonly T[]): ReadonlyMap<string, T> =>
  new Map(subjects.flatMap((one) => [[one.id, one] as const, [one.slugEn, one] as const]))

/** Follows what is above each concept up to the themes. */
function withThemes(facts: ThesaurusEdition['concepts'], isTheme: (id: string) => boolean): Concept[] {
  const factById = new Map(facts.map((fact) => [fact.id, fact]))
  const themesOf = (id: string): readonly string[] =>
    isTheme(id) ? [id] : factById.get(id)!.broaderIds.flatMap((broaderId) => themesOf(broaderId))
  return facts.map((fact) => ({ ...fact, themeIds: [...new Set(themesOf(fact.id))] }))
}
