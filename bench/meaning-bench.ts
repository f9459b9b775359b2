// How well companies and queries are understood, by the judgements made blind in November 2026, with 95 % bootstrap intervals. `-- tune` takes
// one half alone, `-- second` what a second judge wrote later.
import { gradedGain } from '../src/coding/testing/judgement-files.ts'
import { companyOutcomes } from '../src/matching/testing/company-outcomes.ts'
import { search } from '../src/search/search.ts'
import { searchIndexOf } from '../src/search/search-of-snapshot.ts'
import { blindQueries, meanWithInterval } from '../src/search/testing/blind-judgements.ts'
import { shippedSnapshot } from '../src/snapshot/testing/shipped-snapshot.ts'

const snapshot = shippedSnapshot('2026-11-27')
const index = searchIndexOf(snapshot)

const figure = (values: readonly number[]): string => {
  const { mean, from, to } = meanWithInterval(values)
  return `${mean.toFixed(3)} (${from.toFixed(3)}–${to.toFixed(3)}), n ${values.length}`
}
const share = (values: readonly boolean[]): string => figure(values.map(Number))

console.log(
  '| half | companies, nDCG at ten | that fit nothing: silent | first of the own region right | queries, nDCG at ten | that should find nothing: silent |',
)
console.log('|---|---|---|---|---|---|')
const [only] = process.argv.slice(2)

for (const half of ['tune', 'measure', 'second'] as const) {
  if (only && only !== half) continue
  const { gains, silent, ownRight } = companyOutcomes(snapshot, half)
  const answers = blindQueries(half).map(({ query, language, grades }) => {
    const { hits } = search(index, {
      text: query,
      lang: language,
      facets: { kind: ['priorityArea'] },
      onlyInForce: true,
      limit: 10,
    })
    const found = hits.map(({ document }) => document.id)
    return { isNothing: grades.size === 0, gain: gradedGain(grades, found), isSilent: found.length === 0 }
  })
  const [nothing, something] = [answers.filter(({ isNothing }) => isNothing), answers.filter(({ isNothing }) => !isNothing)]
  console.log(
    `| ${half} | ${figure(gains)} | ${share(silent)} | ${share(ownRight)} | ` +
      `${figure(something.map(({ gain }) => gain))} | ${share(nothing.map(({ isSilent }) => isSilent))} |`,
  )
}
