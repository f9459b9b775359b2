import { describe, expect, test } from 'vitest'
import { area, decision, region, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { describedConcepts, subjectIdsOf } from './area-coding.ts'

const list = strategy('s', '25')
const named = (id: string, displayLabel: string, sv: string | null = null) =>
  area(id, list, { body: { displayLabel, ...(sv === null ? {} : { description: { sv, en: 'x' } }) } })
const on = (...sketches: Sketch[]) => snapshotOf([region('25', 'Malmvik'), list, ...sketches])
const of = (snapshot: ReturnType<typeof on>, id = 'a') => snapshot.get('priorityArea', id)!

describe('the ids of an area’s subjects', () => {
  const subjects = (...sketches: Sketch[]) => {
    const snapshot = on(named('a', 'Vindkraft'), ...sketches)
    return subjectIdsOf(snapshot, of(snapshot))
  }

  test('are those that its name suggests', () => {
    expect(subjects()).toEqual({ themeIds: ['energi'], describedThemeIds: [], touchedThemeIds: [], conceptIds: ['vindkraft'] })
  })

  test('tell the themes of the description from those of the name', () => {
    const snapshot = on(named('a', 'Livsmedel', 'Vindkraft, solceller och vätgas. Elnät och fjärrvärme.'))
    expect(subjectIdsOf(snapshot, of(snapshot))).toMatchObject({
      themeIds: ['livsmedel', 'energi'],
      describedThemeIds: ['energi'],
    })
  })

  test('keep apart a theme that a word of the name touches and the description leaves aside', () => {
    const label = 'Livsmedel i skärningen mellan hållbarhet och forskning'
    const description = 'Mat, dryck och måltider. Jordbruk och mejerier.'
    const read = (...decisions: Sketch[]) => {
      const snapshot = on(named('a', label, description), ...decisions)
      return subjectIdsOf(snapshot, of(snapshot))
    }
    expect(read()).toMatchObject({ themeIds: ['livsmedel'], touchedThemeIds: ['innovation-och-foretagande'] })
    expect(read(decision('a', 'theme.innovation-och-foretagande', 'rejected')).touchedThemeIds).toEqual([])
    expect(read(decision('a', 'theme.innovation-och-foretagande', 'confirmed'))).toMatchObject({
      themeIds: ['innovation-och-foretagande', 'livsmedel'],
      touchedThemeIds: [],
    })
  })

  test('follow what people have decided, confirmed ones first', () => {
    expect(subjects(decision('a', 'theme.livsmedel', 'confirmed')).themeIds).toEqual(['livsmedel', 'energi'])
    expect(subjects(decision('a', 'theme.energi', 'rejected')).themeIds).toEqual([])
    expect(subjects(decision('a', 'concept.vindkraft', 'rejected')).conceptIds).toEqual([])
  })

  test('are one value for areas with the same ones, and another for others', () => {
    const snapshot = on(named('a', 'Vindkraft'), named('b', 'Vindkraft'), named('c', 'Livsmedel'))
    const [a, b, c] = ['a', 'b', 'c'].map((id) => subjectIdsOf(snapshot, of(snapshot, id)))
    expect(b).toBe(a)
    expect(c).not.toEqual(a)
  })
})

describe('what a description mentions', () => {
  const mentioned = (sv: string | null, ...sketches: Sketch[]) => {
    const snapshot = on(named('a', 'Framtidens näringar', sv), ...sketches)
    return describedConcepts(snapshot, of(snapshot)).map(({ conceptId, confidence, words }) => [conceptId, confidence, words])
  }

  test('are concepts with the words that show them, less sure than in a name', () => {
    const [wind] = mentioned('Här byggs vindkraft.')
    expect(wind).toEqual(['vindkraft', expect.closeTo(0.64, 2), ['vindkraft']])
  })

  test('are none without a description, or where it mentions nothing', () => {
    expect(mentioned(null)).toEqual([])
    expect(mentioned('Det som länet lever av.')).toEqual([])
  })

  test('leaves out what a person has rejected, and nothing else', () => {
    const text = 'Här byggs vindkraft och sjukhus.'
    const ids = (...sketches: Sketch[]) => mentioned(text, ...sketches).map(([id]) => id)
    expect(ids()).toEqual(expect.arrayContaining(['vindkraft', 'sjukhus-och-specialistvard']))
    expect(ids(decision('a', 'concept.vindkraft', 'rejected'))).toEqual(['sjukhus-och-specialistvard'])
    expect(ids(decision('a', 'concept.vindkraft', 'confirmed'))).toEqual(ids())
    expect(ids(decision('a', 'theme.vindkraft', 'rejected'))).toEqual(ids())
  })
})
