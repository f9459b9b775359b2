import { z } from 'zod'
import { LocalText } from '../../records/shared-fields.ts'
import { IsoDate } from '../../records/time.ts'
import type { LineChoice } from './deck-draft.ts'
import { deckLimits } from './deck-limits.ts'

const plainChoices = ['area', 'subItem', 'subHeading', 'heading', 'leftOut', 'finding', 'wish', 'nextStep'] as const

/** A correction as a form sends it. */
export const SentChoice = z.union([
  z.enum(plainChoices),
  z.templateLiteral(['region:', z.string().regex(/^\d{2}$/)]),
]) satisfies z.ZodType<LineChoice>

const Text = z.string().min(1).max(deckLimits.lineLength)
const Count = z.number().int().nonnegative().max(100_000)

const SentLine = z.object({
  text: Text,
  line: z.number().int().positive(),
  page: z.number().int().positive().nullable(),
  isBullet: z.boolean().nullable(),
  hasGapBefore: z.boolean(),
  level: Count.optional(),
  parts: z.object({ label: Text, explanation: Text }).optional(),
  isTitle: z.boolean().optional(),
  isNumbered: z.boolean().optional(),
  cell: z.object({ table: Count, row: Count, column: Count.max(1_000), isGuess: z.boolean().optional() }).optional(),
  apart: z.object({ as: z.enum(['hidden', 'runningText', 'notRead', 'ours']), reason: LocalText }).optional(),
  choice: SentChoice.optional(),
})

/** The deck as it travels through the pages of an import and back, with the day that it is of. */
export const SentDeck = z.object({
  fileName: z.string().max(255),
  format: z.enum(['text', 'pptx', 'pdf']),
  notices: z.array(LocalText).max(10),
  date: IsoDate.nullable(),
  lines: z.array(SentLine).max(deckLimits.lines),
})
export type SentDeck = z.infer<typeof SentDeck>
