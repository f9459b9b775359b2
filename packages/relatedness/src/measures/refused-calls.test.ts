import { describe, expect, test } from 'vitest'
import * as engine from '../relatedness.ts'
import { presenceOf } from '../testing/presences.ts'
import { tableOf } from '../testing/any-table.ts'

const table = tableOf([5, 1, 2], [1, 4, 3], [2, 2, 6])
const presence = presenceOf('110', '011', '001')
const pci = engine.seriesFrom(presence.activities, { A1: 1, A2: 0, A3: -1 })
const pairs = engine.proximity(presence)
const counts = engine.coOccurrence(presence)
const panel = { years: ['1', '2'], tables: [table, table] }
const records = engine.toRecords(table)

/** Every public function that takes options, called with the given ones. */
const withOptions: Record<string, (options: never) => unknown> = {
  analyse: (options) => engine.analyse(table, options),
  coOccurrence: (options) => engine.coOccurrence(presence, options),
  coOccurrenceRelatedness: (options) => engine.coOccurrenceRelatedness(counts, 'cosine', options),
  complexityOutlook: (options) => engine.complexityOutlook(presence, pci, options),
  correlationProximity: (options) => engine.correlationProximity(table, options),
  diversificationOptions: (options) =>
    engine.diversificationOptions({ presence, density: engine.relatednessDensity(presence), pci }, options),
  analysePanel: (options) => engine.analysePanel(panel, options),
  entrySignificance: (options) => engine.entrySignificance(presence, presence, engine.relatednessDensity(presence), options),
  modularComplexity: (options) => engine.modularComplexity(presence, options),
  nearestActivities: (options) => engine.nearestActivities(presence, options),
  relatednessSignificance: (options) => engine.relatednessSignificance(presence, options),
  disparityFilter: (options) => engine.disparityFilter(pairs, options),
  networkBackbone: (options) => engine.networkBackbone(pairs, options),
  networkCommunities: (options) => engine.networkCommunities(engine.maximumSpanningTree(pairs), options),
  networkLayout: (options) => engine.networkLayout(engine.maximumSpanningTree(pairs), options),
  dynamicShiftShare: (options) => engine.dynamicShiftShare(panel, options),
  economicComplexity: (options) => engine.economicComplexity(presence, options),
  findStructuralPeers: (options) => engine.findStructuralPeers(table, 'R1', options),
  fitness: (options) => engine.fitness(presence, options),
  gini: (options) => engine.gini(table, options),
  herfindahl: (options) => engine.herfindahl(table, options),
  hooverCurve: (options) => engine.hooverCurve(table, 'A1', options),
  hooverGini: (options) => engine.hooverGini(table, options),
  hooverIndex: (options) => engine.hooverIndex(table, options),
  interregionalLinkages: (options) => engine.interregionalLinkages(presence, pairs, options),
  krugmanIndex: (options) => engine.krugmanIndex(table, options),
  locationQuotient: (options) => engine.locationQuotient(table, options),
  locationalGini: (options) => engine.locationalGini(table, options),
  panelFromRecords: (options) => engine.panelFromRecords(records, options),
  proximity: (options) => engine.proximity(presence, options),
  quotientInterval: (options) => engine.quotientInterval({ ...table, unit: 'count' }, options),
  readCsv: (options) => engine.readCsv('region,A\nr1,2\n', options),
  reflections: (options) => engine.reflections(presence, options),
  relatednessDensity: (options) => engine.relatednessDensity(presence, options),
  shareWeightedComplexity: (options) => engine.shareWeightedComplexity(table, pci, options),
  shiftShare: (options) => engine.shiftShare(table, table, options),
  specialisation: (options) => engine.specialisation(table, options),
  specialisationCoefficient: (options) => engine.specialisationCoefficient(table, options),
  subnationalComplexity: (options) => engine.subnationalComplexity(presence, pci, options),
  tableFromRecords: (options) => engine.tableFromRecords(records, options),
}

