import { isSubjectless } from '../language/subject-words.ts'
import { stemOf } from '../language/stems.ts'
import { tokensOf } from '../language/tokens.ts'
import { compoundPartsOf, isGeneralPart } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Concept } from '../thesaurus/thesaurus.ts'
import type { Verdict } from '../records/shared-fields.ts'
import type { ThemeCodes } from '../records/thesaurus-facts.ts'
import type { ConceptSuggestion, ThemeSuggestion } from './coding.ts'

/** Where a code comes from. `record`: a reviewed statement of the area's own record, such as its type. */
export type CodeBasis = 'label' | 'description' | 'record'

/** What gives an area a theme: its words, what explains it, its record, or a person. */
export interface ThemeGround {
  basis?: CodeBasis
  decision?: Verdict | null
}

/** Whether only what explains an area gives it a theme: neither its name, its record nor a person does. */
export const isOnlyDescribed = ({ basis, decision }: ThemeGround): boolean => basis === 'description' && decision !== 'confirmed'

/** The themes that an area as a whole is counted by: those of its name and its record, or where these give none, of its description. */
export function countedThemes<T extends ThemeGround>(themes: readonly T[]): readonly T[] {
  const stated = themes.filter((one) => !isOnlyDescribed(one))
  return stated.length > 0 ? stated : themes
}

/** What the codes of an area follow from. */
export interface Subjects {
  /** Surest first. One that only the description names is not what the area is counted by as a whole. */
  themes: readonly (ThemeSuggestion & ThemeGround)[]
  /** Concepts of the label. */
  concepts: readonly ConceptSuggestion[]
  /** Themes that the description speaks of, whether or not the area as a whole is about them. */
  mentioned?: readonly ThemeSuggestion[]
  /** Concepts of what explains the label: its description and the area that it is part of. */
  described: readonly ConceptSuggestion[]
}

/** A code that follows from subjects. */
export interface FollowingCode {
  code: string
  confidence: number
  words: readonly string[]
  fromThemeIds: readonly string[]
  fromConceptIds: readonly string[]
}

/** A code that one subject gives. */
interface Implied {
  code: string
  confidence: number
  words: readonly string[]
  themeId?: string
  conceptId?: string
}

/** A theme's own codes are less sure than the theme; what words of the label name is as sure as those. */
const coreShare = 0.9
const namedShare = 0.8
const describedShare = 0.7

/**
 * The divisions of SNI 2007 that an area is counted by. A theme gives its core; concepts of the label narrow it when they are all that
 * speaks for the theme; what the label or the description names besides is added if a theme of the area knows it. A code that no theme of
 * the area knows is never given: a concept alone is too thin a ground.
 */
export function divisionsOf(thesaurus: Thesaurus, subjects: Subjects): FollowingCode[] {
  const counted = countedThemes(subjects.themes)
  return joinByCode(
    subjects.themes.flatMap((theme): Implied[] => {
      const codes = thesaurus.codesOfTheme(theme.themeId)
      if (!codes) return []
      const named = namedDivisions(thesaurus, codes, subjects.concepts).map((one) => ({
        ...one,
        confidence: namedShare * one.confidence,
      }))
      // A field of every industry is not made one of its own by the schools and researchers that a description thanks.
      const described = codes.whyNone
        ? []
        : namedDivisions(
            thesaurus,
            codes,
            subjects.described.filter((one) => isLineOfBusiness(thesaurus, one)),
          )
      const isWhole = counted.includes(theme) && !isNarrowed(thesaurus, { theme, codes, named })
      const core = isWhole ? ownDivisions(codes, subjects.themes) : []
      return [
        ...core.map((code) => ({ code, confidence: coreShare * theme.confidence, words: theme.words, themeId: theme.themeId })),
        ...named,
        ...[...described, ...madeThings(thesaurus, codes, subjects.mentioned ?? [])].map((one) => ({
          ...one,
          confidence: describedShare * one.confidence,
        })),
      ]
    }),
  )
}

