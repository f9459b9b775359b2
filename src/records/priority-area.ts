import { z } from 'zod'
import { defineKind, ownersName, ownersWrite } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { DocumentLanguage, LocalText, RecordId, sharedFields } from './shared-fields.ts'
import { IsoDate } from './time.ts'

const areaLabel = z.string().min(1).max(300)

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
  since: '0.1.0',
  owner: ({ owner }) => owner,
  references: ({ owner, strategyId, programmePeriodId }) => [
    { field: 'owner', ...owner, on: 'anyDay' },
    { field: 'strategyId', kind: 'strategy', id: strategyId, on: 'everyDay' },
    { field: 'programmePeriodId', kind: 'programmePeriod', id: programmePeriodId, on: 'anyDay' },
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
      texts: [
        ownersName,
        verbatimLabel === displayLabel ? null : verbatimLabel,
        language === 'sv' ? null : translatedLabel,
        description?.sv,
        description?.en,
      ],
      programmePeriodId,
    }),
  },
  page: (_body, id) => ({ page: 'priority', params: { id } }),
  may: ownersWrite,
})
