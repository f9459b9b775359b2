import { describe, expect, test } from 'vitest'
import { decideCoding } from '../changes/decisions.ts'
import { registryViewOf } from '../changes/registry-view.ts'
import { codeArea, themesOfArea } from '../coding/area-coding.ts'
import { suggestSubjects } from '../coding/coding.ts'
import { findSimilarPriorities } from '../likeness/area-likeness.ts'
import type { Beside } from '../records/beside.ts'
import type { RecordVersion } from '../records/record.ts'
import { searchIndexOf } from '../search/search-of-snapshot.ts'
import { search } from '../search/search.ts'
import { shippedSnapshot, shippedVersions } from '../snapshot/testing/shipped-snapshot.ts'
import { allPriorities } from '../shapes/theme-shape.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { kinship } from './kinship.ts'
import { everyThesaurusOf, thesaurusOf } from './thesaurus-of.ts'
import { lastDayOfFirst, secondEditionDay, twoEditions } from './testing/second-edition.ts'

const facts = twoEditions()
const beside: Beside = { ...getShippedBeside(), thesaurus: facts }
const on = (day: string) => shippedSnapshot(day, [], beside)
const testArea = 'norrbotten-2021-arktiska-testbaddar'

describe('a second edition of the thesaurus', () => {
  const [before, after] = [thesaurusOf(on(lastDayOfFirst)), thesaurusOf(on(secondEditionDay))]

  test('changes a theme, adds one and ends one from its day on', () => {
    expect([before.findTheme('energi')?.label.sv, after.findTheme('energi')?.label.sv]).toEqual(['Energi', 'Energi och effekt'])
    expect([before.findTheme('kvantteknik'), after.findTheme('kvantteknik')?.slugEn]).toEqual([null, 'quantum-technology'])
    expect([before.findTheme('test-and-demonstration')?.id, after.findTheme('test-och-demonstration')]).toEqual([
      'test-och-demonstration',
      null,
    ])
    expect([before.themes.length, after.themes.length]).toEqual([24, 24])
  })

  test('ends the concepts below a theme that ends, and takes the theme from those that have another', () => {
    expect([before.findConcept('teknisk-provning')?.themeIds, after.findConcept('teknisk-provning')]).toEqual([
      ['test-och-demonstration'],
      null,
    ])
    expect(after.findConcept('testbaddar')?.themeIds).toEqual(['innovation-och-foretagande'])
    expect(kinship(before, 'rymd-och-flyg', 'test-och-demonstration')).toBeGreaterThan(0)
    expect(kinship(after, 'rymd-och-flyg', 'test-och-demonstration')).toBe(0)
  })

  test('has one object for all its days, and every day before the first edition has the first', () => {
    expect(thesaurusOf(on('1990-01-01'))).toBe(before)
    expect(thesaurusOf(on('2018-01-31'))).toBe(before)
    expect(thesaurusOf(on('2033-01-01'))).toBe(after)
    expect(everyThesaurusOf(facts)).toEqual([after, before])
  })

  test('is what words are read by, whatever was read first', () => {
    const themesIn = (thesaurus: typeof before, text: string) =>
      suggestSubjects(thesaurus, text).themes.map(({ themeId }) => themeId)
    expect(themesIn(after, 'Kvantdatorer')).toContain('kvantteknik')
    expect(themesIn(before, 'Kvantdatorer')).not.toContain('kvantteknik')
    expect(themesIn(before, 'Testverksamhet')).toContain('test-och-demonstration')
    expect(themesIn(after, 'Testverksamhet')).not.toContain('test-och-demonstration')
  })

  test('is what areas are coded and compared by on its days, also where one day is derived from another', () => {
    const first = on(lastDayOfFirst)
    const themesOn = (snapshot: typeof first) =>
      themesOfArea(snapshot, snapshot.getBegun('priorityArea', testArea)!).map(({ themeId }) => themeId)
    const shownOn = (snapshot: typeof first) =>
      allPriorities(snapshot)
        .find(({ id }) => id === testArea)!
        .themes.map(({ id }) => id)
    expect(themesOn(first)).toContain('test-och-demonstration')
    expect(themesOn(first.at(secondEditionDay))).not.toContain('test-och-demonstration')
    expect(themesOn(first.at(secondEditionDay).at(lastDayOfFirst))).toContain('test-och-demonstration')
    expect(shownOn(first)).toContain('test-och-demonstration')
    expect(shownOn(first.at(secondEditionDay))).not.toContain('test-och-demonstration')
    const area = first.getBegun('priorityArea', testArea)!
    expect(codeArea(first.at(secondEditionDay), area).theme.map(({ code }) => code)).not.toContain('test-och-demonstration')
    for (const { reason } of findSimilarPriorities(first.at(secondEditionDay), testArea, 20))
      expect(reason.sv).not.toContain('Test och demonstration')
  })

  test('has codes that people may decide on before it begins; on days without the code the decision counts for nothing', () => {
    const view = registryViewOf(shippedVersions(), beside)
    const choice = { aspect: 'theme', code: 'quantum-technology', verdict: 'confirmed', changeNote: 'Prov.' } as const
    const { version } = decideCoding(view, { priorityAreaId: testArea, ...choice, recordedBy: 'prov' })
    const recordedAt = '2026-11-26T12:00:00.000Z'
    const decision = { ...version, version: 1, sequence: 1e6, recordedAt, contentHash: 'prov' } as RecordVersion
    const decidedOn = (day: string) => {
      const snapshot = shippedSnapshot(day, [decision], beside)
      return codeArea(snapshot, snapshot.getBegun('priorityArea', testArea)!).theme.filter((one) => one.decision !== null)
    }
    expect(decidedOn(secondEditionDay)).toMatchObject([{ code: 'kvantteknik', decision: 'confirmed', confidence: 1 }])
    expect(decidedOn(lastDayOfFirst)).toEqual([])
  })

  test('is what search finds and reads queries by', () => {
    const found = (day: string, text: string) =>
      search(searchIndexOf(on(day)), { text, lang: 'sv' }).hits.map(({ document }) => `${document.kind} ${document.id}`)
    expect(found(secondEditionDay, 'kvantteknik')).toContain('theme kvantteknik')
    expect(found(lastDayOfFirst, 'kvantteknik')).not.toContain('theme kvantteknik')
    expect(found(lastDayOfFirst, 'test och demonstration')).toContain('theme test-och-demonstration')
    expect(found(secondEditionDay, 'test och demonstration')).not.toContain('theme test-och-demonstration')
  })
})

test('an edition that does not ship is part of the snapshot’s name; the one that ships is named by the program', () => {
  expect(on('2026-11-01').id).not.toBe(shippedSnapshot('2026-11-01').id)
  expect(shippedSnapshot('2026-11-01', [], { ...getShippedBeside(), thesaurus: null }).id).toBe(shippedSnapshot('2026-11-01').id)
})

test('a snapshot without a thesaurus throws rather than finding no theme', () => {
  const bare = shippedSnapshot('2026-11-01', [], { ...getShippedBeside(), thesaurus: null })
  expect(() => allPriorities(bare)).toThrow('No thesaurus was loaded beside the registry')
})
