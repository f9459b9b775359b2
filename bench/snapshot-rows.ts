import type { NewVersion, RecordVersion } from '../src/records/record.ts'
import { contentHashOf } from '../src/records/version.ts'
import { firstFacts } from '../src/changes/first-facts.ts'
import { editionsByOwner } from '../src/snapshot/editions.ts'
import { buildKnownRegistry, snapshotAt } from '../src/snapshot/snapshot.ts'

const farFuture = '9999-12-31T23:59:59.999Z'
const repeats = 7

/** How long it takes to build a snapshot: Sweden, and a synthetic Europe at half and whole size, to see that it is linear. */
export function snapshotRows(): string {
  const sweden = firstFacts().map((version, index) => ({ ...version, sequence: index + 1 }) as RecordVersion)
  const rows = [
    ['Sweden, shipped facts', sweden],
    ['Europe, 150 regions × 12 priorities × 8 versions', europe(150)],
    ['Europe, 300 regions × 12 priorities × 8 versions', europe(300)],
  ] as const
  const lines = rows.map(
    ([name, versions]) =>
      `| ${name} | ${versions.length} | ${median(Array.from({ length: repeats }, () => timeOf(versions))).toFixed(1)} |`,
  )
  return ['\n| snapshot | versions | ms |\n|---|---|---|', ...lines].join('\n')
}

function timeOf(versions: readonly RecordVersion[]): number {
  const startedAt = performance.now()
  const snapshot = snapshotAt(buildKnownRegistry(versions, farFuture), '2026-11-23')
  editionsByOwner(snapshot)
  return performance.now() - startedAt
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

function europe(regionCount: number): RecordVersion[] {
  const versions: RecordVersion[] = []
  for (let region = 0; region < regionCount; region++) {
    const code = String((region % 90) + 10)
    for (let area = 0; area < 12; area++) {
      for (let number = 1; number <= 8; number++) {
        const version = {
          ...priorityOf({ region, code, area, number }),
          version: number,
          recordedAt: `20${10 + number}-01-01T00:00:00.000Z`,
        }
        versions.push({
          ...version,
          sequence: versions.length + 1,
          contentHash: contentHashOf(version as RecordVersion),
        } as RecordVersion)
      }
    }
  }
  return versions
}

function priorityOf({
  region,
  code,
  area,
  number,
}: {
  region: number
  code: string
  area: number
  number: number
}): NewVersion<'priorityArea'> {
  return {
    kind: 'priorityArea',
    recordId: `region-${region}-area-${area}`,
    validFrom: `20${10 + number}-01-01`,
    validTo: null,
    recordedBy: 'bench',
    changeNote: `version ${number}`,
    state: 'published',
    source: { sourceId: 'bench', line: number, page: null, url: null },
    body: {
      owner: { kind: 'region', id: code },
      strategyId: `region-${region}`,
      programmePeriodId: '2014-2020',
      order: area + 1,
      verbatimLabel: `Område ${area} i region ${region}, ordalydelse ${number}`,
      displayLabel: `Område ${area} i region ${region}, ordalydelse ${number}`,
      language: 'sv',
      translatedLabel: `Area ${area}`,
      description: null,
      confirmedOn: null,
      confirmedByRole: null,
    },
  }
}
