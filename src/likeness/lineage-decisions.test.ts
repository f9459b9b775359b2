import { expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import type { LineageDecision } from '../records/lineage-decision.ts'
import { findLineage } from './lineage.ts'
import { suggestLineage } from './suggest-lineage.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

const decided = (...decisions: LineageDecision[]) =>
  decisions.map(
    (body, at) =>
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
      }) as unknown as RecordVersion,
  )
const unreviewed = { ...getShippedBeside(), lineageReview: null }
const linksOf = (code: string, index: number, ...decisions: LineageDecision[]) =>
  findLineage(shippedSnapshot('2026-11-01', decided(...decisions), unreviewed), { kind: 'region', id: code })[index]!.links.map(
    ({ predecessor, successor, change, basis }) =>
      `${predecessor?.displayLabel ?? '–'} → ${successor?.displayLabel ?? '–'}: ${change}, ${basis}`,
  )

test('what a person has linked is not suggested to be something else as well', () => {
  const links = linksOf('12', 0, {
    predecessorId: 'skane-2018-smarta-nya-material',
    successorId: 'skane-2020-ess-max-iv-och-innovationssystemet-science-village',
    change: 'renamed',
    verdict: 'confirmed',
  })
  expect(links.filter((link) => link.includes('Smarta nya material'))).toEqual([
    'Smarta nya material → ESS, MAX IV och innovationssystemet Science Village: renamed, confirmed',
  ])
  expect(links).toContain('– → Avancerade material och tillverkningsindustri: new, suggested')
})

test('an area that a person has decided is split may have more parts', () => {
  const split = 'Energieffektivt samhällsbyggande'
  const links = linksOf('20', 1, {
    predecessorId: 'dalarna-2020-energieffektivt-samhallsbyggande',
    successorId: 'dalarna-2022-smarta-energisystem',
    change: 'split',
    verdict: 'confirmed',
  })
  expect(links).toContain(`${split} → Smarta energisystem: split, confirmed`)
  expect(links).toContain(`${split} → Hållbart och hälsofrämjande byggande och boende: split, suggested`)
})

test('a decision is about the two lists it names, not about every step its area is in', () => {
  const drop: LineageDecision = {
    predecessorId: 'dalarna-2020-halsa-valfard',
    successorId: null,
    change: 'dropped',
    verdict: 'confirmed',
  }
  expect(linksOf('20', 0, drop).filter((link) => link.includes('confirmed'))).toEqual([])
  expect(linksOf('20', 1, drop)).toContain('Hälsa & välfärd → –: dropped, confirmed')
})

test('on the lists that ship: one area that went on in two, with another word for each', () => {
  expect(linksOf('20', 1)).toEqual(
    expect.arrayContaining([
      'Energieffektivt samhällsbyggande → Smarta energisystem: split, suggested',
      'Energieffektivt samhällsbyggande → Hållbart och hälsofrämjande byggande och boende: split, suggested',
    ]),
  )
})

test('the reason names what differs in labels with the same words', () => {
  const area = (label: string) => ({
    id: label,
    displayLabel: label,
    verbatimLabel: label,
    language: 'sv' as const,
    translatedLabel: null,
  })
  const reason = (before: string, after: string) =>
    suggestLineage(shippedThesaurus, [area(before)], [area(after)], { previousIsComplete: true, nextIsComplete: true })[0]!.reason
      .sv
  expect(reason('Skog; vatten', 'Skog - vatten')).toBe('Samma ord; bara skiljetecken skiljer.')
  expect(reason('Skog & vatten', 'Skog och Vatten')).toBe(
    'Samma ord; bara stora och små bokstäver, småord och skiljetecken skiljer.',
  )
  expect(reason('Skog', 'Skog')).toBe('Samma namn i båda listorna.')
})