/** Functions that take no options. A new function must come into one of the two lists. */
const withoutOptions = `
  coOccurrenceScores crossDensity crossProximity easeOfRecombination eitherPresence entryList exitList growthList
  inverseNormalisedUbiquity normalisedUbiquity panelRows populationQuotient productAttribute relativeRelatedness
  maximumSpanningTree recordsFromColumns decodeText
  complexityAs densityAs outlookAs presenceAs proximityAs quotientsAs
  averageDiversity averageLocationQuotient averageUbiquity cellOf denseResult diversity resultAt effectiveActivities entries entropy
  exits expy growth growthByYear hachman lastingEntries linkageParts logLocationQuotient poissonInterval
  presenceFrom prody ranked relatednessDistance seriesFrom sparseTableFrom structuralDistances
  structuralSimilarity symmetricLocationQuotient tableFrom toDense toRecords toSparse ubiquity useKernel valueOf
  variety
`
  .trim()
  .split(/\s+/)

describe('options', () => {
  test('every public function is in one of the two lists', () => {
    const functions = Object.entries(engine).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
    expect(functions.sort()).toEqual([...Object.keys(withOptions), ...withoutOptions].sort())
  })

  test.each(Object.keys(withOptions))('%s refuses an option that does not exist, and names those that do', (name) => {
    const call = withOptions[name]!
    expect(() => call({} as never)).not.toThrow()
    expect(() => call({ bananas: 1 } as never)).toThrow(/there is no option «bananas»\..*option.* (?:is|are) /)
    expect(() => call('banana' as never)).toThrow(/the options must be an object/)
    expect(() => call(null as never)).toThrow(/the options must be an object/)
  })

  test.each([
    [
      'proximity',
      { kind: 'asymmetric' },
      'kind is «asymmetric»; it must be minimum, conditional or geometric. Did you mean conditional?',
    ],
    ['proximity', { kind: 'sqrt' }, 'Did you mean geometric?'],
    ['proximity', { kind: 'Minimum' }, 'Did you mean minimum?'],
    [
      'economicComplexity',
      { scaling: 'py' },
      'scaling is «py»; it must be py-ecomplexity, economiccomplexity or none. Did you mean py-ecomplexity?',
    ],
    ['complexityOutlook', { formula: 'banana' }, 'formula is «banana»; it must be atlas'],
    ['specialisation', { treshold: 2 }, 'there is no option «treshold». Did you mean threshold?'],
    ['analyse', { treshold: 2 }, 'Did you mean threshold?'],
    ['analyse', { scaling: 'pyecomplexity' }, 'Did you mean py-ecomplexity?'],
    ['relatednessDensity', { owndiagonal: true }, 'Did you mean ownDiagonal?'],
    ['relatednessDensity', { ownDiagonal: 'no' }, 'ownDiagonal is «no»; it must be true or false.'],
    ['relatednessDensity', { proximity: 3 }, 'proximity is 3; it must be a number for every pair of activities'],
    ['locationQuotient', { missing: 'zero' }, 'Did you mean as-zero?'],
    ['locationQuotient', { reference: [1, 2, 3] }, 'reference is a list of 3; it must be a series'],
    ['hooverIndex', { reference: 'region' }, 'reference is «region»; it must be regions, equal or a series'],
    ['fitness', { iterations: 2.5 }, 'it must be a whole number of 1 or more.'],
    ['diversificationOptions', { split: 'middle' }, 'split is «middle»; it must be mean, median or'],
    ['diversificationOptions', { weights: { density: 1 } }, 'weights is an object; it must be'],
    ['panelFromRecords', { unit: 'sek' }, 'unit is «sek»; it must be count or money.'],
    ['readCsv', { layout: 'broad' }, 'layout is «broad»; it must be long or wide.'],
    ['readCsv', { columns: { regio: 'x' } }, 'columns is an object; it must be an object of region'],
    ['quotientInterval', { level: 95 }, 'level is 95; it must be a number between 0 and 1.'],
    ['shiftShare', { model: 'esteban' }, 'Did you mean esteban-marquillas?'],
  ])('%s refuses %o', (name, options, message) => {
    expect(() => withOptions[name]!(options as never)).toThrow(message)
    expect(() => withOptions[name]!(options as never)).toThrow(RangeError)
  })

  test('an option that is undefined is as if it were left out', () => {
    expect(engine.proximity(presence, { kind: undefined })).toEqual(engine.proximity(presence))
  })
})

