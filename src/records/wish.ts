import type { z } from 'zod'
import { officersWrite, defineKind, ownersSay } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { LocalText, RegionCode } from './shared-fields.ts'
import { Statement, statementKind } from './statement.ts'

/** Something that regions ask of the national level: those read out of a deck, and those that a region asks here. */
export const Wish = Statement.extend({
  /** A few words of ours that tell it apart at a glance. */
  heading: labelled(LocalText.optional(), 'Rubrik', 'Heading'),
  /** The region that asked for it here; absent when a document is the source. */
  regionCode: labelled(RegionCode.optional(), 'Region som bad först', 'Region that asked first'),
})
export type Wish = z.infer<typeof Wish>

export const wish = defineKind({
  ...statementKind,
  name: 'wish',
  label: { one: { sv: 'önskemål', en: 'wish' }, many: { sv: 'önskemål', en: 'wishes' } },
  schema: Wish,
  owner: ({ regionCode }) => (regionCode ? { kind: 'region', id: regionCode } : null),
  references: ({ regionCode }) =>
    regionCode ? [{ field: 'regionCode', kind: 'region', id: regionCode, on: 'anyDay' } as const] : [],
  search: {
    among: 'inForce',
    texts: ({ text, heading, keywords = [] }) => ({
      titleEn: text.en,
      texts: [heading?.sv, heading?.en === heading?.sv ? null : heading?.en, ...keywords],
    }),
  },
  page: (_body, id) => ({ page: 'wish', params: { id } }),
  may: ownersSay,
  mayWithoutOwner: officersWrite,
})
