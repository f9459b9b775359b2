import { ExpectedError } from '../../../records/expected-error.ts'
import type { RecordKind } from '../../../records/record.ts'
import { shapeOfKind, shapeOfRecord } from '../../../shapes/record-shape.ts'
import type { Known, Snapshot } from '../../../snapshot/snapshot.ts'
import { definePage } from '../../frame/page.ts'
import { TestBed } from './test-bed.ts'
import { testBedAddress } from './test-bed.address.ts'

const TestBedShape = shapeOfKind(TestBed)

/** The program's own types do not know the kind: it is in the list only while the test runs. */
const kind = 'testBed' as RecordKind

function find(snapshot: Snapshot, id: string) {
  const found: Known<RecordKind> | null = snapshot.getBegun(kind, id)
  if (!found) throw new ExpectedError('not_found')
  return TestBedShape.parse(shapeOfRecord(snapshot, found))
}

export const testBedPage = definePage({
  ...testBedAddress,
  examples: { sv: ['/testbadd/gruvan'], en: ['/en/test-bed/gruvan'] },
  sitemap: (snapshot) => snapshot.inForce(kind).map(({ id }) => ({ id })),
  read: ({ snapshot }, { id = '' }) => find(snapshot, id),
  render: ({ lang }, testBed) => ({
    title: testBed.name,
    description: testBed.name,
    body: (
      <article>
        <h1>{testBed.name}</h1>
        <p>{testBed.purpose?.[lang]}</p>
      </article>
    ),
  }),
  api: [
    {
      path: 'test-beds/{id}',
      summary: 'A test bed',
      response: TestBedShape,
      read: ({ snapshot }, { id = '' }) => find(snapshot, id),
    },
  ],
})
