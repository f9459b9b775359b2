import { describe, expect, test } from 'vitest'
import { area, at, strategy, versionsOf } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { changeState } from './change-state.ts'
import { refusal } from './testing/small-view.ts'

const signed = { recordedBy: 'Prov', changeNote: 'Varför' }
const second = strategy('s2', '03', { from: '2020-01-01' })

describe('a change of state', () => {
  const versions = (...sketches: Sketch[]) => versionsOf(sketches)
  const change = { kind: 'priorityArea', recordId: 'a', to: 'published', ...signed } as const
  const proposed = (from: string, recorded: string, state: Sketch['state'] = 'proposed') =>
    area('a', second, { from, recorded, state })
  const written = (all: ReturnType<typeof versions>, to: 'published' | 'withdrawn' | 'returned' = 'published') =>
    changeState(all, { ...change, to, expectedVersion: all.length }).map(({ version, expectedVersion }) => [
      version.validFrom,
      version.state,
      expectedVersion,
    ])
  test('moves what was proposed in one go, and nothing from before', () => {
    expect(
      written(
        versions(
          proposed('2020-01-01', '2021-01-01'),
          proposed('2021-01-01', '2022-01-01'),
          proposed('2022-01-01', '2022-01-01'),
        ),
      ),
    ).toEqual([
      ['2021-01-01', 'published', 3],
      ['2022-01-01', 'published', 4],
    ])
    expect(written(versions(proposed('2020-01-01', '2021-01-01', 'draft'), proposed('2021-01-01', '2021-01-01')))).toEqual([
      ['2021-01-01', 'published', 2],
    ])
    expect(written(versions(proposed('2020-01-01', '2021-01-01')), 'returned')).toEqual([['2020-01-01', 'returned', 1]])
  })
  test('keeps body and source, and is signed', () => {
    const [append] = changeState(versions(area('a', second, { state: 'proposed', source: at('plan') })), {
      ...change,
      to: 'returned',
      expectedVersion: 1,
    })
    expect(append!.version).toMatchObject({
      ...signed,
      kind: 'priorityArea',
      recordId: 'a',
      source: { sourceId: 'plan' },
      body: { strategyId: 's2' },
    })
  })
  test.each([
    [[], 0, 'not_found'],
    [[proposed('2020-01-01', '2021-01-01')], 2, 'version_outdated'],
    [[proposed('2020-01-01', '2021-01-01', 'published')], 1, 'bad_request'],
  ] as const)('%# is refused', (sketches, expectedVersion, code) => {
    const refused = refusal(() => changeState(versions(...sketches), { ...change, expectedVersion }))
    expect(refused.code).toBe(code)
    expect(refused.data).toMatchObject({ kind: 'priorityArea', recordId: 'a' })
    if (code === 'bad_request') expect(refused.detail).toBe('priorityArea a is in the state “published” already (version 1).')
  })
})
