import type { LocalText } from '../records/shared-fields.ts'
import { suggestSubjects } from '../coding/coding.ts'
import { subjectsOfIndustry } from '../coding/industry-subjects.ts'
import type { Industry } from '../records/thesaurus-facts.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { Subject } from './subject-table.ts'

/** A business described in its own words, with its industry and region when known. */
export interface Company {
  text: string
  industry: Industry | null
  /** Its further industries, which count less than the first. */
  moreIndustries?: readonly Industry[]
  regionCode: string | null
  /** Words of the text, in lower case, that are to be left out, because they were read wrongly. */
  struck?: ReadonlySet<string>
}

/** A subject of the business, and what it was read from. */
export interface CompanySubject extends Subject {
  label: LocalText
  /** The company's own words that suggest it; empty when it comes from the industry code. */
  words: readonly string[]
  /** Words treated as misspelt, with the term that each was read as. */
  readAs: ReadonlyMap<string, string>
  fromIndustry: boolean
  /** How sure the subject is by the words alone and by the industry alone, 0–1; `confidence` is of both together. */
  byWords: number
  byIndustry: number
}

const industryShare = 0.75
const furtherIndustryShare = 0.45

/** The subjects of a business, from its own words and its industry code, surest first. */
export function subjectsOf(
  thesaurus: Thesaurus,
  { text, industry, moreIndustries = [], struck = nothing }: Omit<Company, 'regionCode'>,
): CompanySubject[] {
  const { themes, concepts, readAs } = suggestSubjects(thesaurus, text)
  const byIndustry = new Map<string, number>()
  const addIndustry = (one: Industry, share: number) => {
    for (const { subjectId, confidence } of subjectsOfIndustry(thesaurus, one))
      byIndustry.set(subjectId, eitherOf(byIndustry.get(subjectId) ?? 0, confidence * share))
  }
  if (industry) addIndustry(industry, industryShare)
  for (const further of moreIndustries) addIndustry(further, furtherIndustryShare)
  const suggested = [
    ...themes.map(({ themeId, confidence, words }) => ({ id: themeId, byWords: confidence, words })),
    ...concepts.map(({ conceptId, confidence, words }) => ({ id: conceptId, byWords: confidence, words })),
  ].flatMap((one) => withoutStruck(one, struck))
  const inText = new Set(suggested.map(({ id }) => id))
  const onlyIndustry = [...byIndustry.keys()].filter((id) => !inText.has(id)).map((id) => ({ id, byWords: 0, words: [] }))
  return [...suggested, ...onlyIndustry]
    .map(({ id, byWords, words }): CompanySubject => {
      const ofIndustry = byIndustry.get(id) ?? 0
      const label = (thesaurus.findConcept(id) ?? thesaurus.findTheme(id))!.label
      const fromIndustry = words.length === 0
      return {
        id,
        label,
        words,
        readAs,
        fromIndustry,
        byWords,
        byIndustry: ofIndustry,
        confidence: eitherOf(byWords, ofIndustry),
      }
    })
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
}

const nothing: ReadonlySet<string> = new Set()

/** A subject by the words that are left; none when all its words are struck out. */
function withoutStruck<S extends { byWords: number; words: readonly string[] }>(subject: S, struck: ReadonlySet<string>): S[] {
  const words = subject.words.filter((word) => !struck.has(word.toLowerCase()))
  if (words.length === subject.words.length) return [subject]
  // The sureness of several words together is 1 − Π(1 − strength), so each that goes takes its share.
  const byWords = 1 - (1 - subject.byWords) ** (words.length / subject.words.length)
  return words.length > 0 ? [{ ...subject, words, byWords }] : []
}

/** How sure something is that two independent signs suggest. */
const eitherOf = (one: number, other: number): number => 1 - (1 - one) * (1 - other)