/** The divisions of concepts that a theme knows, with the confidence of the concepts. */
function namedDivisions(thesaurus: Thesaurus, codes: ThemeCodes, concepts: readonly ConceptSuggestion[]): Implied[] {
  const known = new Set([...codes.coreDivisions, ...codes.namedDivisions, ...codes.besideDivisions])
  return concepts.flatMap(({ conceptId, confidence, words }): Implied[] => {
    const concept = thesaurus.findConcept(conceptId)
    const code = concept && namesIndustry(thesaurus, concept, codes.themeId) ? mainDivisionOf(concept) : undefined
    return code !== undefined && known.has(code) ? [{ code, confidence, words, conceptId }] : []
  })
}

/** Section C of SNI 2007: divisions 10 to 33. */
const isManufacturing = (division: string): boolean => division >= '10' && division <= '33'

/** What an area makes by the words of its description: "bilar" where the area is about manufacturing is the making of cars. */
function madeThings({ codesOfTheme }: Thesaurus, codes: ThemeCodes, mentioned: readonly ThemeSuggestion[]): Implied[] {
  if (codes.kinds[0] !== 'sector' || !codes.coreDivisions.every(isManufacturing)) return []
  return mentioned.flatMap(({ themeId, confidence, words }) =>
    (codesOfTheme(themeId)?.madeDivisions ?? [])
      .filter((code) => codes.namedDivisions.includes(code))
      .map((code) => ({ code, confidence, words, themeId })),
  )
}

/**
 * Whether a concept can name an industry of a theme. A challenge or a way of working is nobody's line of business; a sector of another
 * theme may be made or used here, unless that theme is about how work is done and who helps with it.
 */
function namesIndustry({ codesOfTheme }: Thesaurus, { kind, themeIds }: Concept, themeId: string): boolean {
  if (kind === 'challenge' || kind === 'process') return false
  if (themeIds.includes(themeId)) return true
  const mainKind = codesOfTheme(themeIds[0]!)?.kinds[0]
  return kind === 'sector' && (mainKind === 'sector' || mainKind === 'technology')
}

/** A technology that a description names in one word is rather used than made; a line of business needs no second word. */
const isLineOfBusiness = ({ findConcept }: Thesaurus, { conceptId, words }: ConceptSuggestion): boolean =>
  words.length > 1 || findConcept(conceptId)?.kind === 'sector'

/** The first division that a concept lists is where the thing is made or done; what follows is trade in it and what it is for. */
const mainDivisionOf = ({ sniCodes }: Concept): string | undefined => sniCodes[0]?.slice(0, 2)

/** A concept with less than this share of its theme's confidence only says that the theme is meant. */
const narrowingShare = 0.75

/** Whether concepts within the theme's core explain every word that speaks for it, and none of those is a name of the theme itself. */
function isNarrowed(
  thesaurus: Thesaurus,
  { theme, codes, named }: { theme: ThemeSuggestion; codes: ThemeCodes; named: readonly Implied[] },
): boolean {
  const sure = named.filter(
    ({ code, confidence }) => codes.coreDivisions.includes(code) && confidence >= narrowingShare * namedShare * theme.confidence,
  )
  const explained = new Set(sure.flatMap(({ words }) => words))
  return sure.length > 0 && theme.words.every((word) => explained.has(word)) && !isNamed(thesaurus, theme)
}

/** Whether a word of the label is a word of the theme's own name, alone or with a general word: "skogsnäringen" means all of it. */
function isNamed(thesaurus: Thesaurus, { themeId, words }: ThemeSuggestion): boolean {
  const { label } = thesaurus.findTheme(themeId)!
  return (['sv', 'en'] as const).some((lang) => {
    const names = new Set(wordsIn(label[lang]).map((word) => stemOf(word, lang)))
    return words.flatMap(wordsIn).some((word) => {
      const parts = compoundPartsOf(thesaurus, word, lang).filter((part) => !isGeneralPart(part))
      return names.has(stemOf(word, lang)) || (parts.length === 1 && names.has(stemOf(parts[0]!, lang)))
    })
  })
}

