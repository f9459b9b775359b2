import { expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { brokenLine, findBrokenReferences } from './broken-references.ts'
import { firstFacts } from './first-facts.ts'
import { registryViewOf } from './registry-view.ts'

const numbered = (versions: readonly unknown[]) =>
  registryViewOf(versions.map((version, index) => ({ ...(version as RecordVersion), sequence: index + 1 }))).known

test('every record that ships names only what is there, on all days concerned', () => {
  expect(findBrokenReferences(numbered(firstFacts()))).toEqual([])
})

test('a list that is not there is told for every area that names it', () => {
  const without = firstFacts().filter(({ kind, recordId }) => kind !== 'strategy' || recordId !== 'varmland-2018')
  const broken = findBrokenReferences(numbered(without))
  const areas = new Set(
    firstFacts().flatMap(({ kind, recordId, body }) =>
      kind === 'priorityArea' && (body as { strategyId: string }).strategyId === 'varmland-2018' ? [recordId] : [],
    ),
  )
  expect(new Set(broken.map(({ recordId }) => recordId))).toEqual(areas)
  expect(areas.size).toBeGreaterThan(1)
  expect(brokenLine(broken[0]!, 'en')).toContain('field strategyId: There is no strategy “varmland-2018” on 2018-01-31')
})
