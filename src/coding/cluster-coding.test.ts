import { expect, test } from 'vitest'
import { codeCluster } from './cluster-coding.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

const { findTheme } = shippedThesaurus

test('every shipped cluster has themes that are there', () => {
  for (const { name, themeIds } of shippedSnapshot('2026-11-01').inForce('cluster'))
    expect([name, themeIds?.every((id) => findTheme(id)?.id === id)]).toEqual([name, true])
})

test('what is known of a cluster goes before what its name looks like; without it the name is all there is', () => {
  const known = codeCluster(shippedThesaurus, { name: 'Bron Innovation', themeIds: ['digitalisering'] })
  expect(known.themes.map(({ themeId }) => themeId)).toEqual(['digitalisering'])
  expect(known.concepts).toEqual([])
  expect(codeCluster(shippedThesaurus, { name: 'Paper Province' }).themes.map(({ themeId }) => themeId)).toContain(
    'skog-och-bioekonomi',
  )
  expect(
    codeCluster(shippedThesaurus, { name: 'Smart Textiles', themeIds: ['textil-och-inredning'] }).concepts.length,
  ).toBeGreaterThan(0)
})

test('a recorded theme that this edition does not have, or has by another id, is left out', () => {
  const { themes } = codeCluster(shippedThesaurus, {
    name: 'Hej',
    themeIds: ['har-funnits', 'digitalisering', findTheme('energi')!.slugEn],
  })
  expect(themes).toEqual([{ themeId: 'digitalisering', confidence: 1, words: [] }])
})
