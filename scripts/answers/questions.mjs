// The words of the questions: those that were judged (`fixtures/judgements`), and a few more.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../prepare.mjs'

/** Days on both time axes, as query values: beside the deck, between lists, before all, after all, as known earlier. */
export const fewDays = [{ date: '2019-06-01' }, { date: '2021-06-01' }, { known: '2018-06-01' }]
export const manyDays = [
  ...fewDays,
  { date: '2018-06-01', known: '2019-01-01' },
  { date: '2018-01-31' },
  { date: '1995-01-01' },
  { date: '2030-01-01' },
]

const readRows = (name) => {
  const [head, ...lines] = readFileSync(join(root, 'fixtures/judgements', name), 'utf8')
    .split(/\r?\n/)
    .filter(Boolean)
  const names = head.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, index) => [names[index], value])))
}

const judged = readRows('queries.tsv')
const kinds = [...new Set(judged.map(({ kind }) => kind))]

const unusual = [
  '',
  '   ',
  'xyzzyx',
  'skogg',
  'Värmlnad',
  'forrest',
  'tourisme',
  'Norrbottnen',
  '"grön kemi"',
  'a',
  '17',
  'SE311',
  '<b>&"',
]

/** Words to search for: every judged query, and among them a few of each kind for what is slower to ask. */
export const searches = judged.map(({ query }) => query)
export const fewSearches = [
  ...kinds.flatMap((kind) =>
    judged
      .filter((row) => row.kind === kind)
      .map(({ query }) => query)
      .slice(0, 8),
  ),
  ...unusual,
]

/** Words that are not yet typed to their end. */
export const halfTyped = [
  ...new Set(fewSearches.flatMap((text) => [text, text.slice(0, 2), text.slice(0, 4), text.slice(0, -1)])),
]

export const companies = [
  ...readRows('companies.tsv').map(({ text, place, sni }) => ({ about: text, place, industry: sni })),
  { about: 'We make wooden houses', place: 'Umea', industry: '' },
  { about: 'We develop software for hospitals', place: '', industry: '' },
  { about: 'Vi bygger trähus', place: 'Växjö', industry: '16.233' },
  { about: 'Vi driver hotell', place: 'Åby', industry: '' },
  { about: 'xyzzyx', place: 'Atlantis', industry: '1' },
  { about: '', place: 'Kiruna', industry: '07100' },
  { about: '', place: '', industry: '' },
]

export const descriptions = [
  ...readRows('descriptions.tsv').map(({ text }) => text),
  'We weld boats in aluminium',
  'Forest owners’ cooperative that makes bio fuels',
]

export const pairs = readRows('pairs.tsv').slice(0, 12)

/** Requests that must be refused or find nothing: method, address and headers. */
export const refusals = [
  '/finns-inte',
  '/finns-inte/alls',
  '/en/nothing/here',
  '/region/atlantis',
  '/en/region/atlantis',
  '/region/VARMLAND',
  '/region/varmland/',
  '/en/',
  '/prioritet/finns-inte',
  '/prioritet/finns-inte/kodning',
  '/prioritet/varmland-2018-skoglig-bioekonomi/kodning?datum=2024-01-01',
  '/tema/finns-inte',
  '/en/theme/livsmedel',
  '/period/1999-2000',
  '/kalla/finns-inte',
  '/samverkan/finns-inte',
  '/historik/priorityArea/finns-inte',
  '/historik/finns-inte/17',
  '/historik/__proto__/17',
  '/region/norrbotten?datum=1989-12-31',
  '/region/norrbotten?datum=2018-02-30',
  '/en/region/norrbotten?date=yesterday',
  '/?kant=31/1',
  '/?datum=2036-11-27',
  '/sok?q=%00',
  '/tabell?sortera=finns-inte&region=atlantis',
  '/granska?region=atlantis',
  '/jamfor?region=atlantis',
  '/matchning?region=atlantis',
  '/matchning?region=kronoberg&tema=finns-inte&antal=9',
  '/matchning?region=kronoberg&datum=1995-01-01',
  '/andrat?fran=2021-01-01&till=2019-01-01',
  '/andrat?fran=igar',
  '/%E0%A4%A',
  '/..%2f..%2fetc/passwd',
  '/api/v1/finns-inte',
  '/api/v1/regions/atlantis',
  '/api/v1/regions?farg=bla',
  '/api/v1/regions?date=2018-02-30',
  '/api/v1/regions?known=igar',
  '/api/v1/priorities?owner=17',
  '/api/v1/priorities?limit=1001',
  '/api/v1/priorities?offset=-1',
  '/api/v1/priorities?offset=100000',
  '/api/v1/priorities/finns-inte',
  '/api/v1/priorities/finns-inte/coding',
  '/api/v1/themes/finns-inte',
  '/api/v1/changes?from=2021-01-01&to=2019-01-01',
  '/api/v1/differences?from=x',
  '/api/v1/coding?text=%20',
  `/api/v1/coding?text=${'x'.repeat(2001)}`,
  '/api/v1/match/company?place=Atlantis&about=hotell',
  '/api/v1/match/company?industry=99999',
  '/api/v1/match/groups',
  '/api/v1/match/groups?themes=finns-inte',
  '/api/v1/match/groups?themes=energi&size=9',
  '/api/v1/match/regions/atlantis',
  '/api/v1/match/regions/atlantis/peers',
  '/api/v1/records/region/99/history',
  '/api/v1/records/finns-inte/17/history',
  '/api/v1/tables/finns-inte.csv',
  '/api/v1/tables/priorities.csv?variant=finns-inte',
  '/api/v1/suggest?q=skog&lang=de',
]