describe('arguments of the wrong kind', () => {
  test('positional choices are refused with the nearest right one', () => {
    expect(() => engine.coOccurrenceRelatedness(counts, 'assoc' as never)).toThrow('Did you mean association?')
    expect(() => engine.structuralDistances(table, 'hellinge' as never)).toThrow('Did you mean hellinger?')
    expect(() => engine.structuralSimilarity(table, 'log' as never)).toThrow('Did you mean log-quotients?')
    expect(() => engine.useKernel('wasm' as never)).toThrow('it must be webassembly or typescript')
  })

  test('quotients in place of a presence, and the reverse', () => {
    for (const wrong of [
      () => engine.proximity(table as never),
      () => engine.economicComplexity(table as never),
      () => engine.diversity(table as never),
      () => engine.coOccurrence(table as never),
      () => engine.entries(table as never, table as never),
    ])
      expect(wrong).toThrow(/presence.*but was given a table of numbers/)
    for (const wrong of [
      () => engine.locationQuotient(presence as never),
      () => engine.specialisation(presence as never),
      () => engine.entropy(presence as never),
      () => engine.gini(presence as never),
      () => engine.growth(presence as never, presence as never),
    ])
      expect(wrong).toThrow(/needs a table of numbers, but was given a presence/)
  })

  test('a table whose cells are not as many as its labels ask for', () => {
    expect(() => engine.locationQuotient({ ...table, regions: ['R1'] })).toThrow('1 regions × 3 activities need 3')
  })

  test('a text among the cells is named with its region and activity', () => {
    const given = {
      regions: ['North', 'East'],
      activities: ['Wood', 'Steel'],
      values: [
        [1, 2],
        [3, '4'],
      ],
    }
    expect(() => engine.tableFrom(given as never)).toThrow('The cell of region «East», activity «Steel» is the text «4»')
    expect(() => engine.tableFrom({ ...given, values: [1, 2] } as never)).toThrow('give one list of numbers for each region')
    expect(() => engine.tableFrom({ ...given, values: 'x' } as never)).toThrow('tableFrom: values must be')
    expect(() =>
      engine.tableFrom({
        ...given,
        values: [
          [1, 2],
          [3, 4],
        ],
        unit: 'sek',
      } as never),
    ).toThrow('unit is «sek»')
    expect(() =>
      engine.tableFrom({
        ...given,
        values: [
          [1, 2],
          [3, 4],
        ],
        units: 'count',
      } as never),
    ).toThrow('Did you mean unit?')
    expect(() => engine.tableFrom({ ...given, regions: [1, 2] } as never)).toThrow(
      'The region at place 1 is 1; names must be texts.',
    )
    expect(() => engine.tableFromRecords([{ region: 'r', activity: 'a', value: '5' }] as never)).toThrow(
      'Record 1 (region «r», activity «a»): the value is «5»',
    )
    expect(() => engine.tableFromRecords([{ regin: 'r', activity: 'a', value: 5 }] as never)).toThrow(
      'region and activity must be texts',
    )
    expect(() => engine.seriesFrom(['a'], { a: '5' } as never)).toThrow('«a» is «5»; it must be a number')
  })

  test('numbers of labels that do not exist are noted, and a label asked for comes with the nearest', () => {
    const { values, notes } = engine.seriesFrom(['North', 'East'], { North: 1, Est: 2 })
    expect([...values]).toEqual([1, NaN])
    expect(notes.map(({ code }) => code)).toEqual(['without-number', 'unmatched-label'])
    expect(() => engine.cellOf(table, 'R11', 'A1')).toThrow('There is no region «R11» in the table. Did you mean «R1»?')
  })
})
