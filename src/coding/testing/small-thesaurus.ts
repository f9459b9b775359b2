import { noCodeRules, readSignals } from '../../records/thesaurus-facts.ts'
import type { CodeRules, ConceptFact, Theme, ThemeCodes } from '../../records/thesaurus-facts.ts'
import { makeThesaurus } from '../../thesaurus/thesaurus.ts'
import type { Thesaurus } from '../../thesaurus/thesaurus.ts'

/** The terms of a subject as the facts write them: separated by |, each with its mark. */
interface Terms {
  sv?: string
  en?: string
}

const signalsOf = ({ sv, en }: Terms) => ({ sv: sv ? readSignals(sv) : [], en: en ? readSignals(en) : [] })

/** A theme that is called by its id, with only what a test needs. */
export const smallTheme = (id: string, { sv, en, ...more }: Terms & Partial<Theme> = {}): Theme => ({
  id,
  slugEn: `${id}-en`,
  family: 'nature',
  label: { sv: id, en: id },
  definition: { sv: '', en: '' },
  relatedIds: [],
  signals: signalsOf({ sv, en }),
  ...more,
})

/** A concept below one theme or several. */
export const smallConcept = (
  id: string,
  broaderIds: readonly string[],
  { sv, en, ...more }: Terms & Partial<ConceptFact> = {},
): ConceptFact => ({
  id,
  slugEn: `${id}-en`,
  broaderIds,
  kind: 'sector',
  label: { sv: id, en: id },
  definition: { sv: '', en: '' },
  relatedIds: [],
  sniCodes: [],
  fordCodes: [],
  sdgGoals: [],
  signals: signalsOf({ sv, en }),
  ...more,
})

/** The codes of a theme; none but those that are given. */
export const smallCodes = (themeId: string, more: Partial<ThemeCodes>): ThemeCodes => ({
  themeId,
  kinds: ['sector'],
  coreDivisions: [],
  besideDivisions: [],
  madeDivisions: [],
  namedDivisions: [],
  coreFields: [],
  namedFields: [],
  sdgGoals: [],
  whyNone: null,
  ...more,
})

/** A thesaurus of a few subjects, small enough to be worked through by hand. */
export const smallThesaurus = (
  themes: readonly Theme[],
  concepts: readonly ConceptFact[] = [],
  codeRules: Partial<CodeRules> = {},
): Thesaurus =>
  makeThesaurus({ themes, concepts, industries: [], scienceFields: [], codeRules: { ...noCodeRules, ...codeRules } })
