import type { Industry } from '../records/thesaurus-facts.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { suggestSubjects } from './coding.ts'

/** A subject that an industry belongs to. */
export interface IndustrySubject {
  /** A concept's id, or a theme's where the code is too wide to tell its concepts apart. */
  subjectId: string
  confidence: number
}

/** How sure a concept is that names the code itself, its group of three or four digits, or its whole division. */
const confidenceByDigits: Record<number, number> = { 5: 0.9, 4: 0.85, 3: 0.7, 2: 0.4 }
/** How much the words of an industry's own name say beside the list. */
const labelShare = 0.8
/** More concepts than this from one code are no reading of it. */
const mostConcepts = 4
const foundOf = deriveEach('subjects of industries', (_thesaurus: Thesaurus) => new Map<string, readonly IndustrySubject[]>())

/**
 * The subjects that an industry belongs to, surest first: by the codes that concepts name and by the industry's own name.
 * Where a code fits many concepts equally well, only what is surer than those is kept, or else the theme most of them share.
 */
export function subjectsOfIndustry(thesaurus: Thesaurus, { code, labelSv }: Industry): readonly IndustrySubject[] {
  const found = foundOf(thesaurus)
  const known = found.get(code)
  if (known) return known
  const confidences = new Map<string, number>()
  const put = (id: string, confidence: number) => confidences.set(id, Math.max(confidences.get(id) ?? 0, confidence))
  for (const { id, sniCodes } of thesaurus.concepts)
    for (const named of sniCodes) {
      // A narrower code than the one asked for says less, the more it leaves out.
      if (code.startsWith(named)) put(id, confidenceByDigits[named.length]!)
      else if (named.startsWith(code)) put(id, confidenceByDigits[code.length]! * 0.8)
    }
  for (const { conceptId, confidence } of suggestSubjects(thesaurus, labelSv, 'sv').concepts)
    put(conceptId, confidence * labelShare)
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
