import type { MeasureInput } from './cli-input.ts'
import {
  changeOf,
  complexityOf,
  densityOf,
  gridOf,
  intervalRows,
  linkagesOf,
  listOf,
  nearestPeers,
  nearOf,
  optionRows,
  outlookOf,
  pairsOf,
  presenceOf,
  quotientsOf,
  shiftCells,
  shiftRows,
  varietyRows,
} from './cli-measure-steps.ts'
import type { NearnessNeed } from './cli-nearness.ts'
import type { MeasureOutput } from './cli-output.ts'
import { companionSeries } from '../csv/companion-file.ts'
import { coOccurrence } from '../measures/co-occurrence.ts'
import { type CoOccurrenceMeasure, coOccurrenceRelatedness } from '../measures/co-occurrence-measures.ts'
import * as concentration from '../measures/concentration.ts'
import { effectiveActivities, entropy } from '../measures/entropy-variety.ts'
import { fitness } from '../measures/fitness.ts'
import { entries, exits, growth } from '../measures/industrial-change.ts'
import { logLocationQuotient, symmetricLocationQuotient } from '../measures/location-quotient.ts'
import { expy, prody } from '../measures/productivity-levels.ts'
import { correlationProximity, proximity } from '../measures/proximity.ts'
import { emptyNotes, reflections } from '../measures/reflections.ts'
import { relatednessDistance } from '../measures/relatedness-density.ts'
import { dynamicShiftShare, shiftShare } from '../measures/shift-share.ts'
import { averageDiversity, averageUbiquity, diversity, ubiquity } from '../measures/specialisation.ts'
import { structuralDistances, structuralSimilarity } from '../measures/structural-peers.ts'
import { shareWeightedComplexity, subnationalComplexity } from '../measures/subnational-complexity.ts'
import type { Noted, Series, Table } from '../measures/table.ts'

export interface Measure {
  /** One line for the help. */
  summary: string
  /** What worker threads may make beforehand. */
  nearness?: NearnessNeed
  compute: (input: MeasureInput) => MeasureOutput
}

const byCoOccurrence = (measure: CoOccurrenceMeasure, summary: string): Measure => ({
  summary,
  compute: (input) => {
    const presence = presenceOf(input)
    return pairsOf('activity', presence.activities, () => coOccurrenceRelatedness(coOccurrence(presence), measure), presence)
  },
})

const ofRegions = (summary: string, measure: (table: Table) => Series & Noted): Measure => ({
  summary,
  compute: ({ table }) => listOf('region', measure(table)),
})

const ofActivities = (summary: string, measure: (table: Table) => Series & Noted): Measure => ({
  summary,
  compute: ({ table }) => listOf('activity', measure(table)),
})

