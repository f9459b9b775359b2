import { z } from 'zod'
import { administratorsWrite, defineKind } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { RecordId, RegionCode, sharedFields } from './shared-fields.ts'

/** A group of regions that have chosen areas together. */
export const JointArea = z.object({
  slug: labelled(RecordId, 'Namn i adressen', 'Name in the address'),
  name: labelled(z.string().min(1).max(80), 'Namn', 'Name'),
  nameEn: labelled(z.string().min(1).max(80), 'Namn på engelska', 'Name in English'),
  memberCodes: labelled(z.array(RegionCode).min(2), 'Regioner', 'Regions'),
  note: sharedFields.note(),
})
export type JointArea = z.infer<typeof JointArea>

export const jointArea = defineKind({
  name: 'jointArea',
  label: {
    one: { sv: 'samverkansområde', en: 'joint area' },
    many: { sv: 'samverkansområden', en: 'joint areas' },
  },
  schema: JointArea,
  factColumns: { slug: 'id', memberCodes: 'members' },
  since: '0.1.0',
  owner: ({ slug }) => ({ kind: 'jointArea', id: slug }),
  references: ({ memberCodes }) => memberCodes.map((id) => ({ field: 'memberCodes', kind: 'region', id, on: 'anyDay' as const })),
  title: ({ name, nameEn }) => ({ sv: name, en: nameEn }),
  search: {
    among: 'inForce',
    texts: ({ nameEn, note }) => ({ titleEn: nameEn, texts: [note?.sv, note?.en] }),
  },
  page: (_body, id) => ({ page: 'jointArea', params: { slug: id } }),
  may: administratorsWrite,
})
