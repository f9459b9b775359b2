import fc from 'fast-check'
import type { NewVersion } from '../../records/record.ts'

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 })
/** A text for a separate column, where the engines cannot store NUL or unpaired surrogates. */
const columnText = text.filter((value) => !value.includes('\0') && value.isWellFormed())
const localText = fc.record({ sv: text, en: text })
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const positive = fc.integer({ min: 1, max: 2 ** 31 })
const slug = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/)

const source = fc.record({
  sourceId: slug,
  line: fc.option(positive),
  page: fc.option(positive),
  url: fc.constantFrom(null, 'https://example.org/lista?år=2018#område'),
})
const owner = fc.oneof(
  fc.record({ kind: fc.constant('region' as const), id: fc.stringMatching(/^\d{2}$/) }),
  fc.record({ kind: fc.constant('jointArea' as const), id: slug }),
)

const envelope = {
  recordId: slug,
  recordedBy: columnText,
  changeNote: columnText,
  state: fc.constantFrom(
    'draft' as const,
    'proposed' as const,
    'published' as const,
    'returned' as const,
    'rejected' as const,
    'withdrawn' as const,
  ),
  source: fc.option(source),
}

const statement = fc.record({
  ...envelope,
  kind: fc.constantFrom('finding' as const, 'wish' as const, 'nextStep' as const),
  body: fc.record({ order: positive, text: localText, fingerprint: fc.constantFrom(null, 'a'.repeat(64)) }),
})
const cluster = fc.record({
  ...envelope,
  kind: fc.constant('cluster' as const),
  body: fc.record({ name: text, regionCode: fc.stringMatching(/^\d{2}$/), programme: text, year: fc.integer() }),
})
const jointArea = fc.record({
  ...envelope,
  kind: fc.constant('jointArea' as const),
  body: fc.record({
    slug,
    name: text,
    nameEn: text,
    memberCodes: fc.array(fc.stringMatching(/^\d{2}$/), { minLength: 2, maxLength: 5 }),
    note: fc.option(localText),
  }),
})
const priorityArea = fc.record({
  ...envelope,
  kind: fc.constant('priorityArea' as const),
  body: fc.record({
    owner,
    strategyId: slug,
    programmePeriodId: slug,
    order: positive,
    verbatimLabel: text,
    displayLabel: text,
    language: fc.constantFrom('sv' as const, 'en' as const),
    translatedLabel: fc.option(text),
    description: fc.option(localText),
    confirmedOn: fc.option(day),
    confirmedByRole: fc.option(text),
  }),
})
const period = fc
  .uniqueArray(day, { minLength: 2, maxLength: 2 })
  .chain(([a, b]) =>
    fc.constantFrom({ validFrom: a!, validTo: null }, a! < b! ? { validFrom: a!, validTo: b! } : { validFrom: b!, validTo: a! }),
  )

/** Any version that the schemas allow, of several kinds, with texts from all of Unicode. */
export const anyVersion: fc.Arbitrary<NewVersion> = fc
  .tuple(fc.oneof(statement, cluster, jointArea, priorityArea), period)
  .map(([version, valid]) => ({ ...version, ...valid }) as NewVersion)
