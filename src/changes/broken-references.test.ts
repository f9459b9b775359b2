import { describe, expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { area, at, programmePeriod, region, source, strategy, versionsOf } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { brokenLine, findBrokenReferences } from './broken-references.ts'
import { firstFacts } from './first-facts.ts'
import { registryViewOf } from './registry-view.ts'

const numbered = (versions: readonly unknown[]) =>
  registryViewOf(versions.map((version, index) => ({ ...(version as RecordVersion), sequence: index + 1 }))).known

test('every record that ships names only what is there, on all days concerned', () => {
  expect(findBrokenReferences(numbered(firstFacts()))).toEqual([])
})

describe('a record that names what is not there', () => {
  const list = strategy('lista', '03', { from: '2015-01-01', to: '2018-01-01' })
  const there: Sketch[] = [region('03', 'Alvik'), programmePeriod('2014-2020'), source('plan')]
  const broken = (...sketches: Sketch[]) =>
    findBrokenReferences(numbered(versionsOf([...there, ...sketches]))).map((one) => brokenLine(one, 'en'))

  test('is found by its field and the first day on which the other is missing', () => {
    expect(broken(area('a', list), area('b', list, { source: at('rykte') }))).toEqual([
      'priorityArea/a, field strategyId: There is no strategy “lista” on 2015-01-01. Correct the id, or enter it first.',
      'priorityArea/b, field strategyId: There is no strategy “lista” on 2015-01-01. Correct the id, or enter it first.',
      'priorityArea/b, field source: There is no source “rykte”. Correct the id, or enter it first.',
    ])
    expect(broken(list, area('a', list, { to: '2019-01-01' }))).toEqual([expect.stringContaining('“lista” on 2018-01-01')])
    expect(broken(list, area('a', list, { source: at('plan') }))).toEqual([])
  })

  test('is found for each stretch of time on its own', () => {
    const later = area('a', { ...list, recordId: 'borta' }, { from: '2017-01-01' })
    expect(broken(list, area('a', list), later)).toEqual([expect.stringContaining('“borta” on 2017-01-01')])
  })

  test('does not matter while it is only a draft', () => {
    expect(broken({ ...area('a', list), state: 'draft' })).toEqual([])
  })

  test('is shown in Swedish too', () => {
    const [one] = findBrokenReferences(numbered(versionsOf([...there, area('a', list)])))
    expect(brokenLine(one!, 'sv')).toBe(
      'priorityArea/a, fältet strategyId: Det finns ingen post av slaget ”strategi” med id ”lista” den 2015-01-01. Rätta id:t, eller för in den först.',
    )
  })
})
