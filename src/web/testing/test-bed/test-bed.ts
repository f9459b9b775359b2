import { z } from 'zod'
import { administratorsWrite, defineKind, ownersName } from '../../../records/define-kind.ts'
import { labelled } from '../../../records/field-labels.ts'
import { LocalText, RegionCode } from '../../../records/shared-fields.ts'

/** A place where things are tried out: a kind of record for the tests alone. */
export const TestBed = z.object({
  name: labelled(z.string().min(1).max(80), 'Namn', 'Name'),
  regionCode: labelled(RegionCode, 'Län', 'County'),
  purpose: labelled(LocalText.nullable(), 'Vad som prövas', 'What is tried out'),
})

export const testBed = defineKind({
  name: 'testBed',
  label: { one: { sv: 'testbädd', en: 'test bed' }, many: { sv: 'testbäddar', en: 'test beds' } },
  schema: TestBed,
  since: '0.1.0',
  owner: ({ regionCode }) => ({ kind: 'region', id: regionCode }),
  references: ({ regionCode }) => [{ field: 'regionCode', kind: 'region', id: regionCode, on: 'anyDay' }],
  title: ({ name }) => ({ sv: name, en: name }),
  search: {
    among: 'inForce',
    texts: ({ purpose }) => ({ titleEn: null, texts: [ownersName, purpose?.sv, purpose?.en] }),
  },
  page: (_body, id) => ({ page: 'testBed', params: { id } }),
  may: { ...administratorsWrite, published: 'editor' },
})
