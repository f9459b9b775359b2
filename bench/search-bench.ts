// Search beside MiniSearch on the same records and queries in the same run, and how many companies are matched in a second.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import MiniSearch from 'minisearch'
import { findCompanyFit } from '../src/matching/company-fit.ts'
import { search } from '../src/search/search.ts'
import { findSearchDocuments } from '../src/search/search-documents.ts'
import type { SearchDocument } from '../src/search/search-document.ts'
import { buildSearchIndex } from '../src/search/search-index.ts'
import { gradedGain, judgedCompanies, judgedQueries, meanOf } from '../src/coding/testing/judgement-files.ts'
import { shippedSnapshot } from '../src/snapshot/testing/shipped-snapshot.ts'
import { shippedThesaurus } from '../src/thesaurus/testing/shipped-thesaurus.ts'

const snapshot = shippedSnapshot('2026-11-01')
const shipped = findSearchDocuments(snapshot)
const queries = [...judgedQueries('tuning'), ...judgedQueries('test')]

/** The shipped records and pairs of their titles, up to `count`. */
function manyDocuments(count: number): SearchDocument[] {
  const areas = shipped.filter(({ kind }) => kind === 'priorityArea')
  const more = Array.from({ length: count - shipped.length }, (_, at): SearchDocument => {
    const [one, other] = [areas[at % areas.length]!, areas[(at * 7919 + 13) % areas.length]!]
    return {
      ...one,
      id: `made-${at}`,
      title: `${one.title} och ${other.title}`,
      conceptIds: [...one.conceptIds, ...other.conceptIds],
    }
  })
  return [...shipped, ...more]
}

function miniSearchOf(documents: readonly SearchDocument[]): MiniSearch {
  const mini = new MiniSearch({
    fields: ['title', 'titleEn', 'text'],
    idField: 'key',
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
  })
  mini.addAll(
    documents.map(({ id, kind, title, titleEn, text }) => ({ key: `${kind} ${id}`, title, titleEn: titleEn ?? '', text })),
  )
  return mini
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now()
  const result = work()
  return { ms: performance.now() - start, result }
}

/** Median and 99th percentile of a call for every query, each asked ten times. */
function latency(ask: (query: string) => unknown): { median: number; p99: number } {
  const times: number[] = []
  for (let round = 0; round < 10; round++) for (const { query } of queries) times.push(timed(() => ask(query)).ms)
  const late = times.slice(queries.length).sort((a, b) => a - b)
  return { median: late[Math.floor(late.length / 2)]!, p99: late[Math.floor(late.length * 0.99)]! }
}

const ms = (value: number) => `${value.toFixed(2)} ms`
console.log(
  '| records | index built, ours | MiniSearch | median, ours | MiniSearch | 99th percentile, ours | MiniSearch |\n|---|---|---|---|---|---|---|',
)
for (const count of [shipped.length, 10_000]) {
  const documents = manyDocuments(count)
  const ours = timed(() => buildSearchIndex(shippedThesaurus, documents))
  const mini = timed(() => miniSearchOf(documents))
  const [own, other] = [
    latency((query) => search(ours.result, { text: query, lang: 'sv', limit: 20 })),
    latency((query) => mini.result.search(query).slice(0, 20)),
  ]
  console.log(
    `| ${count} | ${ours.ms.toFixed(0)} ms | ${mini.ms.toFixed(0)} ms | ${ms(own.median)} | ${ms(other.median)} | ${ms(own.p99)} | ${ms(other.p99)} |`,
  )
  if (count === 10_000)
    console.log(
      `\nMiniSearch's index of ${count} records is ${(gzipSync(JSON.stringify(mini.result)).length / 1024).toFixed(0)} kB gzip.`,
    )
}

const packed = (text: string) => gzipSync(text).length / 1024
const program = readdirSync('dist/client/assets')
  .filter((name) => name.startsWith('search-worker-'))
  .map((name) => packed(readFileSync(`dist/client/assets/${name}`, 'utf8')))
console.log(
  `\nSent to a browser that answers while one types, gzip: the ${shipped.length} records ${packed(JSON.stringify(shipped)).toFixed(0)} kB, ` +
    `program ${program.reduce((sum, size) => sum + size, 0).toFixed(0)} kB; ` +
    `MiniSearch's index of the same records ${packed(JSON.stringify(miniSearchOf(shipped))).toFixed(0)} kB.`,
)

const index = buildSearchIndex(shippedThesaurus, shipped)
const mini = miniSearchOf(shipped.filter(({ kind }) => kind === 'priorityArea'))
const gains = (find: (query: string) => string[]) => meanOf(queries.map(({ query, grades }) => gradedGain(grades, find(query))))
const ownGain = gains((query) =>
  search(index, { text: query, lang: 'sv', facets: { kind: ['priorityArea'] }, limit: 10 }).hits.map(
    ({ document }) => document.id,
  ),
)
const miniGain = gains((query) =>
  mini
    .search(query)
    .slice(0, 10)
    .map(({ id }) => String(id).replace('priorityArea ', '')),
)
console.log(
  `\nOrder of answers (nDCG at ten, ${queries.length} judged queries): ours ${ownGain.toFixed(2)}, MiniSearch ${miniGain.toFixed(2)}.`,
)

const companies = [...judgedCompanies('tuning'), ...judgedCompanies('test')]
const words = companies.flatMap(({ text }) => text.split(' '))
const textAt = (at: number) =>
  Array.from({ length: 8 }, (_, i) => words[(at * 7919 + i * 104_729 + at * at * i) % words.length]).join(' ')
const { ms: spent } = timed(() => {
  for (let at = 0; at < 20_000; at++)
    findCompanyFit(snapshot, { text: textAt(at), regionCode: companies[at % companies.length]!.regionCode, industry: null })
})
console.log(`\nCompanies matched in a second, one thread: ${Math.round(20_000_000 / spent)}.`)
