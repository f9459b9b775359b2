import { z } from 'zod'
import { verdicts } from '../records/shared-fields.ts'
import type { CodingAspect } from '../records/coding-decision.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { whyNotMeasurable } from '../coding/area-coding.ts'
import type { CodedValue, Coding } from '../coding/area-coding.ts'
import type { ConceptKind } from '../records/thesaurus-facts.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { LocalTextShape } from './shapes.ts'

/** One code with its name, the words and concepts behind it, and a person's decision. */
export const CodedValueShape = z.object({
  code: z.string(),
  label: LocalTextShape,
  /** 0–1: how sure the words make it; 1 when confirmed, 0 when it only comes from a rejection. */
  confidence: z.number(),
  /** The words that led to the code, as written. */
  words: z.array(z.string()),
  /** The themes and concepts that the code follows from. */
  from: z.array(z.object({ id: z.string(), label: LocalTextShape })),
  /** Where it comes from: the label, the description, or what the record itself states. */
  basis: z.enum(['label', 'description', 'record']),
  /** Of a division of SNI 2007: the divisions of SNI 2025 that its industries are in. */
  in2025: z.array(z.string()).optional(),
  decision: z.enum(verdicts).nullable(),
  decided: z.object({ note: z.string(), recordedAt: z.string() }).nullable(),
})
export type CodedValueShape = z.infer<typeof CodedValueShape>

const list = z.array(CodedValueShape)
export const CodingShape = z.object({
  theme: list,
  concept: list,
  kind: list,
  industry: list,
  scienceField: list,
  goal: list,
  objective: list,
  /** Why no industry can be counted; null when one can. */
  notMeasurable: LocalTextShape.nullable(),
})
export type CodingShape = z.infer<typeof CodingShape>

export function codingShape(thesaurus: Thesaurus, coding: Coding): CodingShape {
  const shaped = (aspect: CodingAspect) => coding[aspect].map((value) => valueShape(thesaurus, aspect, value))
  return {
    theme: shaped('theme'),
    concept: shaped('concept'),
    kind: shaped('kind'),
    industry: shaped('industry'),
    scienceField: shaped('scienceField'),
    goal: shaped('goal'),
    objective: shaped('objective'),
    notMeasurable: whyNotMeasurable(thesaurus, coding),
  }
}

const valueShape = (
  thesaurus: Thesaurus,
  aspect: CodingAspect,
  { code, confidence, words, fromThemeIds, fromConceptIds, basis, decision, decided }: CodedValue,
): CodedValueShape => ({
  code,
  label: codeLabelOf(thesaurus, aspect, code),
  confidence,
  words: [...words],
  from: [
    ...fromThemeIds.map((id) => ({ id, label: codeLabelOf(thesaurus, 'theme', id) })),
    ...fromConceptIds.map((id) => ({ id, label: codeLabelOf(thesaurus, 'concept', id) })),
  ],
  basis,
  ...(aspect === 'industry' && code.length === 2 ? { in2025: [...thesaurus.divisionsIn2025(code)] } : {}),
  decision,
  decided,
})

const kindLabels: Record<ConceptKind, LocalText> = {
  sector: { sv: 'Bransch', en: 'Sector' },
  technology: { sv: 'Teknik', en: 'Technology' },
  challenge: { sv: 'Samhällsutmaning', en: 'Societal challenge' },
  process: { sv: 'Arbetssätt', en: 'Process' },
}

/** The label of a code. SNI has Swedish names only. An unknown code of an older thesaurus is shown as it is. */
export function codeLabelOf(thesaurus: Thesaurus, aspect: CodingAspect, code: string): LocalText {
  const industry = aspect === 'industry' ? thesaurus.findIndustry(code) : null
  const found = {
    theme: () => thesaurus.findTheme(code)?.label,
    concept: () => thesaurus.findConcept(code)?.label,
    kind: () => kindLabels[code as keyof typeof kindLabels],
    industry: () => industry && { sv: industry.labelSv, en: industry.labelSv },
    scienceField: () => thesaurus.findScienceField(code)?.label,
    goal: () => thesaurus.goals.find((goal) => goal.code === code)?.label,
    objective: () => thesaurus.findObjective(code)?.label,
  }[aspect]()
  return found ?? { sv: code, en: code }
}
