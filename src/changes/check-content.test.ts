import { describe, expect, test } from 'vitest'
import { nothingBeside } from '../records/beside.ts'
import type { BodyOf } from '../records/record.ts'
import { area, jointArea, region, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { checkContent } from './check-content.ts'
import { appendOf, refusalOf, viewOf } from './testing/small-view.ts'

const today = '2026-11-26'
const list = strategy('lista', '03', { from: '2020-01-01' })
const known = [region('03', 'Alvik Norra'), jointArea('bron', ['03', '04']), list]
const check = (sketch: Sketch, before: readonly Sketch[] = known, view = viewOf(before)) =>
  checkContent({ view: async () => view, today: () => today }, [appendOf(sketch)])
const refusal = (sketch: Sketch, before?: readonly Sketch[]) => refusalOf(check(sketch, before))

const confirmed = (confirmedByRole: string | null, confirmedOn: string | null = '2024-01-01') =>
  area('skog', list, { body: { confirmedOn, confirmedByRole } })

describe('a day', () => {
  test.each<[string, Sketch, string, string]>([
    ['of a confirmation', confirmed(null, '2026-11-27'), 'priorityArea/skog', 'confirmedOn'],
    ['of a decision', strategy('lista', '03', { body: { decidedOn: '2026-11-27' } }), 'strategy/lista', 'decidedOn'],
  ])('%s that has not come is refused, with the record and the field', async (_, sketch, record, field) => {
    const { code, detail, data } = await refusal(sketch)
    const words = `2026-11-27 is after today, ${today}.`
    expect(code).toBe('invalid_record')
    expect(detail).toContain(`${record}, field ${field}: ${words}`)
    expect(data).toMatchObject({
      issues: [{ record, path: field, message: expect.stringContaining(words) as string }],
      words: { sv: expect.stringContaining(`${record}, fältet ${field}: 2026-11-27 är efter idag`) as string, en: detail },
    })
  })
  test('that is today, or is not known, is accepted', async () => {
    await check(confirmed(null, today))
    await check(confirmed(null, null))
    await check(strategy('lista', '03', { body: { decidedOn: today } }))
    await check(region('05', 'Cedern'))
  })
  test('on which something begins is at most ten years ahead', async () => {
    const { detail, data } = await refusal(area('skog', list, { from: '2036-11-27' }))
    expect(detail).toMatch(/^priorityArea\/skog, field validFrom: 2036-11-27 is so far ahead .* no later than 2036-11-26\.$/)
    expect(data).toMatchObject({ issues: [{ path: 'validFrom' }] })
    await check(area('skog', list, { from: '2036-11-26' }))
  })
})

describe('whoever has confirmed', () => {
  test.each(['regionstyrelse', 'strateg, Alvik Norra', 'strateg, bron sv'])('«%s» is a role', async (role) => {
    await check(confirmed(role))
  })
  test.each(['Anna Svensson', 'strateg, Dalby Södra'])('«%s» has a person’s name in it, as far as can be told', async (role) => {
    const { detail, data } = await refusal(confirmed(role))
    expect(detail).toContain(`priorityArea/skog, field confirmedByRole: “${role}” is no role`)
    expect(data).toMatchObject({ issues: [{ path: 'confirmedByRole' }] })
  })
  test('is not asked about again where the area has had it before', async () => {
    await check(confirmed('Anna Svensson'), [...known, confirmed('Anna Svensson')])
    const other = area('energi', list, { body: { confirmedOn: '2024-01-01', confirmedByRole: 'Anna Svensson' } })
    expect((await refusal(confirmed('Anna Svensson'), [...known, other])).code).toBe('invalid_record')
    expect((await refusal(confirmed('Anna Svensson'), [...known, confirmed('regionstyrelse')])).code).toBe('invalid_record')
  })
  test('is not looked up where nobody has, nor for another kind of record', async () => {
    const unread = { view: () => Promise.reject(new Error('The registry was read.')), today: () => today }
    await checkContent(unread, [appendOf(confirmed(null)), appendOf(list), appendOf(region('05', 'Cedern'))])
    await expect(checkContent(unread, [appendOf(confirmed('regionstyrelse'))])).rejects.toThrow('The registry was read.')
  })
})

describe('a code that is decided on', () => {
  const coding = (body: object): Sketch => ({
    kind: 'coding',
    recordId: 'skog-kod',
    body: { priorityAreaId: 'skog', verdict: 'confirmed', ...body } as BodyOf<'coding'>,
  })
  test.each([
    { aspect: 'theme', code: 'energi' },
    { aspect: 'industry', code: '161' },
    { aspect: 'scienceField', code: '2.11' },
    { themeId: 'energi' },
  ])('%j is in the thesaurus', async (body) => {
    await check(coding(body))
  })
  test.each<[object, string, string]>([
    [{ aspect: 'theme', code: 'finns-inte' }, 'code', 'There is no theme “finns-inte”.'],
    [{ aspect: 'concept', code: 'energi' }, 'code', 'There is no concept “energi”.'],
    [{ aspect: 'industry', code: '16.1' }, 'code', 'The code is written “161”, not “16.1”.'],
    [{ themeId: 'finns-inte' }, 'themeId', 'There is no theme “finns-inte”.'],
    [{ themeId: 'food' }, 'themeId', 'The code is written “livsmedel”, not “food”.'],
  ])('%j is not, or is written otherwise', async (body, field, words) => {
    const { detail, data } = await refusal(coding(body))
    expect(detail).toContain(`coding/skog-kod, field ${field}: ${words}`)
    expect(data).toMatchObject({ issues: [{ record: 'coding/skog-kod', path: field }] })
  })
  test('is not looked up where no thesaurus is loaded', async () => {
    await check(coding({ aspect: 'theme', code: 'finns-inte' }), known, { ...viewOf(known), beside: nothingBeside })
  })
})
