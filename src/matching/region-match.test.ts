import { describe, expect, test } from 'vitest'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { findRegionGroups } from './region-groups.ts'
import { areasOf, findRegionProposals, themesChosen } from './region-match.ts'

const snapshot = shippedSnapshot('2026-11-01')

describe('partners of a region', () => {
  const proposals = findRegionProposals(snapshot, '03')
  const of = (code: string) => proposals.find(({ region }) => region.code === code)!

  test('are all the others, by name, so that it is no league table', () => {
    const names = proposals.map(({ region }) => region.name)
    expect(names).toHaveLength(20)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'sv')))
  })

  test('with choices alike, each area at most once, and a reason', () => {
    const { shared } = of('14')
    expect(shared.map(({ own, other }) => `${own.displayLabel} – ${other.displayLabel}`)).toContain(
      'Life science – Hälsa och life science',
    )
    expect(new Set(shared.map(({ own }) => own.id)).size).toBe(shared.length)
    for (const { reason } of shared) expect(reason.sv.length).toBeGreaterThan(10)
  })

  test('what one brings the other lacks, and is related to something it has', () => {
    const ours = themesChosen(snapshot, areasOf(snapshot, '03'))
    for (const { brings, region } of proposals) {
      const theirs = themesChosen(snapshot, areasOf(snapshot, region.code))
      for (const { themeId, besideThemeId } of brings) {
        expect(ours.has(themeId)).toBe(false)
        expect(theirs.has(themeId)).toBe(true)
        expect(ours.has(besideThemeId)).toBe(true)
      }
    }
  })

  test('and how near they are to each other', () => {
    expect([of('19').nearness, of('12').nearness]).toEqual(['byLand', 'apart'])
    const kronoberg = findRegionProposals(snapshot, '07').find(({ region }) => region.code === '06')!
    expect(kronoberg.jointAreas.map(({ name }) => name)).toEqual(['Småland och Öarna'])
  })

  test('of a region whose areas are unknown have nothing in common with it, and say so by being empty', () => {
    const unknown = findRegionProposals(snapshot, '24')
    expect(unknown).toHaveLength(20)
    for (const { shared, brings } of unknown) expect([shared, brings]).toEqual([[], []])
  })

  test('a region that is not there has none', () => {
    expect(findRegionProposals(snapshot, '99')).toEqual([])
  })
})

describe('groups', () => {
  test('cover the themes asked for, with the region that must take part', () => {
    const groups = findRegionGroups(snapshot, { themeIds: ['energi', 'livsmedel', 'rymd-och-flyg'], regionCode: '25', size: 3 })
    expect(groups.length).toBeGreaterThan(0)
    for (const { regions, missing } of groups) {
      expect(regions).toHaveLength(3)
      expect(regions.map(({ code }) => code)).toContain('25')
      expect(missing).toEqual([])
    }
  })

  test('name the pairs that share a border, and else those that share a lake', () => {
    const [first] = findRegionGroups(snapshot, { themeIds: ['livsmedel'], regionCode: '09', size: 3 })
    expect(first!.neighbours.every(({ regions }) => regions.every(({ code }) => code !== '09'))).toBe(true)
    for (const { neighbours } of findRegionGroups(snapshot, { themeIds: ['energi', 'livsmedel'], regionCode: '18', size: 5 }))
      for (const { regions, nearness } of neighbours) {
        const [one, other] = regions
        expect(nearness === 'byLand').toBe(one.landNeighbours.includes(other.code))
        expect(one.landNeighbours.includes(other.code) || one.waterNeighbours.includes(other.code)).toBe(true)
      }
  })

  test('a theme that nobody has is listed as missing', () => {
    const chosen = new Set(
      snapshot.inForce('region').flatMap(({ code }) => [...themesChosen(snapshot, areasOf(snapshot, code)).keys()]),
    )
    const nobody = ['textil-och-inredning', 'gruvor-och-metall'].find((id) => !chosen.has(id))!
    const [first] = findRegionGroups(snapshot, { themeIds: ['energi', nobody], regionCode: null, size: 3 })
    expect(first!.missing).toEqual([nobody])
  })

  test('the same question has the same answer', () => {
    const ask = () =>
      findRegionGroups(snapshot, { themeIds: ['energi', 'besoksnaring'], regionCode: null, size: 4 }).map(({ regions }) =>
        regions.map(({ code }) => code),
      )
    expect(ask()).toEqual(ask())
  })
})
