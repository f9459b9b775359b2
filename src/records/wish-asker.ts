import { z } from 'zod'
import { defineKind, ownersSay } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { RecordId, RegionCode } from './shared-fields.ts'

/** What an asking region says of a wish: that it wants it, and later whether the answer solved it. */
export const askerWords = ['wishes', 'solved', 'notSolved'] as const
export type AskerWord = (typeof askerWords)[number]

/** A region that asks for a wish, first or by joining it. Only those who ask may close it. */
export const WishAsker = z.object({
  wishId: labelled(RecordId, 'Önskemål', 'Wish'),
  regionCode: labelled(RegionCode, 'Region', 'Region'),
  says: labelled(z.enum(askerWords), 'Säger', 'Says'),
  /** Why, in the region's own words. */
  comment: labelled(z.string().min(1).max(1000).nullable(), 'Kommentar', 'Comment'),
})
export type WishAsker = z.infer<typeof WishAsker>

/** A region has one record for each wish. */
export const wishAskerId = ({ wishId, regionCode }: Pick<WishAsker, 'wishId' | 'regionCode'>): string =>
  `${wishId}-${regionCode.toLowerCase()}`

export const wishAsker = defineKind({
  name: 'wishAsker',
  label: {
    one: { sv: 'region som önskar', en: 'region that asks' },
    many: { sv: 'regioner som önskar', en: 'regions that ask' },
  },
  schema: WishAsker,
  since: '0.1.0',
  owner: ({ regionCode }) => ({ kind: 'region', id: regionCode }),
  references: ({ wishId, regionCode }) => [
    { field: 'wishId', kind: 'wish', id: wishId, on: 'firstDay' },
    { field: 'regionCode', kind: 'region', id: regionCode, on: 'anyDay' },
  ],
  title: ({ wishId, regionCode }) => ({ sv: `${wishId}: ${regionCode}`, en: `${wishId}: ${regionCode}` }),
  search: null,
  page: ({ wishId }) => ({ kind: 'wish', id: wishId }),
  may: ownersSay,
})
