import { describe, expect, test } from 'vitest'
import { CodingDecision } from '../records/coding-decision.ts'
import type { RecordVersion } from '../records/record.ts'
import type { CodingAspect } from '../records/coding-decision.ts'
import type { Verdict } from '../records/shared-fields.ts'
import { decideCoding } from '../changes/decisions.ts'
import { registryViewOf } from '../changes/registry-view.ts'
import { buildKnownRegistry, snapshotAt } from '../snapshot/snapshot.ts'
import { codeArea, codeText, conceptsOfArea, rejectedThemes, themesOfArea } from './area-coding.ts'
import { findSimilarPriorities } from '../likeness/area-likeness.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { shippedVersions } from '../snapshot/testing/shipped-snapshot.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

const { findIndustry, concepts, findScienceField } = shippedThesaurus

const area = 'varmland-2018-skoglig-bioekonomi'
const signed = { recordedBy: 'prov', changeNote: 'Prov.' }

interface Choice {
  aspect: CodingAspect
  code: string
  verdict: Verdict | null
}

/** The shipped registry with a person's decisions applied in order. */
function after(...choices: Choice[]) {
  const versions = [...shippedVersions()]
  const append = (version: object, number: number) => {
    const { sequence, recordedAt } = versions.at(-1)!
    versions.push({
      ...version,
      version: number,
      sequence: sequence + 1,
      recordedAt,
      contentHash: `${sequence}`,
    } as RecordVersion)
  }
  for (const choice of choices) {
    const { version, expectedVersion } = decideCoding(registryViewOf(versions, getShippedBeside()), {
      priorityAreaId: area,
      ...choice,
      ...signed,
    })
    expect(() => CodingDecision.parse(version.body)).not.toThrow()
    append(version, expectedVersion + 1)
  }
  return snapshotAt(buildKnownRegistry(versions, versions.at(-1)!.recordedAt), '2019-01-01', getShippedBeside())
}
/** The shipped registry with a coding record of any body, as another program may have written it. */
function withRecord(body: object) {
  const versions = shippedVersions()
  const { sequence, recordedAt } = versions.at(-1)!
  const choice = { priorityAreaId: area, ...onTheme('energi', 'confirmed'), ...signed }
  const { version } = decideCoding(registryViewOf(versions, getShippedBeside()), choice)
  const written = { ...version, body, version: 1, sequence: sequence + 1, recordedAt, contentHash: 'x' } as RecordVersion
  return snapshotAt(buildKnownRegistry([...versions, written], recordedAt), '2019-01-01', getShippedBeside())
}
const onTheme = (code: string, verdict: Verdict | null): Choice => ({ aspect: 'theme', code, verdict })
const getArea = (snapshot: ReturnType<typeof after>) => snapshot.getBegun('priorityArea', area)!
const codingAfter = (...choices: Choice[]) => {
  const snapshot = after(...choices)
  return codeArea(snapshot, getArea(snapshot))
}
const themesOf = (snapshot: ReturnType<typeof after>) =>
  themesOfArea(snapshot, getArea(snapshot)).map(({ themeId, decision }) => [themeId, decision])

describe('themes', () => {
  test('are suggestions until a person decides', () => {
    expect(themesOf(after())).toEqual([['skog-och-bioekonomi', null]])
  })

  test('confirmed: certain, and marked as a person’s decision', () => {
    const decided = after(onTheme('skog-och-bioekonomi', 'confirmed'))
    const [first] = themesOfArea(decided, getArea(decided))
    expect(first).toMatchObject({ decision: 'confirmed', confidence: 1, words: expect.arrayContaining(['Skoglig']) })
  })

  test('that the words do not show can be added', () => {
    expect(themesOf(after(onTheme('energy', 'confirmed')))).toEqual([
      ['energi', 'confirmed'],
      ['skog-och-bioekonomi', null],
    ])
  })

  test('rejected: gone, with the disagreement kept in sight; the later decision counts', () => {
    const snapshot = after(onTheme('skog-och-bioekonomi', 'rejected'))
    expect(themesOf(snapshot)).toEqual([])
    expect(rejectedThemes(snapshot, getArea(snapshot)).map(({ themeId }) => themeId)).toEqual(['skog-och-bioekonomi'])
    const again = after(onTheme('skog-och-bioekonomi', 'rejected'), onTheme('skog-och-bioekonomi', 'confirmed'))
    expect(themesOf(again)).toEqual([['skog-och-bioekonomi', 'confirmed']])
  })

  test('a decision taken back leaves the suggestion; one that was never made cannot be taken back', () => {
    expect(themesOf(after(onTheme('skog-och-bioekonomi', 'rejected'), onTheme('skog-och-bioekonomi', null)))).toEqual(
      themesOf(after()),
    )
    expect(() => after(onTheme('energi', null))).toThrow('no decision')
  })

  test('decided on in the first form, by themeId, still count', () => {
    const body = { priorityAreaId: area, themeId: 'energi', verdict: 'confirmed' }
    expect(CodingDecision.parse(body)).toEqual(body)
    expect(themesOf(withRecord(body))).toContainEqual(['energi', 'confirmed'])
  })
})