const wordsIn = (text: string): string[] =>
  tokensOf(text)
    .map(({ word }) => word)
    .filter((word) => !isSubjectless(word))

/** A theme beside another field adds only what it adds to any field. */
const ownDivisions = (codes: ThemeCodes, themes: readonly ThemeSuggestion[]): readonly string[] =>
  themes.length === 1 ? codes.coreDivisions : codes.besideDivisions

/** The weight of a theme's field of science by its place in the list. */
const perPlace = 0.15
/** What a description mentions is rather what is used than what is studied. */
const describedFieldShare = 0.4

/** The fields of science that an area draws on, by its themes and by the concepts of its words. */
export function scienceFieldsOf(thesaurus: Thesaurus, { themes, concepts, described }: Subjects): FollowingCode[] {
  const codes = themes.map(({ themeId }) => thesaurus.codesOfTheme(themeId)).filter((one) => one !== null)
  const known = new Set(codes.flatMap(({ coreFields, namedFields }) => [...coreFields, ...namedFields]))
  const own = themes.flatMap(({ themeId, confidence, words }): Implied[] =>
    (thesaurus.codesOfTheme(themeId)?.coreFields ?? []).map((code, place) => ({
      code,
      confidence: coreShare * confidence * (1 - perPlace * place),
      words,
      themeId,
    })),
  )
  const namedIn = (list: readonly ConceptSuggestion[], share: number) =>
    list.flatMap(({ conceptId, confidence, words }): Implied[] =>
      (thesaurus.findConcept(conceptId)?.fordCodes ?? [])
        .filter((code) => known.has(code))
        .slice(0, 1)
        .map((code) => ({ code, confidence: share * confidence, words, conceptId })),
    )
  return joinByCode([...own, ...namedIn(concepts, namedShare), ...namedIn(described, describedFieldShare)])
}

/** The goals of Agenda 2030 that an area serves by its themes and by the concepts of its label. */
export function goalsOf(thesaurus: Thesaurus, { themes }: Subjects): FollowingCode[] {
  return joinByCode(
    themes.flatMap(({ themeId, confidence, words }) =>
      (thesaurus.codesOfTheme(themeId)?.sdgGoals ?? []).map((goal): Implied => ({
        code: String(goal),
        confidence: coreShare * confidence,
        words,
        themeId,
      })),
    ),
  )
}

/** The EU's specific objectives that an area serves, and the policy objectives above them. */
export function objectivesOf({ objectives }: Thesaurus, { themes, concepts }: Subjects): FollowingCode[] {
  const specific = objectives.flatMap(({ code, themeIds, conceptIds }): Implied[] => [
    ...themes
      .filter(({ themeId }) => themeIds.includes(themeId))
      .map((one) => ({ ...one, code, confidence: coreShare * one.confidence })),
    ...concepts
      .filter(({ conceptId }) => conceptIds.includes(conceptId))
      .map((one) => ({ ...one, code, confidence: namedShare * one.confidence })),
  ])
  return joinByCode([...specific, ...specific.map((one) => ({ ...one, code: one.code[0]! }))])
}

/** One value a code: as sure as the surest that gives it, and a little surer for each further one. */
const perFurther = 0.03
function joinByCode(implied: readonly Implied[]): FollowingCode[] {
  return [...Map.groupBy(implied, ({ code }) => code)].map(([code, ofCode]) => {
    const subjects = new Set(ofCode.map(({ themeId, conceptId }) => themeId ?? conceptId))
    return {
      code,
      confidence: Math.min(1, Math.max(...ofCode.map(({ confidence }) => confidence)) + perFurther * (subjects.size - 1)),
      words: [...new Set(ofCode.flatMap(({ words }) => words))],
      fromThemeIds: unique(ofCode.map(({ themeId }) => themeId)),
      fromConceptIds: unique(ofCode.map(({ conceptId }) => conceptId)),
    }
  })
}

const unique = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))]
