import { describe, expect, test } from 'vitest'
import type { LineageDecision } from '../records/lineage-decision.ts'
import type { RecordVersion } from '../records/record.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'
import { lineageBetween } from './lineage-between.ts'
import { findLineage } from './lineage.ts'
import type { LineageLink } from './lineage.ts'
import { suggestLineage } from './suggest-lineage.ts'

const decision = (body: LineageDecision, at = 0) =>
  ({
    kind: 'lineage',
    recordId: `decision-${at}`,
    version: 1,
    validFrom: '2014-01-01',
    validTo: null,
    recordedAt: '2026-01-01T00:00:00.000Z',
    recordedBy: 'a strategist',
    changeNote: 'Sagt vid dialogen',
    state: 'published',
    source: null,
    contentHash: 'x',
    sequence: 9000 + at,
    body,
  }) as unknown as RecordVersion

const inWords = ({ predecessor, successor, change, basis }: LineageLink) =>
  `${predecessor?.displayLabel ?? '–'} → ${successor?.displayLabel ?? '–'}: ${change}, ${basis}`
const linksOf = (code: string, toStrategyId: string, ...decisions: LineageDecision[]) =>
  findLineage(shippedSnapshot('2026-11-27', decisions.map(decision)), { kind: 'region', id: code })
    .find(({ to }) => to.strategy.id === toStrategyId)!
    .links.map(inWords)

const area = (label: string, description: string | null = null) => ({
  id: label,
  displayLabel: label,
  verbatimLabel: label,
  language: 'sv' as const,
  translatedLabel: null,
  description: description ? { sv: description, en: '' } : null,
})
const suggest = (previous: ReturnType<typeof area>[], next: ReturnType<typeof area>[]) =>
  suggestLineage(shippedThesaurus, previous, next, { previousIsComplete: true, nextIsComplete: true }).map(
    ({ predecessorId, successorId, change }) => `${predecessorId ?? '–'} → ${successorId ?? '–'}: ${change}`,
  )

describe('a rename with one word more', () => {
  test('takes in no other area, whatever that has in common with the old words', () => {
    expect(
      suggest(
        [area('Skoglig bioekonomi'), area('Bioenergi ur skogen')],
        [area('Skoglig bioekonomi och cirkularitet'), area('Livsmedel')],
      ),
    ).toEqual([
      'Skoglig bioekonomi → Skoglig bioekonomi och cirkularitet: renamed',
      'Bioenergi ur skogen → –: dropped',
      '– → Livsmedel: new',
    ])
  })
  test('lets solar energy go on by itself', () => {
    expect(
      suggest(
        [area('Skoglig bioekonomi'), area('Systemlösningar med sol')],
        [area('Skoglig bioekonomi och cirkularitet'), area('Hållbara systemlösningar med solel i centrum')],
      ),
    ).toEqual([
      'Skoglig bioekonomi → Skoglig bioekonomi och cirkularitet: renamed',
      'Systemlösningar med sol → Hållbara systemlösningar med solel i centrum: renamed',
    ])
  })
  test('takes in an area that is what the new word names', () => {
    expect(suggest([area('Skog'), area('Rymden')], [area('Skog och rymd')]).toSorted()).toEqual([
      'Rymden → Skog och rymd: merged',
      'Skog → Skog och rymd: merged',
    ])
  })
})

describe('descriptions', () => {
  const old = area('Tradition', 'Vi bygger fartyg och båtar på varv.')
  test('link areas whose names share nothing', () => {
    const next = area('Kusten i framtiden', 'Fartyg, båtar och varv.')
    expect(suggest([old], [next])).toEqual(['Tradition → Kusten i framtiden: renamed'])
    const [link] = suggestLineage(shippedThesaurus, [old], [next], { previousIsComplete: true, nextIsComplete: true })
    expect(link!.reason.sv).toMatch(/^Beskrivningarna nämner båda ”/)
    expect(link!.reason.en).toMatch(/^The descriptions, in Swedish, both mention “/)
  })
  test('do not link by a word that every area of the lists has', () => {
    const all = ['Ett', 'Två', 'Tre'].map((name) => area(name, 'Karlstad'))
    const next = ['Fyra', 'Fem', 'Sex'].map((name) => area(name, 'Karlstad'))
    expect(suggest(all, next).filter((link) => link.includes('renamed'))).toEqual([])
  })
})

