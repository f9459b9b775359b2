import { describe, expect, test } from 'vitest'
import { area, cluster, decision, region, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'
import { codeArea, codeText, subjectsAsRead, themesOfArea, whyNotMeasurable } from './area-coding.ts'

const list = strategy('s', '03')
type Body = NonNullable<Parameters<typeof area>[2]>['body']
const named = (displayLabel: string, body: Body = {}) => area('a', list, { body: { displayLabel, ...body } })
const on = (...sketches: Sketch[]) => snapshotOf([region('03', 'Alvik'), region('04', 'Bvik'), list, ...sketches])
const of = (snapshot: ReturnType<typeof on>) => snapshot.get('priorityArea', 'a')!
const coded = (...sketches: Sketch[]) => codeArea(on(...sketches), of(on(...sketches)))

describe('what is around an area', () => {
  const whole = area('hel', list, { body: { displayLabel: 'Möbelindustri', order: 2 } })
  const furniture = (code: string, themeIds?: string[]) =>
    cluster('k', code, { body: { name: 'Möbelindustri', ...(themeIds ? { themeIds } : {}) } })
  const wood = 'skog-och-bioekonomi'
  const furnitureTheme = shippedThesaurus.findConcept('mobelindustri')!.themeIds[0]!
  test.each<[string, boolean, Body, Sketch[]]>([
    ['the area that it is part of', true, { parentId: 'hel' }, [whole]],
    ['not another area of the list', false, {}, [whole]],
    ['a cluster of the region that works with its theme among others', true, {}, [furniture('03', [furnitureTheme, wood])]],
    ['not a cluster with other themes', false, {}, [furniture('03', [furnitureTheme])]],
    ['not a cluster of which no themes are known', false, {}, [furniture('03')]],
    ['not a cluster of another region', false, {}, [furniture('04', [furnitureTheme, wood])]],
  ])('explains it: %s', (_what, isRead, body, sketches) => {
    const codes = coded(named('Skog och bioekonomi', body), ...sketches).industry.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['02', '16', '17']))
    expect(codes.includes('31')).toBe(isRead)
  })
})

test('the first sentence of a description is read for signs of a kind, and no further one', () => {
  const kinds = (sv: string | null) =>
    coded(named('Xyzzyx', { description: sv === null ? null : { sv, en: 'x' } })).kind.map(({ code }) => code)
  expect(kinds(null)).toEqual([])
  expect(kinds('Det är ny teknik. Mer.')).toEqual(['technology'])
  expect(kinds('Det är nytt. Ny teknik.')).toEqual([])
})

test('goals that the record states go first, in its order, and are not suggested again by words', () => {
  const goals = (sdgGoals: number[]) =>
    coded(named('Skog och bioekonomi', { sdgGoals })).goal.map(({ code, basis }) => `${code} ${basis}`)
  expect(goals([])).toEqual(['12 label', '15 label'])
  expect(goals([7, 15, 3])).toEqual(['7 record', '15 record', '3 record', '12 label'])
})

describe('an area without an industry says why', () => {
  const why = (text: string) => whyNotMeasurable(shippedThesaurus, codeText(shippedThesaurus, text))
  const { codesOfTheme, findTheme } = shippedThesaurus
  test('by its theme', () => {
    expect(why('Arbetsliv')).toEqual(codesOfTheme('arbetsliv-och-kompetens')!.whyNone)
  })
  test('by its theme’s name when the theme gives no reason', () => {
    const { label } = findTheme('livsmedel')!
    const left = { ...codeText(shippedThesaurus, 'Livsmedel'), industry: [] }
    expect(whyNotMeasurable(shippedThesaurus, left)).toEqual({
      sv: `Ingen bransch i SNI 2007 kan räknas för ”${label.sv}” utan att andra räknas med.`,
      en: `No industry of SNI 2007 can be counted for “${label.en}” without counting others.`,
    })
  })
  test('by its words when they show nothing', () => {
    expect(why('xyzzyx')!.en).toBe('The words do not show what it is about.')
  })
})

describe('what an area is read as', () => {
  const described = named('Livsmedel', { description: { sv: 'Vindkraft, solceller och vätgas. Elnät och fjärrvärme.', en: 'x' } })
  test('takes its description in, and tells which themes that gives', () => {
    const snapshot = on(described)
    expect(themesOfArea(snapshot, of(snapshot)).map(({ themeId, basis }) => `${themeId} ${basis}`)).toEqual([
      'livsmedel label',
      'energi description',
    ])
  })
  test('is one value for as long as nobody has decided anything', () => {
    const snapshot = on(described)
    expect(subjectsAsRead(snapshot, of(snapshot))).toBe(subjectsAsRead(snapshot, of(snapshot)))
    expect(themesOfArea(snapshot, of(snapshot))).toBe(themesOfArea(snapshot, of(snapshot)))
  })
  test('keeps the words of its concepts when a person has decided on something else', () => {
    const read = (...decisions: Sketch[]) => {
      const snapshot = on(named('Vindkraft'), ...decisions)
      return subjectsAsRead(snapshot, of(snapshot))
    }
    expect(read(decision('a', 'theme.livsmedel', 'confirmed')).concepts).toEqual(read().concepts)
    expect(read().concepts).toMatchObject([{ conceptId: 'vindkraft', words: ['Vindkraft'] }])
  })
})
