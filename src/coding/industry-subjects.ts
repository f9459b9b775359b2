import type { Industry } from '../records/thesaurus-facts.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { suggestSubjects } from './coding.ts'

/** A subject that an industry belongs to. */
export interface IndustrySubject {
  /** A concept's id, or a theme's id when the code is too wide to choose between its concepts. */
  subjectId: string
  confidence: number
}

/** Confidence by the number of digits that the industry's code and the concept's code have in common. */
const confidenceByDigits: Record<number, number> = { 5: 0.9, 4: 0.85, 3: 0.7, 2: 0.4 }
/** The weight of concepts suggested by the industry's name, relative to the codes that concepts list. */
const labelShare = 0.8
/** A code that gives more concepts than this is too wide, and the list is cut. */
const mostConcepts = 4
const foundOf = deriveEach('subjects of industries', (_thesaurus: Thesaurus) => new Map<string, readonly IndustrySubject[]>())

/**
 * The subjects of an industry, surest first, from the SNI codes that concepts list and from the industry's name. When
 * too many concepts fit, only those surer than the first one too many are kept; if none is surer, the theme that most of
 * the tied concepts share.
 */
export function subjectsOfIndustry(thesaurus: Thesaurus, { code, labelSv }: Industry): readonly IndustrySubject[] {
  const found = foundOf(thesaurus)
  const known = found.get(code)
  if (known) return known
  const confidences = new Map<string, number>()
  const raise = (id: string, confidence: number) => confidences.set(id, Math.max(confidences.get(id) ?? 0, confidence))
  for (const { id, sniCodes } of thesaurus.concepts)
    for (const named of sniCodes) {
      // A concept with a narrower code than the industry's covers only part of it, so it gets less confidence.
      if (code.startsWith(named)) raise(id, confidenceByDigits[named.length]!)
      else if (named.startsWith(code)) raise(id, confidenceByDigits[code.length]! * 0.8)
    }
  for (const { conceptId, confidence } of suggestSubjects(thesaurus, labelSv, 'sv').concepts)
    raise(conceptId, confidence * labelShare)
  const list = fewOf(
    thesaurus,
    [...confidences]
      .map(([subjectId, confidence]) => ({ subjectId, confidence }))
      .sort((a, b) => b.confidence - a.confidence || (a.subjectId < b.subjectId ? -1 : 1)),
  )
  found.set(code, list)
  return list
}

function fewOf({ findConcept }: Thesaurus, all: readonly IndustrySubject[]): IndustrySubject[] {
  const next = all[mostConcepts]
  if (!next) return [...all]
  const surer = all.filter(({ confidence }) => confidence > next.confidence)
  if (surer.length > 0) return surer
  const tied = all.filter(({ confidence }) => confidence === next.confidence)
  const byTheme = [...Map.groupBy(tied, ({ subjectId }) => findConcept(subjectId)!.themeIds[0]!)]
  const [themeId] = byTheme.reduce((most, one) => (one[1].length > most[1].length ? one : most))
  return [{ subjectId: themeId, confidence: next.confidence }]
}