describe('an area that one list lacks and a later one takes up again', () => {
  test('goes on there, and the step without it says so', () => {
    expect(linksOf('10', 'blekinge-2021')).toContain(
      'Marin Teknik → Smart industri – formningsteknologi och marin teknik: merged, reviewed',
    )
    const steps = findLineage(shippedSnapshot('2026-11-27'), { kind: 'region', id: '10' })
    const link = steps[0]!.links.find(({ predecessor }) => predecessor?.id === 'blekinge-2018-marin-teknik')!
    expect([link.successor, link.continuesIn?.id]).toEqual([null, 'blekinge-2021'])
    expect(link.reason.sv).toContain('Smart industri – formningsteknologi och marin teknik')
  })
  test('is found by the program alone too', () => {
    const alone = { ...getShippedBeside(), lineageReview: null }
    const [, step] = findLineage(shippedSnapshot('2026-11-27', [], alone), { kind: 'region', id: '10' })
    expect(step!.links.map(inWords)).toContain(
      'Marin Teknik → Smart industri – formningsteknologi och marin teknik: merged, suggested',
    )
  })
  test('is not taken up where a person has said that it ended', () => {
    const ended = {
      predecessorId: 'blekinge-2018-marin-teknik',
      successorId: null,
      change: 'dropped',
      verdict: 'confirmed',
    } as const
    expect(linksOf('10', 'blekinge-2020', ended)).toContain('Marin Teknik → –: dropped, confirmed')
    expect(linksOf('10', 'blekinge-2021', ended).filter((link) => link.startsWith('Marin'))).toEqual([])
  })
  test('follows a person’s decision on it', () => {
    const moved = {
      predecessorId: 'blekinge-2018-arbetsliv',
      successorId: 'blekinge-2021-missions',
      change: 'renamed',
      verdict: 'confirmed',
    } as const
    expect(linksOf('10', 'blekinge-2021', moved)).toContain(
      'Arbetsliv → Missions - med fokus på samhällets utmaningar: renamed, confirmed',
    )
  })
})

describe('what was reviewed', () => {
  test('overrides what the program suggests, with reviewer, sureness and source', () => {
    const steps = findLineage(shippedSnapshot('2026-11-27'), { kind: 'region', id: '08' })
    expect(steps[0]!.links.map(inWords)).toEqual(
      ['Livsmedel', 'Boende', 'Besöksnäring'].map((label) => `${label} → Bioinnovation: merged, reviewed`),
    )
    expect(steps[0]!.links[0]!.review).toMatchObject({ reviewer: 'editor', confidence: 'medium' })
    expect(steps[0]!.links[0]!.review!.sourceId).not.toBe('')
  })
  test('is overridden by people: the pair is not linked, or linked in another way', () => {
    const pair = {
      predecessorId: 'halland-2020-it',
      successorId: 'halland-2022-forskning-och-innovation-for-intelligenta-system',
    }
    const told = 'IT → Forskning och innovation för intelligenta system: renamed, reviewed'
    expect(linksOf('13', 'halland-2022')).toContain(told)
    expect(
      linksOf('13', 'halland-2022', { ...pair, change: 'renamed', verdict: 'rejected' }).filter((link) => link.startsWith('IT')),
    ).toEqual(['IT → –: dropped, suggested'])
    const other = { predecessorId: 'halland-2020-it', successorId: 'halland-2022-innovativ-affarsutveckling' }
    const links = linksOf('13', 'halland-2022', { ...other, change: 'renamed', verdict: 'confirmed' })
    expect(links.filter((link) => link.startsWith('IT'))).toEqual(['IT → Innovativ affärsutveckling: renamed, confirmed'])
  })
  test('as not linked is neither suggested nor in the way of another link', () => {
    const links = linksOf('03', 'uppsala-2022')
    expect(links.filter((link) => link.startsWith('Energi/miljö'))).toEqual([
      'Energi/miljö → Hållbara energilösningar i integrerade energisystem: renamed, reviewed',
    ])
  })
  test('does not reach lists that it does not name', () => {
    const steps = findLineage(shippedSnapshot('2026-11-27'), { kind: 'region', id: '04' })
    expect(steps.flatMap(({ links }) => links).every(({ basis }) => basis === 'suggested')).toBe(true)
  })
})

describe('between two lists with others in between', () => {
  const between = (code: string, fromStrategyId: string, toStrategyId: string) =>
    lineageBetween(shippedSnapshot('2026-11-27'), { kind: 'region', id: code }, { fromStrategyId, toStrategyId })
  test('each area is followed through the lists, as sure as the least sure step that changed it', () => {
    expect(between('10', 'blekinge-2018', 'blekinge-2021')!.map(inWords).toSorted()).toEqual([
      'Arbetsliv → –: dropped, suggested',
      'ICT/E-hälsa → Tech - digitalisering och smartare samhällen: renamed, reviewed',
      'Marin Teknik → Smart industri – formningsteknologi och marin teknik: merged, reviewed',
      'Materialbearbetning → Smart industri – formningsteknologi och marin teknik: merged, reviewed',
      '– → Missions - med fokus på samhällets utmaningar: new, suggested',
    ])
  })
  test('two lists after each other have the links of their step', () => {
    const snapshot = shippedSnapshot('2026-11-27')
    const [, step] = findLineage(snapshot, { kind: 'region', id: '20' })
    const ids = { fromStrategyId: step!.from.strategy.id, toStrategyId: step!.to.strategy.id }
    const links = lineageBetween(snapshot, { kind: 'region', id: '20' }, ids)!
    const pairOf = ({ predecessor, successor }: LineageLink) => `${predecessor?.id} ${successor?.id}`
    expect(links.map(pairOf).toSorted()).toEqual(step!.links.map(pairOf).toSorted())
  })
  test('the older list comes first, and both are the owner’s', () => {
    expect(between('10', 'blekinge-2021', 'blekinge-2018')).toBe(null)
    expect(between('10', 'skane-2018', 'blekinge-2021')).toBe(null)
  })
})
