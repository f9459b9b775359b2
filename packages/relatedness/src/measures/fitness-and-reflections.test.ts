import { expect, test } from 'vitest'
import { fitness } from './fitness.ts'
import { reflections } from './reflections.ts'
import { presenceOf } from '../testing/presences.ts'

test('reflections by hand: steps are means over the other side', () => {
  const { regions, activities, notes } = reflections(presenceOf('110', '100'), { steps: 2 })
  expect([...regions[0]!.values]).toEqual([2, 1])
  expect([...regions[1]!.values]).toEqual([1.5, 2])
  expect([...activities[1]!.values]).toEqual([1.5, 2, NaN])
  expect([...regions[2]!.values]).toEqual([1.75, 1.5])
  expect(notes).toEqual([expect.objectContaining({ code: 'absent-activity', activities: ['A3'] })])
})

test('fitness by hand: one round from ones', () => {
  // F = (2, 1), mean 1.5. Q: A1 in two regions 1/2, A2 in one 1, mean 0.75.
  const { fitness: values, complexity, iterations, converged } = fitness(presenceOf('11', '10'), { iterations: 1 })
  expect([...values.values]).toEqual([2 / 1.5, 1 / 1.5])
  expect([...complexity.values]).toEqual([0.5 / 0.75, 1 / 0.75])
  expect({ iterations, converged }).toEqual({ iterations: 1, converged: false })
})

test('fitness says when it has settled and when it has not', () => {
  const settled = fitness(presenceOf('110', '011', '101'))
  expect(settled.converged).toBe(true)
  expect([...settled.fitness.values]).toEqual([1, 1, 1])
  const falling = fitness(presenceOf('111', '110', '100'), { iterations: 50 })
  expect(falling.notes.map(({ code }) => code)).toContain('not-converged')
})

test('regions without any specialisation take no part', () => {
  const { fitness: values, notes } = fitness(presenceOf('11', '10', '00'))
  expect(values.values[2]).toBeNaN()
  expect(notes).toContainEqual(expect.objectContaining({ code: 'absent-region', regions: ['R3'] }))
})

test('numbers of steps that make no sense are refused', () => {
  expect(() => reflections(presenceOf('1'), { steps: -1 })).toThrow('whole number from 0 to 1000')
  expect(() => fitness(presenceOf('1'), { iterations: 0 })).toThrow('a whole number of 1 or more')
})
