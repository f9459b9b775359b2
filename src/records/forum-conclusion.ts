import { z } from 'zod'
import { defineKind, officersWrite } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { LocalText, RecordId } from './shared-fields.ts'
import { IsoDate } from './time.ts'

/** What came of a question in the forum, for all to read. The record has the question's id; the talk itself is for the signed in. */
export const ForumConclusion = z.object({
  question: labelled(z.string().min(1).max(160), 'Fråga', 'Question'),
  themeId: labelled(RecordId.nullable(), 'Tema', 'Theme'),
  conclusion: labelled(LocalText, 'Slutsats', 'Conclusion'),
  askedOn: labelled(IsoDate, 'Ställd', 'Asked'),
})
export type ForumConclusion = z.infer<typeof ForumConclusion>

export const forumConclusion = defineKind({
  name: 'forumConclusion',
  label: {
    one: { sv: 'slutsats i forum', en: 'conclusion of the forum' },
    many: { sv: 'slutsatser i forum', en: 'conclusions of the forum' },
  },
  schema: ForumConclusion,
  since: '0.1.0',
  owner: () => null,
  references: () => [],
  title: ({ question }) => ({ sv: question, en: question }),
  search: {
    among: 'inForce',
    texts: ({ conclusion }) => ({ titleEn: null, texts: [conclusion.sv, conclusion.en] }),
  },
  page: (_body, id) => ({ page: 'forumQuestion', params: { id } }),
  may: officersWrite,
})
