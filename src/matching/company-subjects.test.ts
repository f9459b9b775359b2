import { expect, test } from 'vitest'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'
import { subjectsOf } from './company-subjects.ts'

const subjects = (text: string, struck: string[] = []) =>
  subjectsOf(shippedThesaurus, { text, industry: null, struck: new Set(struck) })

test('a struck word suggests nothing, and what it shared with others is less sure', () => {
  const [all, left] = [subjects('Vi sågar tall och hyvlar gran'), subjects('Vi sågar tall och hyvlar gran', ['hyvlar'])]
  const sureness = (list: typeof all) => list.find(({ id }) => id === 'sagverk-och-travaror')!.confidence
  expect(sureness(left)).toBeLessThan(sureness(all))
  expect(sureness(left)).toBeCloseTo(
    subjects('Vi sågar tall och gran').find(({ id }) => id === 'sagverk-och-travaror')!.confidence,
    3,
  )
  expect(left.flatMap(({ words }) => words)).not.toContain('hyvlar')
  expect(subjects('Sågverk', ['sågverk'])).toEqual([])
})