/** The measures of the command line, by name, in the order of the help. Adding one is one entry. */
export const measures: Readonly<Record<string, Measure>> = {
  'location-quotient': {
    summary: 'share in the region over share in all regions (RCA)',
    compute: (input) => gridOf(quotientsOf(input)),
  },
  'log-location-quotient': {
    summary: 'natural logarithm of the location quotient',
    compute: (input) => {
      const quotients = quotientsOf(input)
      return gridOf(logLocationQuotient(quotients), quotients)
    },
  },
  'symmetric-location-quotient': {
    summary: '(LQ − 1) / (LQ + 1), −1 to 1',
    compute: (input) => {
      const quotients = quotientsOf(input)
      return gridOf(symmetricLocationQuotient(quotients), quotients)
    },
  },
  'quotient-interval': { summary: 'location quotient with an interval of chance or rounding, and flags', compute: intervalRows },
  specialisation: {
    summary: '1 where the location quotient reaches the threshold',
    compute: (input) => gridOf(presenceOf(input)),
  },
  diversity: {
    summary: 'number of activities a region is specialised in',
    compute: (input) => {
      const presence = presenceOf(input)
      return listOf('region', diversity(presence), presence)
    },
  },
  ubiquity: {
    summary: 'number of regions specialised in an activity',
    compute: (input) => {
      const presence = presenceOf(input)
      return listOf('activity', ubiquity(presence), presence)
    },
  },
  'average-ubiquity': {
    summary: 'mean ubiquity of what a region is specialised in',
    compute: (input) => {
      const presence = presenceOf(input)
      return listOf('region', averageUbiquity(presence), presence, {
        notes: emptyNotes(presence, diversity(presence).values, ubiquity(presence).values),
      })
    },
  },
  'average-diversity': {
    summary: 'mean diversity of the regions specialised in an activity',
    compute: (input) => {
      const presence = presenceOf(input)
      return listOf('activity', averageDiversity(presence), presence, {
        notes: emptyNotes(presence, diversity(presence).values, ubiquity(presence).values),
      })
    },
  },
  'co-occurrence': {
    summary: 'number of regions two activities share',
    compute: (input) => {
      const presence = presenceOf(input)
      return pairsOf('activity', presence.activities, () => coOccurrence(presence), presence)
    },
  },
  proximity: {
    summary: 'smaller of the two conditional probabilities of two activities, 0–1',
    compute: (input) => {
      const presence = presenceOf(input)
      return pairsOf('activity', presence.activities, () => nearOf(input, presence), presence)
    },
  },
  'region-proximity': {
    summary: 'the same of two regions',
    compute: (input) => {
      const presence = presenceOf(input)
      return pairsOf('region', presence.regions, () => proximity(presence, { of: 'regions' }), presence)
    },
  },
  'correlation-proximity': {
    summary: 'correlation of two activities’ location quotients, as (1 + r) / 2',
    compute: (input) => {
      const quotients = quotientsOf(input)
      return pairsOf('activity', quotients.activities, () => correlationProximity(quotients), quotients)
    },
  },
  association: byCoOccurrence('association', 'co-occurrences of two activities over those of chance'),
  cosine: byCoOccurrence('cosine', 'co-occurrences over the root of the two totals’ product'),
  jaccard: byCoOccurrence('jaccard', 'co-occurrences over all occurrences of either'),
  'probability-index': byCoOccurrence('probability', 'co-occurrences over those of chance, without drawing the same twice'),
  density: {
    summary: 'relatedness density: how much of what is near an activity a region has, 0–1',
    nearness: 'density',
    compute: (input) => {
      const presence = presenceOf(input)
      return gridOf(densityOf(input, presence), presence)
    },
  },
  distance: {
    summary: 'one less the relatedness density',
    nearness: 'density',
    compute: (input) => {
      const presence = presenceOf(input)
      const density = densityOf(input, presence)
      return gridOf(relatednessDistance(density), presence, density)
    },
  },
  eci: {
    summary: 'economic complexity index of regions',
    compute: (input) => {
      const complexity = complexityOf(input)
      return listOf('region', complexity.eci, complexity)
    },
  },
  pci: {
    summary: 'complexity index of activities',
    compute: (input) => {
      const complexity = complexityOf(input)
      return listOf('activity', complexity.pci, complexity)
    },
  },
  fitness: {
    summary: 'fitness of regions',
    compute: (input) => {
      const presence = presenceOf(input)
      const result = fitness(presence)
      return listOf('region', result.fitness, presence, result)
    },
  },
  'fitness-complexity': {
    summary: 'complexity of activities that goes with fitness',
    compute: (input) => {
      const presence = presenceOf(input)
      const result = fitness(presence)
      return listOf('activity', result.complexity, presence, result)
    },
  },
  reflections: {
    summary: 'method of reflections of regions, step 18',
    compute: (input) => {
      const presence = presenceOf(input)
      const result = reflections(presence, { steps: 18 })
      return listOf('region', result.regions[18]!, presence, result)
    },
  },
  'outlook-index': {
    summary: 'complexity outlook of regions: how near they are to complex activities',
    nearness: 'outlook',
    compute: (input) => {
      const outlook = outlookOf(input)
      return listOf('region', outlook.index, outlook)
    },
  },
  'outlook-gain': {
    summary: 'what the outlook gains by each activity (the Atlas formula)',
    nearness: 'outlook',
    compute: (input) => {
      const outlook = outlookOf(input)
      return gridOf(outlook.gain, outlook)
    },
  },
  options: {
    summary: 'activities a region could enter: density, complexity, quadrant, score',
    nearness: 'density',
    compute: optionRows,
  },
  linkages: {
    summary: 'what another region could add of what is related to what a region lacks',
    compute: (input) => {
      const { byRegion, notes } = linkagesOf(input)
      return pairsOf('region', byRegion.labels, () => byRegion, { notes })
    },
  },
  'activity-linkages': {
    summary: 'what all other regions could add, by region and activity',
    compute: (input) => {
      const { byActivity, notes } = linkagesOf(input)
      return gridOf(byActivity, { notes })
    },
  },
  entropy: ofRegions('Shannon entropy of a region’s activities, bits', entropy),
  'effective-activities': ofRegions('how many activities of equal size would be as varied', effectiveActivities),
  variety: { summary: 'related and unrelated variety, bits; --with activities and their groups', compute: varietyRows },
  herfindahl: ofRegions('Herfindahl index of a region', concentration.herfindahl),
  krugman: ofRegions('Krugman specialisation index of a region, 0–2', concentration.krugmanIndex),
  'specialisation-coefficient': ofRegions('half the Krugman index, 0–1', concentration.specialisationCoefficient),
  'average-location-quotient': ofRegions(
    'location quotients of a region weighted by its shares',
    concentration.averageLocationQuotient,
  ),
  hachman: ofRegions('Hachman index of a region, 0–1: likeness to the whole', concentration.hachman),
  gini: ofActivities('Gini coefficient of an activity over regions', concentration.gini),
  'hoover-gini': ofActivities('Gini coefficient of an activity against all activity, 0–1', concentration.hooverGini),
  'locational-gini': ofActivities('half the Hoover Gini, 0–0.5', concentration.locationalGini),
  hoover: ofActivities('share of an activity that would have to move to be spread as all activity', concentration.hooverIndex),
  'structural-distance': {
    summary: 'Jensen–Shannon distance of two regions’ structures, 0–1',
    compute: ({ table }) => pairsOf('region', table.regions, () => structuralDistances(table)),
  },
  'structural-overlap': {
    summary: 'sum of the smaller shares of two regions, 0–1',
    compute: ({ table }) => pairsOf('region', table.regions, () => structuralSimilarity(table)),
  },
  'structural-peers': { summary: 'the five regions whose structure is nearest', compute: nearestPeers },
  prody: {
    summary: 'level of an activity: mean over regions by location quotient; --with regions and GDP per head, say',
    compute: ({ table, companion }) => {
      const attribute = companionSeries(companion, table.regions, 'any')
      return listOf('activity', prody(table, attribute), attribute)
    },
  },
  expy: {
    summary: 'mean level of a region’s activities; --with as prody',
    compute: ({ table, companion }) => {
      const attribute = companionSeries(companion, table.regions, 'any')
      const levels = prody(table, attribute)
      return listOf('region', expy(table, levels), attribute, levels)
    },
  },
  'subnational-complexity': {
    summary: 'mean complexity of what a region is specialised in; --with activities and their complexity',
    compute: (input) => {
      const presence = presenceOf(input)
      const pci = companionSeries(input.companion, presence.activities, 'any')
      return listOf('region', subnationalComplexity(presence, pci), presence, pci)
    },
  },
  'share-weighted-complexity': {
    summary: 'mean complexity of a region’s activities by share; --with as subnational-complexity',
    compute: ({ table, companion }) => {
      const pci = companionSeries(companion, table.activities, 'any')
      return listOf('region', shareWeightedComplexity(table, pci), pci)
    },
  },
  'shift-share': {
    summary: 'change between two years in three parts, by region',
    compute: ({ period: { start, end } }) => shiftRows(shiftShare(start, end)),
  },
  'shift-share-cells': {
    summary: 'the same by region and activity',
    compute: ({ period: { start, end } }) => shiftCells(shiftShare(start, end)),
  },
  'dynamic-shift-share': {
    summary: 'the three parts year by year, summed, by region',
    compute: ({ panel }) => shiftRows(dynamicShiftShare(panel)),
  },
  growth: {
    summary: 'growth between two years as a share',
    compute: ({ period: { start, end } }) => {
      const result = growth(start, end)
      return gridOf(result.relative, result)
    },
  },
  entry: {
    summary: 'specialisations entered between two years: 1, 0, or missing where it could not',
    compute: (input) => changeOf(input, entries),
  },
  exit: {
    summary: 'specialisations left between two years: 1, 0, or missing where it could not',
    compute: (input) => changeOf(input, exits),
  },
}
