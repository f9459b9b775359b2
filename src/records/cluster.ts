import { z } from 'zod'
import { defineKind, ownersName, ownersWrite } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { LocalText, RecordId, RegionCode, WebAddress } from './shared-fields.ts'

/** What is known of a cluster after the programme, and from which source. */
export const ClusterStatus = z.object({
  state: labelled(z.enum(['active', 'renamed', 'merged', 'unknown']), 'tillstånd', 'state'),
  /** The year it is known for; null when nothing is known. */
  year: labelled(z.number().int().nullable(), 'år', 'year'),
  became: labelled(LocalText.nullable(), 'beskrivning', 'description'),
  /** Null when nothing is known. */
  sourceId: labelled(RecordId.nullable(), 'källa', 'source'),
})

/** A cluster organisation and the programme that it took part in. */
export const Cluster = z.object({
  name: labelled(z.string().min(1).max(120), 'Kluster', 'Cluster'),
  regionCode: labelled(RegionCode, 'Länskod', 'County code'),
  programme: labelled(z.string().min(1).max(120), 'Program', 'Programme'),
  year: labelled(z.number().int(), 'År', 'Year'),
  /** The themes it works with; absent when only its name is known. */
  themeIds: labelled(z.array(RecordId).min(1).optional(), 'Teman', 'Themes'),
  url: labelled(WebAddress.optional(), 'Webbplats', 'Website'),
  status: labelled(ClusterStatus.optional(), 'Vad det blev', 'What became of it'),
})
export type Cluster = z.infer<typeof Cluster>

export const cluster = defineKind({
  name: 'cluster',
  label: { one: { sv: 'kluster', en: 'cluster' }, many: { sv: 'kluster', en: 'clusters' } },
  schema: Cluster,
  factColumns: { 'status.state': 'status', 'status.became.sv': 'became_sv', 'status.became.en': 'became_en' },
  since: '0.1.0',
  owner: ({ regionCode }) => ({ kind: 'region', id: regionCode }),
  references: ({ regionCode }) => [{ field: 'regionCode', kind: 'region', id: regionCode, on: 'anyDay' }],
  title: ({ name }) => ({ sv: name, en: name }),
  search: {
    among: 'inForce',
    texts: ({ programme }) => ({ titleEn: null, texts: [programme, ownersName] }),
  },
  page: ({ regionCode }) => ({ kind: 'region', id: regionCode }),
  may: ownersWrite,
})
