import { z } from 'zod'
import { defineKind, ownersSay } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { RecordId } from './shared-fields.ts'

/** What a region will do with an area in the programme period to come. */
export const bridgeVerdicts = ['carryOver', 'change', 'close'] as const
export type BridgeWord = (typeof bridgeVerdicts)[number]

/** A region's verdict on one of its areas before the next programme period. It decides lineage once the next list is there. */
export const BridgeVerdict = z
  .object({
    priorityAreaId: labelled(RecordId, 'Prioriterat område', 'Priority area'),
    /** The period to come. */
    programmePeriodId: labelled(RecordId, 'Programperiod', 'Programme period'),
    verdict: labelled(z.enum(bridgeVerdicts), 'Besked', 'Verdict'),
    /** What was learnt, in the region's own words. */
    lesson: labelled(z.string().min(1).max(1000).nullable(), 'Lärdom', 'Lesson'),
    /** The area's label in the period to come; null when it is closed. */
    successor: labelled(z.string().min(1).max(200).nullable(), 'Efterföljare', 'Successor'),
  })
  .refine(({ verdict, successor }) => (verdict === 'close') === (successor === null), {
    path: ['successor'],
    error: 'An area that goes on needs the label that it will have, and a closed one has none.',
  })
export type BridgeVerdict = z.infer<typeof BridgeVerdict>

/** An area has one verdict for each period to come. */
export const bridgeVerdictId = ({
  priorityAreaId,
  programmePeriodId,
}: Pick<BridgeVerdict, 'priorityAreaId' | 'programmePeriodId'>): string => `${priorityAreaId.slice(0, 105)}-${programmePeriodId}`

export const bridgeVerdict = defineKind({
  name: 'bridgeVerdict',
  label: {
    one: { sv: 'besked inför nästa period', en: 'verdict before the next period' },
    many: { sv: 'besked inför nästa period', en: 'verdicts before the next period' },
  },
  schema: BridgeVerdict,
  since: '0.1.0',
  owner: ({ priorityAreaId }) => ({ kind: 'priorityArea', id: priorityAreaId }),
  references: ({ priorityAreaId, programmePeriodId }) => [
    { field: 'priorityAreaId', kind: 'priorityArea', id: priorityAreaId, on: 'firstDay' },
    { field: 'programmePeriodId', kind: 'programmePeriod', id: programmePeriodId, on: 'anyDay' },
  ],
  title: ({ priorityAreaId, verdict }) => ({ sv: `${priorityAreaId}: ${verdict}`, en: `${priorityAreaId}: ${verdict}` }),
  search: null,
  page: ({ priorityAreaId }) => ({ kind: 'priorityArea', id: priorityAreaId }),
  may: ownersSay,
})
