import {
  area,
  at,
  cluster,
  jointArea,
  programmePeriod,
  region,
  snapshotOf,
  source,
  strategy,
} from '../../snapshot/testing/small-registry.ts'
import type { Sketch } from '../../snapshot/testing/small-registry.ts'

const alvik2015 = strategy('alvik-2015', '03', {
  from: '2015-01-01',
  to: '2021-01-01',
  source: at('plan-2015', { page: 4 }),
  body: { status: 'adopted', decidedOn: '2014-12-01' },
})
const alvik2021 = strategy('alvik-2021', '03', {
  from: '2021-01-01',
  source: at('plan-2021'),
  body: { programmePeriodId: '2021-2027', isComplete: false, note: { sv: 'Not', en: 'Note' } },
})
const adal2016 = strategy('adal-2016', '02', { from: '2016-01-01', body: { datePrecision: 'year' } })
const osterby2014 = strategy('osterby-2014', '01', { from: '2014-06-01', to: '2018-01-01' })
const bron2017 = strategy('bron-2017', 'bron', {
  from: '2017-01-01',
  source: at('blad', { line: 3, url: 'https://example.se/rad' }),
})

/**
 * Alvik has had two lists, of which an area left the first before its end; Ådal has one; Österby's list has ended and
 * has no successor. Alvik and Österby also share a list. The regions' codes are not in the order of their names.
 */
export const threeRegions: readonly Sketch[] = [
  region('03', 'Alvik', { body: { landNeighbours: ['01', '02'], waterNeighbours: ['01'] } }),
  region('01', 'Österby', { body: { slug: 'osterby', landNeighbours: ['03'] } }),
  region('02', 'Ådal', { body: { slug: 'adal', landNeighbours: ['03'] } }),
  jointArea('bron', ['01', '03'], { to: '2025-01-01' }),
  programmePeriod('2014-2020'),
  programmePeriod('2021-2027'),
  source('plan-2015'),
  source('plan-2021', { body: { date: '2021-02-01', url: null, note: { sv: 'Anm', en: 'Remark' } } }),
  source('blad', { body: { date: null, datePrecision: 'unknown', kind: 'webPage' } }),
  alvik2015,
  area('a15-energi', alvik2015, { body: { displayLabel: 'Energi', order: 2 }, source: at('plan-2015', { page: 5 }) }),
  area('a15-livsmedel', alvik2015, { body: { displayLabel: 'Livsmedel', order: 1 } }),
  area('a15-turism', alvik2015, { body: { displayLabel: 'Turism', order: 3 }, to: '2018-01-01' }),
  alvik2021,
  area('a21-energi', alvik2021, {
    body: { displayLabel: 'Energi', order: 1, confirmedOn: '2022-05-01', confirmedByRole: 'Strateg' },
    source: at('blad', { line: 7 }),
  }),
  area('a21-skog', alvik2021, { body: { displayLabel: 'Skogsindustri', verbatimLabel: 'Skogs industri', order: 2 } }),
  adal2016,
  area('d16-vind', adal2016, { body: { displayLabel: 'Vindkraft', order: 1 } }),
  area('d16-skog', adal2016, {
    body: { displayLabel: 'Forestry', language: 'en', translatedLabel: 'Skogsbruk', order: 2 },
    source: at('plan-2015'),
  }),
  osterby2014,
  area('o14-livsmedel', osterby2014, { body: { displayLabel: 'Livsmedel' } }),
  bron2017,
  area('b17-energi', bron2017, { body: { displayLabel: 'Energi och livsmedel' } }),
  cluster('kluster-a', '03', { source: at('plan-2015', { page: 9 }) }),
  cluster('kluster-b', '02'),
]

/** The three regions on a day, with further records added. */
export const threeRegionsOn = (day: string, ...further: readonly Sketch[]) => snapshotOf([...threeRegions, ...further], day)
