import { describe, expect, test } from 'vitest'
import type { Facts } from '../sources/facts/fact-rows.ts'
import { firstFacts } from './first-facts.ts'
import {
  areaRow,
  clusterRow,
  contactRow,
  meaningRow,
  regionRow,
  smallFacts,
  sourceRow,
  statementRow,
  strategyRow,
} from './testing/small-facts.ts'

const versionsOf = (rows: Partial<Facts>) => firstFacts(smallFacts(rows))
/** The day of recording, kind, id and number, and the days on which it is in force. */
const recorded = (rows: Partial<Facts>) =>
  versionsOf(rows).map(({ recordedAt, kind, recordId, version, validFrom, validTo }) => {
    expect(recordedAt).toMatch(/T..:00:00\.000Z$/)
    return `${kind} ${recordId} ${version}: ${validFrom} – ${validTo ?? ''}`
  })
const deck = sourceRow('bilderna')
const page = sourceRow('sidan')
const period = { id: '2014-2020', label: '2014–2020', from: '2014-01-01', to: '2021-01-01', source: 'bilderna', known_from: null }

describe('facts as versions', () => {
  test('come in the order of their days, then of kinds, then of ids, each source on the first day that a fact rests on it', () => {
    const rows: Partial<Facts> = {
      sources: [page, deck, sourceRow('kartan')],
      regions: [regionRow('04'), regionRow('03')],
      jointAreas: [
        {
          id: 'norr',
          name: 'Norr',
          name_en: 'North',
          members: ['03', '04'],
          valid_from: '2010-01-01',
          source: 'sidan',
          note_sv: null,
          note_en: null,
        },
      ],
      programmePeriods: [period],
      clusters: [clusterRow('klustret', { source: 'sidan' })],
      strategies: [strategyRow('lista')],
      priorityAreas: [areaRow('energi', 'lista')],
      findings: [statementRow('finding-1')],
      wishes: [{ ...statementRow('wish-1'), heading_sv: 'Rubrik', heading_en: 'Heading' }],
      nextSteps: [statementRow('next-step-1')],
    }
    expect(recorded(rows)).toEqual([
      'region 03 1: 1998-01-01 – ',
      'region 04 1: 1998-01-01 – ',
      'source kartan 1: 1998-01-01 – ',
      'jointArea norr 1: 2010-01-01 – ',
      'source sidan 1: 2010-01-01 – ',
      'cluster klustret 1: 2012-01-01 – ',
      'programmePeriod 2014-2020 1: 2014-01-01 – ',
      'source bilderna 1: 2014-01-01 – ',
      'strategy lista 1: 2018-01-31 – ',
      'priorityArea energi 1: 2018-01-31 – ',
      'finding finding-1 1: 2018-01-31 – ',
      'wish wish-1 1: 2018-01-31 – ',
      'nextStep next-step-1 1: 2018-01-31 – ',
    ])
  })

  test('are published by the loader of the facts, with the place in the source', () => {
    const [source, list, area] = versionsOf({
      sources: [deck],
      strategies: [strategyRow('lista')],
      priorityAreas: [areaRow('energi', 'lista', { line: 12 })],
    })
    expect(source).toMatchObject({ source: null, changeNote: 'Källan förs in när den första uppgiften vilar på den.' })
    expect(list).toMatchObject({
      source: { sourceId: 'bilderna', line: null, page: null, url: null },
      changeNote: 'Källa: ”bilderna sv”.',
      state: 'published',
      recordedBy: 'spets-facts',
    })
    expect(area).toMatchObject({
      source: { sourceId: 'bilderna', line: 12 },
      changeNote: 'Källa: ”bilderna sv”, rad 12.',
    })
  })

  test('name a further source for a note, a description or what became of a cluster, which is then there from that day', () => {
    const rows: Partial<Facts> = {
      sources: [deck, sourceRow('b'), sourceRow('c'), sourceRow('d')],
      clusters: [clusterRow('klustret', { status: 'active', status_source: 'd' })],
      strategies: [strategyRow('lista', { note_source: 'b' })],
      priorityAreas: [areaRow('energi', 'lista')],
      descriptions: [meaningRow('energi', { source: 'c' })],
    }
    const versions = versionsOf(rows)
    expect(versions.filter(({ kind }) => kind === 'source').map(({ recordId, validFrom }) => `${recordId} ${validFrom}`)).toEqual(
      ['bilderna 2012-01-01', 'd 2012-01-01', 'b 2018-01-31', 'c 2018-01-31'],
    )
    expect(versions.filter(({ kind }) => kind !== 'source').map(({ changeNote }) => changeNote)).toEqual([
      'Källa: ”bilderna sv”. Vad som blev av det vilar också på ”d sv”.',
      'Källa: ”bilderna sv”. Anmärkningen vilar också på ”b sv”.',
      'Källa: ”bilderna sv”. Beskrivningen vilar också på ”c sv”.',
    ])
  })

  test('do not name the same source twice', () => {
    const versions = versionsOf({
      sources: [deck],
      clusters: [clusterRow('klustret', { status: 'active', status_source: 'bilderna' })],
      strategies: [strategyRow('lista')],
      priorityAreas: [areaRow('energi', 'lista')],
      descriptions: [meaningRow('energi')],
    })
    for (const { changeNote } of versions) expect(changeNote).not.toContain('vilar också')
  })
})