test.each([
  ['theme', 'food'],
  ['concept', 'long-gone'],
])('a decision on a %s that the thesaurus does not have, «%s», is ignored and does no harm', (aspect, code) => {
  const snapshot = withRecord({ priorityAreaId: area, aspect, code, verdict: 'confirmed' })
  expect(themesOf(snapshot)).toEqual(themesOf(after()))
  expect(conceptsOfArea(snapshot, getArea(snapshot)).map(({ conceptId }) => conceptId)).not.toContain(code)
  expect(findSimilarPriorities(snapshot, area, 3)).toHaveLength(3)
})

describe('concepts, and what follows from them', () => {
  test('SNI, FORD and goals follow from themes and concepts, less surely, with the words and what they follow from named', () => {
    const { theme, industry, scienceField, goal, objective } = codingAfter()
    const ofRecord = [...industry, ...scienceField, ...goal, ...objective].filter(({ basis }) => basis === 'record')
    expect(ofRecord).toEqual([])
    for (const one of [...industry, ...scienceField, ...goal, ...objective]) {
      expect(one.confidence).toBeLessThanOrEqual(theme[0]!.confidence)
      expect(one.fromConceptIds.length + one.fromThemeIds.length).toBeGreaterThan(0)
      expect(one.words.length).toBeGreaterThan(0)
    }
    expect(industry.map(({ code }) => code)).toEqual(expect.arrayContaining(['02', '17']))
    expect(scienceField[0]!.code).toBe('4.1')
    expect(goal.map(({ code }) => code)).toEqual(['12', '15'])
    expect(objective.map(({ code }) => code)).toEqual(['2', '2.6'])
  })

  test('the kind that the record states goes before what the words suggest', () => {
    expect(codingAfter().kind).toMatchObject([{ code: 'sector', basis: 'record', confidence: 0.95, words: [] }])
  })

  test('a rejected theme takes its codes with it; a confirmed one brings its own', () => {
    const none = codingAfter(onTheme('skog-och-bioekonomi', 'rejected'))
    expect([none.industry, none.scienceField, none.goal]).toEqual([[], [], []])
    const { industry } = codingAfter(onTheme('digitalisering', 'confirmed'))
    expect(industry.find(({ code }) => code === '62')).toMatchObject({ fromThemeIds: ['digitalisering'], decision: null })
  })

  test('codes can be decided on by themselves, written as people write them', () => {
    const { industry, scienceField, kind } = codingAfter(
      { aspect: 'industry', code: '16.1', verdict: 'confirmed' },
      { aspect: 'scienceField', code: '2.11', verdict: 'rejected' },
      { aspect: 'kind', code: 'process', verdict: 'confirmed' },
    )
    expect(industry[0]).toMatchObject({ code: '161', confidence: 1, decision: 'confirmed' })
    expect(scienceField.find(({ code }) => code === '2.11')).toMatchObject({ decision: 'rejected' })
    expect(kind[0]).toMatchObject({ code: 'process', decision: 'confirmed' })
  })

  test('decided concepts are what search, matching and likeness go by', () => {
    const snapshot = after(
      { aspect: 'concept', code: 'programvaruutveckling', verdict: 'confirmed' },
      onTheme('digitalisering', 'confirmed'),
    )
    expect(conceptsOfArea(snapshot, getArea(snapshot)).map(({ conceptId }) => conceptId)).toContain('programvaruutveckling')
    const alike = (one: typeof snapshot) => findSimilarPriorities(one, area, 30).map(({ priority }) => priority.id)
    expect(alike(snapshot)).not.toEqual(alike(after()))
  })
})

test('any text is coded, in both languages', () => {
  const { theme, concept, industry } = codeText(shippedThesaurus, 'We build wooden houses')
  expect(theme.map(({ code }) => code)).toContain('skog-och-bioekonomi')
  expect([concept.length, industry.length].every((count) => count > 0)).toBe(true)
  expect(Object.values(codeText(shippedThesaurus, 'xyzzyx')).flat()).toEqual([])
})

test('every code of the thesaurus is one that has a name', () => {
  expect(concepts.flatMap(({ sniCodes }) => sniCodes).filter((code) => !findIndustry(code))).toEqual([])
  expect(concepts.flatMap(({ fordCodes }) => fordCodes).filter((code) => !findScienceField(code))).toEqual([])
})

test.each<[CodingAspect, string]>([
  ['theme', 'nothing'],
  ['concept', 'energi'],
  ['kind', 'Sector'],
  ['industry', '99999'],
  ['scienceField', '7.1'],
  ['goal', '18'],
  ['objective', '6.1'],
])('an unknown %s is refused in words that list the known ones', (aspect, code) => {
  const view = registryViewOf(shippedVersions(), getShippedBeside())
  expect(() => decideCoding(view, { priorityAreaId: area, aspect, code, verdict: 'confirmed', ...signed })).toThrow(code)
  expect(() => decideCoding(view, { priorityAreaId: 'nowhere', ...onTheme('energi', 'confirmed'), ...signed })).toThrow('nowhere')
})
