import type { ActivityKey } from '../../records/activity-key.ts'
import type { GazetteerFacts } from '../../records/gazetteer-facts.ts'
import type { LineageReview, ReviewedLink } from '../../records/lineage-review.ts'
import type { CodeRules, ThesaurusFacts } from '../../records/thesaurus-facts.ts'
import type { Facts } from './fact-rows.ts'
import { getIndustryKey } from './industry-key.ts'

/** The rows of the thesaurus as the rest of the program reads them. @param id identifies them; null for those that ship with the program */
export function thesaurusFactsOf(
  facts: Pick<Facts, 'themes' | 'concepts' | 'industries' | 'scienceFields' | 'themeCodes' | 'kindSigns' | 'objectives' | 'goals' | 'weights'>,
  id: string | null,
): ThesaurusFacts {
  return {
    id,
    themes: facts.themes.map((row) => ({
      id: row.id,
      slugEn: row.slug_en,
      family: row.family,
      ...wordsOf(row),
      relatedIds: row.related,
      ...signalsAndDays(row),
    })),
    concepts: facts.concepts.map((row) => ({
      id: row.id,
      slugEn: row.slug_en,
      broaderIds: row.broader,
      kind: row.kind,
      ...wordsOf(row),
      relatedIds: row.related,
      sniCodes: row.sni,
      fordCodes: row.ford,
      sdgGoals: row.sdg,
      ...signalsAndDays(row),
    })),
    industries: facts.industries.map(({ code, label_sv }) => ({ code, labelSv: label_sv })),
    scienceFields: facts.scienceFields.map(({ code, label_sv, label_en }) => ({ code, label: { sv: label_sv, en: label_en } })),
    codeRules: codeRulesOf(facts),
  }
}

const codeRulesOf = ({ themeCodes, kindSigns, objectives, goals, weights }: Pick<Facts, 'themeCodes' | 'kindSigns' | 'objectives' | 'goals' | 'weights'>): CodeRules => ({
  themes: themeCodes.map((row) => ({
    themeId: row.theme,
    kinds: row.kinds,
    coreDivisions: row.sni,
    besideDivisions: row.sni_beside,
    madeDivisions: row.sni_made,
    namedDivisions: row.sni_named,
    coreFields: row.ford,
    namedFields: row.ford_named,
    sdgGoals: row.sdg,
    whyNone: row.why_none_sv && row.why_none_en ? { sv: row.why_none_sv, en: row.why_none_en } : null,
  })),
  kindSigns: kindSigns.map(({ kind, place, letters_sv, letters_en, weight }) => ({
    kind,
    place,
    letters: { sv: letters_sv, en: letters_en },
    weight,
  })),
  objectives: objectives.map(({ code, label_sv, label_en, themes, concepts }) => ({
    code,
    label: { sv: label_sv, en: label_en },
    themeIds: themes,
    conceptIds: concepts,
  })),
  goals: goals.map(({ code, label_sv, label_en }) => ({ code, label: { sv: label_sv, en: label_en } })),
  laterIndustries: getIndustryKey().map(({ code, in2007 }) => ({ code, in2007 })),
  weights: Object.fromEntries(weights.map(({ id, weight }) => [id, weight])),
})

type SubjectRow = Facts['themes'][number] | Facts['concepts'][number]

const wordsOf = (row: SubjectRow) => ({
  label: { sv: row.label_sv, en: row.label_en },
  definition: { sv: row.definition_sv, en: row.definition_en },
})

const signalsAndDays = (row: SubjectRow) => ({
  signals: { sv: row.terms_sv, en: row.terms_en },
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

/** The rows of the gazetteer as the rest of the program reads them. @param id identifies them; null for those that ship with the program */
export function gazetteerFactsOf({ municipalities, localities }: Pick<Facts, 'municipalities' | 'localities'>, id: string | null): GazetteerFacts {
  return {
    id,
    municipalities: municipalities.map(({ code, name, lan_code }) => ({ code, name, regionCode: lan_code })),
    localities: localities.map(({ name, lies_in }) => ({ name, liesIn: lies_in })),
  }
}

/** The rows of the key as the rest of the program reads them. @param id names them; null for what ships with the program */
export const activityKeyOf = ({ activityKeys }: Pick<Facts, 'activityKeys'>, id: string | null): ActivityKey => ({
  id,
  subjects: activityKeys.map(({ subject, ssyk, branches, why_sv, why_en }) => ({
    subjectId: subject,
    occupations: ssyk,
    branches,
    why: { sv: why_sv, en: why_en },
  })),
})

/** The reviewed links as the rest of the program reads them. @param id names them; null for what ships with the program */
export const lineageReviewOf = (facts: Pick<Facts, 'lineageProposals' | 'lineageNot'>, id: string | null): LineageReview => ({
  id,
  links: [
    ...facts.lineageProposals.map((row) => ({ ...reviewOf(row), verdict: 'confirmed' as const, change: row.change })),
    ...facts.lineageNot.map((row) => ({ ...reviewOf(row), verdict: 'rejected' as const, change: null })),
  ],
})

const reviewOf = (row: Facts['lineageNot'][number]): Omit<ReviewedLink, 'verdict' | 'change'> => ({
  predecessorId: row.older_area,
  successorId: row.newer_area,
  reason: { sv: row.reason_sv, en: row.reason_en },
  confidence: row.confidence,
  reviewer: row.reviewer,
  sourceId: row.source,
})
