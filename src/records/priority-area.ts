import { z } from 'zod'
import { defineKind, ownersName, ownersWrite } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { DocumentLanguage, LocalText, RecordId, sharedFields } from './shared-fields.ts'
import { IsoDate } from './time.ts'

const areaLabel = z.string().min(1).max(300)

/** What sort of choice an area is; several when the region joins them. */
export const areaTypes = ['sector', 'technology', 'challenge', 'process'] as const
/** The part that the region gives it: strong already, to become strong, or in support of the other areas. */
export const areaRoles = ['strength', 'development', 'crossCutting'] as const

/** What we had read when we retold what an area means, and how sure we are. */
export const DescriptionBasis = z.object({
  /** `strategy` the region's own document, `page` a public page of it or of a partner, `label` nothing but the label and what is generally known. */
  read: labelled(z.enum(['strategy', 'page', 'label']), 'vad vi läst', 'what we read'),
  confidence: labelled(z.enum(['high', 'medium', 'low']), 'säkerhet', 'confidence'),
  sourceId: labelled(RecordId, 'källa', 'source'),
})
export type DescriptionBasis = z.infer<typeof DescriptionBasis>

/** A field that an owner has chosen to build on, as stated in one edition of its strategy. */
export const PriorityArea = z.object({
  owner: sharedFields.owner(),
  strategyId: labelled(RecordId, 'Lista', 'List'),
  programmePeriodId: sharedFields.programmePeriodId(),
  /** The place in the list, from 1. */
  order: labelled(z.number().int().positive(), 'Plats i listan', 'Place in list'),
  /** The spelling of the source, never corrected. */
  verbatimLabel: labelled(areaLabel, 'Ordagrant i källan', 'Verbatim in source'),
  /** The label that is shown: the verbatim label or a corrected form of it. */
  displayLabel: labelled(areaLabel, 'Område', 'Area'),
  language: labelled(DocumentLanguage, 'Språk', 'Language'),
  /** Our translation into the other language for readers, not the owner's words. */
  translatedLabel: labelled(areaLabel.nullable(), 'Vår översättning', 'Our translation'),
  /** What the owner means by it, in our words. */
  description: labelled(LocalText.nullable(), 'Vad som menas', 'What is meant'),
  /** What the description rests on; absent without one. */
  descriptionBasis: labelled(DescriptionBasis.optional(), 'Beskrivningens grund', 'Basis of the description'),
  types: labelled(z.array(z.enum(areaTypes)).optional(), 'Slag av val', 'Type of choice'),
  role: labelled(z.enum(areaRoles).optional(), 'Roll', 'Role'),
  /** The area of the same list that it is part of; a part is not counted as an area. */
  parentId: labelled(RecordId.optional(), 'Del av', 'Part of'),
  /** The themes that an intersection joins, in the owner's own sense. */
  joinedThemeIds: labelled(z.array(RecordId).min(2).optional(), 'Förenar temana', 'Joins the themes'),
  /** Goals of Agenda 2030 that it plainly serves. */
  sdgGoals: labelled(z.array(z.number().int().min(1).max(17)).optional(), 'Globala mål', 'Sustainable Development Goals'),
  confirmedOn: labelled(IsoDate.nullable(), 'Bekräftat', 'Confirmed'),
  /** The role, never the name, of the person who confirmed it. */
  confirmedByRole: labelled(z.string().min(1).max(120).nullable(), 'Bekräftat av (roll)', 'Confirmed by (role)'),
})
export type PriorityArea = z.infer<typeof PriorityArea>

export const priorityArea = defineKind({
  name: 'priorityArea',
  label: {
    one: { sv: 'prioriterat område', en: 'priority area' },
    many: { sv: 'prioriterade områden', en: 'priority areas' },
  },
  schema: PriorityArea,
  factColumns: {
    'descriptionBasis.read': 'basis',
    'descriptionBasis.confidence': 'confidence',
    'descriptionBasis.sourceId': 'source',
    types: 'type',
    sdgGoals: 'sdg',
  },
  since: '0.1.0',
  owner: ({ owner }) => owner,
  references: ({ owner, strategyId, programmePeriodId, parentId, descriptionBasis }) => [
    { field: 'owner', ...owner, on: 'anyDay' },
    { field: 'strategyId', kind: 'strategy', id: strategyId, on: 'everyDay' },
    { field: 'programmePeriodId', kind: 'programmePeriod', id: programmePeriodId, on: 'anyDay' },
    ...(parentId ? [{ field: 'parentId', kind: 'priorityArea', id: parentId, on: 'firstDay' } as const] : []),
    ...(descriptionBasis
      ? [{ field: 'descriptionBasis', kind: 'source', id: descriptionBasis.sourceId, on: 'anyDay' } as const]
      : []),
  ],
  title: ({ displayLabel, translatedLabel, language }) =>
    language === 'sv'
      ? { sv: displayLabel, en: translatedLabel ?? displayLabel }
      : { sv: translatedLabel ?? displayLabel, en: displayLabel },
  search: {
    among: 'everBegun',
    texts: ({ displayLabel, verbatimLabel, translatedLabel, language, description, programmePeriodId }) => ({
      title: displayLabel,
      titleEn: language === 'sv' ? translatedLabel : displayLabel,
      texts: [ownersName, verbatimLabel === displayLabel ? null : verbatimLabel, language === 'sv' ? null : translatedLabel],
      description,
      programmePeriodId,
    }),
  },
  page: (_body, id) => ({ page: 'priority', params: { id } }),
  may: ownersWrite,
  ownWords: ['verbatimLabel', 'displayLabel', 'language'],
})
