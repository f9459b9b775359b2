import { expect, test } from 'vitest'
import { findLineage } from '../likeness/lineage.ts'
import { lineageBetween } from '../likeness/lineage-between.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { isGuess, linkStanding } from './link-standing.ts'

const review = { reviewer: 'editor', confidence: 'medium', sourceId: 'a' } as const

test.each([
  [{ change: 'merged', basis: 'reviewed', review }, 'Bedömt av Spets redaktion, ganska säkert', false],
  [{ change: 'merged', basis: 'suggested', review: null }, 'Maskinens förslag', true],
  [{ change: 'unchanged', basis: 'suggested', review: null }, 'Samma ord i båda listorna', false],
  [{ change: 'renamed', basis: 'confirmed', review: null }, 'Bekräftat av en person', false],
] as const)('%o is worded once', (link, sv, guess) => {
  expect(linkStanding(link).sv).toBe(sv)
  expect(isGuess(link)).toBe(guess)
})

test('a merger followed by the same words is told alike by step and by the whole way', () => {
  const kalmar = { kind: 'region', id: '08' } as const
  const snapshot = shippedSnapshot('2026-11-27')
  const [step] = findLineage(snapshot, kalmar)
  const whole = lineageBetween(snapshot, kalmar, { fromStrategyId: 'kalmar-2018', toStrategyId: 'kalmar-2021' })!
  const mergersOf = (links: typeof whole) =>
    links.filter(({ change }) => change === 'merged').map((link) => `${link.predecessor!.id}: ${linkStanding(link).sv}`)
  expect(mergersOf(step!.links)).toHaveLength(3)
  expect(mergersOf(whole).toSorted()).toEqual(mergersOf(step!.links).toSorted())
})

test('every link that is told as reviewed names who has reviewed it', () => {
  const snapshot = shippedSnapshot('2026-11-27')
  const owners = snapshot.inForce('region').map(({ code }) => ({ kind: 'region' as const, id: code }))
  const reviewed = owners
    .flatMap((owner) => {
      const steps = findLineage(snapshot, owner)
      const ids = { fromStrategyId: steps[0]?.from.strategy.id ?? '', toStrategyId: steps.at(-1)?.to.strategy.id ?? '' }
      return lineageBetween(snapshot, owner, ids) ?? []
    })
    .filter(({ basis }) => basis === 'reviewed')
  expect(reviewed.length).toBeGreaterThan(20)
  expect(reviewed.filter((link) => !linkStanding(link).sv.startsWith('Bedömt av'))).toEqual([])
})