describe('a list with a later one of the same owner', () => {
  const later = strategyRow('lista-2020', { valid_from: '2020-06-01', edition: '2020', source: 'sidan' })
  const rows: Partial<Facts> = {
    sources: [deck, page],
    strategies: [strategyRow('lista-2024', { valid_from: '2024-01-01' }), strategyRow('lista-2018'), later],
    priorityAreas: [areaRow('energi', 'lista-2018')],
    contacts: [contactRow('chefen', 'lista-2018')],
  }
  test('is closed on the day of the next, with its areas and contacts, in a second version recorded that day', () => {
    expect(recorded(rows).filter((line) => !line.startsWith('source'))).toEqual([
      'strategy lista-2018 1: 2018-01-31 – ',
      'priorityArea energi 1: 2018-01-31 – ',
      'contact chefen 1: 2018-01-31 – ',
      'strategy lista-2018 2: 2018-01-31 – 2020-06-01',
      'strategy lista-2020 1: 2020-06-01 – ',
      'priorityArea energi 2: 2018-01-31 – 2020-06-01',
      'contact chefen 2: 2018-01-31 – 2020-06-01',
      'strategy lista-2020 2: 2020-06-01 – 2024-01-01',
      'strategy lista-2024 1: 2024-01-01 – ',
    ])
    const closing = versionsOf(rows).find(({ recordId, version }) => recordId === 'energi' && version === 2)!
    expect(closing.changeNote).toBe('Ersatt av den nyare listan 2020, ur ”sidan sv”.')
    expect(closing.recordedAt).toBe(versionsOf(rows).find(({ recordId }) => recordId === 'lista-2020')!.recordedAt)
  })
  test('that is only partly known is closed with that said', () => {
    const partly = { ...rows, strategies: [strategyRow('lista-2018'), { ...later, complete: false }] }
    const closing = versionsOf(partly).find(({ recordId, version }) => recordId === 'energi' && version === 2)!
    expect(closing.changeNote).toBe(
      'Ersatt av den nyare listan 2020, ur ”sidan sv”. Källan visar bara en del av den: ett område som saknas där är okänt, inte struket.',
    )
  })
  test.each<[what: string, other: Partial<Facts['strategies'][number]>]>([
    ['of another region', { owner_id: '04' }],
    ['of a joint area with the same id', { owner_kind: 'jointArea' }],
    ['of the same day', { valid_from: '2018-01-31' }],
  ])('%s stays open', (_what, other) => {
    const versions = versionsOf({ sources: [deck, page], strategies: [strategyRow('lista-2018'), { ...later, ...other }] })
    expect(versions.filter(({ recordId }) => recordId === 'lista-2018').map(({ validTo }) => validTo)).toEqual([null])
  })
})

describe('facts that cannot be dated are refused, by name', () => {
  test('a source that no fact rests on', () => {
    expect(() => versionsOf({ sources: [deck] })).toThrow('bilderna')
  })
  test('a statement whose source has no date', () => {
    const sources = [{ ...deck, date: null, date_precision: 'unknown' as const }]
    expect(() => versionsOf({ sources, findings: [statementRow('finding-1')] })).toThrow('finding-1 rests on bilderna')
  })
})
