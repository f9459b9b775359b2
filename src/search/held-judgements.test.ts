import { expect, test } from 'vitest'
import { search } from './search.ts'
import { searchIndexOf } from './search-of-snapshot.ts'
import { similarityOf } from '../likeness/similarity.ts'
import { suggestSubjects } from '../coding/coding.ts'
import { gradedGain, judgedDescriptions, judgedPairs, judgedQueries, meanOf } from '../coding/testing/judgement-files.ts'
import { rankCorrelation } from '../likeness/testing/pair-judgements.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

/**
 * The judgements of fixtures/judgements, made without knowledge of how the engine works. The tuning half has been
 * tuned for; the test half is only measured. The bars are a little below the results. SHOW_QUALITY=1 prints the numbers.
 */
const show = (...parts: unknown[]) => {
  if (process.env['SHOW_QUALITY']) console.log(...parts)
}

test.each([
  ['tuning', 0.81],
  ['test', 0.78],
] as const)('order of answers to queries, %s half: nDCG at ten reaches its bar', (split, least) => {
  const index = searchIndexOf(shippedSnapshot('2026-11-01'))
  const gains = judgedQueries(split).map(({ kind, query, grades }) => {
    const { hits } = search(index, { text: query, lang: 'sv', facets: { kind: ['priorityArea'] }, limit: 10 })
    return {
      kind,
      gain: gradedGain(
        grades,
        hits.map(({ document }) => document.id),
      ),
    }
  })
  for (const [kind, ofKind] of Map.groupBy(gains, ({ kind }) => kind))
    show(split, kind, meanOf(ofKind.map(({ gain }) => gain)).toFixed(3))
  show(split, 'all queries', meanOf(gains.map(({ gain }) => gain)).toFixed(3))
  expect(meanOf(gains.map(({ gain }) => gain))).toBeGreaterThan(least)
})

test.each([
  ['tuning', 0.78, 0.68],
  ['test', 0.74, 0.6],
] as const)(
  'likeness of pairs, %s half: rank correlation reaches its bar, and that of the hard ones',
  (split, least, leastHard) => {
    const measure = (pairs: ReturnType<typeof judgedPairs>) =>
      rankCorrelation(
        pairs.map(({ grade }) => grade),
        pairs.map(({ a, b }) => similarityOf(shippedThesaurus, a, b).score),
      )
    const pairs = judgedPairs(split)
    const hard = pairs.filter(({ isHard }) => isHard)
    show(split, 'pairs', measure(pairs).toFixed(3), 'hard', measure(hard).toFixed(3))
    expect(measure(pairs)).toBeGreaterThan(least)
    expect(measure(hard)).toBeGreaterThan(leastHard)
  },
)

test('descriptions of businesses: the first theme is what is done, not for whom, more often than its bar', () => {
  const descriptions = judgedDescriptions()
  const right = descriptions.filter(({ text, themeIds }) =>
    themeIds.includes(suggestSubjects(shippedThesaurus, text).themes[0]?.themeId ?? ''),
  )
  show('descriptions', (right.length / descriptions.length).toFixed(3))
  expect(right.length / descriptions.length).toBeGreaterThan(0.8)
})
