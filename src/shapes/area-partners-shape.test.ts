import { describe, expect, test } from 'vitest'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { areaPartnersView } from './area-partners-shape.ts'
import { contactsOf } from './from-snapshot.ts'

const snapshot = shippedSnapshot('2026-11-26')
const areas = snapshot.inForce('priorityArea')

describe('partners for an area', () => {
  test('are three at most, of other regions, one a region, each alike enough and with a reason', () => {
    for (const { id, owner } of areas) {
      const { partners } = areaPartnersView(snapshot, id)
      expect(partners.length).toBeLessThanOrEqual(3)
      const codes = partners.map(({ region }) => region.code)
      expect(new Set(codes).size).toBe(codes.length)
      if (owner.kind === 'region') expect(codes).not.toContain(owner.id)
      for (const { score, reason } of partners) {
        expect(score).toBeGreaterThanOrEqual(0.45)
        expect(reason.sv).not.toBe('')
      }
    }
  })

  test('bring what the area lacks, and name a cluster, a test site and a role where they are known', () => {
    const all = areas.flatMap(({ id }) => areaPartnersView(snapshot, id).partners)
    for (const kind of ['brings', 'clusters', 'testBeds', 'contacts'] as const)
      expect(all.filter((partner) => partner[kind].length > 0).length, kind).toBeGreaterThan(0)
    const { partners } = areaPartnersView(snapshot, 'jonkoping-2021-skogsnaring-och-traforadling')
    expect(partners.map(({ area }) => area.themes[0]!.id)).toEqual([
      'skog-och-bioekonomi',
      'skog-och-bioekonomi',
      'skog-och-bioekonomi',
    ])
    for (const { brings } of partners) expect(brings.map(({ id }) => id)).not.toContain('skogsbruk')
  })

  test('for a joint area are regions outside it', () => {
    const joint = areas.find(({ owner }) => owner.kind === 'jointArea')!
    const { memberCodes } = snapshot.get('jointArea', joint.owner.id)!
    for (const { region } of areaPartnersView(snapshot, joint.id).partners) expect(memberCodes).not.toContain(region.code)
  })

  test('have the roles of the area itself, or else those of the whole list; clusters and test sites are their own', () => {
    const found = areas.flatMap(({ id }) => areaPartnersView(snapshot, id).partners)
    const isOwn = found.map(({ area, contacts, clusters, testBeds, region }) => {
      const { strategyId } = snapshot.get('priorityArea', area.id)!
      const own = contactsOf(snapshot, { strategyId, priorityAreaId: area.id })
      expect(contacts).toEqual(own.length > 0 ? own : contactsOf(snapshot, { strategyId, priorityAreaId: null }))
      for (const { id } of clusters) expect(snapshot.get('cluster', id)!.regionCode).toBe(region.code)
      for (const { id } of testBeds) expect(snapshot.get('priorityArea', id)!.owner.id).toBe(region.code)
      return own.length > 0
    })
    expect(new Set(isOwn)).toEqual(new Set([true, false]))
  })

  test('an area that is not in force is told apart', () => {
    expect(() => areaPartnersView(snapshot, 'no-such-area')).toThrow(expect.objectContaining({ code: 'priority_not_found' }))
  })
})
