import { describe, expect, test } from 'vitest'
import { nothingBeside } from '../records/beside.ts'
import type { BodyOf } from '../records/record.ts'
import { area, at, decision, region, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { decideCoding, decideLineage } from './decisions.ts'
import { refusal, viewOf } from './testing/small-view.ts'

const signed = { recordedBy: 'Prov', changeNote: 'Varför' }
const [first, second] = [strategy('s1', '03', { to: '2020-01-01' }), strategy('s2', '03', { from: '2020-01-01' })]
const registry: Sketch[] = [
  region('03', 'Alvik'),
  first,
  area('gammal', first, { source: at('plan', { line: 3 }) }),
  area('gammal-tva', first, { body: { order: 2 } }),
  second,
  area('ny', second),
  strategy('annan', '04', { from: '2022-01-01' }),
  area('frammande', strategy('annan', '04', { from: '2022-01-01' })),
]

describe('a decision on lineage', () => {
  const decide = (
    predecessorId: string,
    successorId: string,
    more: Partial<Parameters<typeof decideLineage>[1]> = {},
    sketches = registry,
  ) =>
    decideLineage(viewOf(sketches), { predecessorId, successorId, change: 'renamed', verdict: 'confirmed', ...signed, ...more })
  test('holds from the successor’s first day, for ever, and is signed', () => {
    expect(decide('gammal', 'ny')).toEqual({
      version: {
        kind: 'lineage',
        recordId: 'gammal-to-ny',
        validFrom: '2020-01-01',
        validTo: null,
        recordedBy: 'Prov',
        changeNote: 'Varför',
        state: 'published',
        source: null,
        body: { predecessorId: 'gammal', successorId: 'ny', change: 'renamed', verdict: 'confirmed' },
      },
      expectedVersion: 0,
    })
  })
  test.each([
    ['ny', 'gammal', 'not of an older list'],
    ['gammal', 'gammal-tva', 'not of an older list'],
    ['gammal', 'frammande', 'different regions'],
  ])('of %s and %s is refused: %s', (predecessorId, successorId, words) => {
    const refused = refusal(() => decide(predecessorId, successorId))
    expect([refused.code, refused.detail]).toEqual(['bad_request', expect.stringContaining(words)])
    expect(refused.data['words']).toMatchObject({ en: refused.detail, sv: expect.any(String) })
  })
  test('of an area that is not known is refused with its id', () => {
    expect(refusal(() => decide('okand', 'ny'))).toMatchObject({
      code: 'priority_not_found',
      detail: 'okand',
      data: { id: 'okand' },
    })
    expect(refusal(() => decide('gammal', 'okand')).code).toBe('priority_not_found')
  })
  test('is taken back from the day it began, in its own record', () => {
    const decided: Sketch[] = [
      ...registry,
      {
        kind: 'lineage',
        recordId: 'gammal-to-ny',
        body: decide('gammal', 'ny').version.body as BodyOf<'lineage'>,
        from: '2020-01-01',
      },
    ]
    expect(decide('gammal', 'ny', { verdict: null }, decided)).toEqual({
      version: {
        kind: 'lineage',
        recordId: 'gammal-to-ny',
        validFrom: '2020-01-01',
        validTo: null,
        recordedBy: 'Prov',
        changeNote: 'Varför',
        state: 'withdrawn',
        source: null,
        body: { predecessorId: 'gammal', successorId: 'ny', change: 'renamed', verdict: 'confirmed' },
      },
      expectedVersion: 1,
    })
    expect(decide('gammal', 'ny', {}, decided).expectedVersion).toBe(1)
    expect(refusal(() => decide('gammal', 'ny', { verdict: null }))).toMatchObject({
      code: 'not_found',
      detail: 'There is no decision to take back.',
      data: { kind: 'lineage', recordId: 'gammal-to-ny' },
    })
  })
  test('has an id of 120 characters at most, another for another pair, the same for the same', () => {
    const [long, other] = [`a${'x'.repeat(70)}`, `a${'x'.repeat(69)}y`]
    const sketches = [...registry, area(long, first), area(other, first), area(`b${'z'.repeat(60)}`, second)]
    const idOf = (id: string) => decide(id, `b${'z'.repeat(60)}`, {}, sketches).version.recordId
    // The checksum is FNV-1a, 32 bits, of the whole id, as any other program computes it. Stored ids depend on it.
    expect(idOf(long)).toBe(`a${'x'.repeat(49)}-to-b${'z'.repeat(49)}-04ee8ab1`)
    expect([idOf(long) === idOf(long), idOf(long) === idOf(other)]).toEqual([true, false])
    const exact = `c${'x'.repeat(54)}`
    const whole = decide(exact, `b${'z'.repeat(60)}`, {}, [...sketches, area(exact, first)]).version.recordId
    expect([whole, whole.length]).toEqual([`${exact}-to-b${'z'.repeat(60)}`, 120])
    expect(decide(`${exact}x`, `b${'z'.repeat(60)}`, {}, [...sketches, area(`${exact}x`, first)]).version.recordId).toMatch(
      /^cx{49}-to-bz{49}-[0-9a-f]{8}$/,
    )
  })
})

describe('a decision on a code', () => {
  const decide = (more: Partial<Parameters<typeof decideCoding>[1]>, sketches = registry) =>
    decideCoding(viewOf(sketches), {
      priorityAreaId: 'ny',
      aspect: 'theme',
      code: 'energi',
      verdict: 'confirmed',
      ...signed,
      ...more,
    })
  test.each([
    [{}, 'ny-to-energi', 'energi'],
    [{ code: 'energy' }, 'ny-to-energi', 'energi'],
    [{ aspect: 'concept', code: 'vindkraft' }, 'ny-to-concept-vindkraft', 'vindkraft'],
    [{ aspect: 'kind', code: 'sector' }, 'ny-to-kind-sector', 'sector'],
    [{ aspect: 'industry', code: '16.1' }, 'ny-to-industry-161', '161'],
    [{ aspect: 'scienceField', code: '2.11' }, 'ny-to-science-field-2-11', '2.11'],
  ] as const)('%j has a record of its own and the code as it is kept', (more, recordId, code) => {
    const { version, expectedVersion } = decide(more)
    expect([version.recordId, (version.body as { code: string }).code, expectedVersion]).toEqual([recordId, code, 0])
    expect(version).toMatchObject({
      kind: 'coding',
      validFrom: '2020-01-01',
      validTo: null,
      state: 'published',
      source: null,
      ...signed,
    })
  })
  test('is taken back only where there is one', () => {
    const decided = [
      ...registry,
      { ...decision('ny', 'theme.energi', 'rejected', { from: '2020-01-01' }), recordId: 'ny-to-energi' },
    ]
    expect(decide({ verdict: null }, decided)).toMatchObject({
      version: { state: 'withdrawn', validFrom: '2020-01-01', ...signed },
      expectedVersion: 1,
    })
    expect(refusal(() => decide({ verdict: null })).code).toBe('not_found')
    expect(refusal(() => decide({ priorityAreaId: 'okand' })).code).toBe('priority_not_found')
  })
  test('is refused where no thesaurus has been loaded, for there is no such code', () => {
    const { known, numbers } = viewOf(registry)
    const choice = { priorityAreaId: 'ny', aspect: 'theme', code: 'energi', verdict: 'confirmed', ...signed } as const
    expect(refusal(() => decideCoding({ known, numbers, beside: nothingBeside }, choice)).code).toBe('bad_request')
  })
})
