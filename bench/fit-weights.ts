// Fits the weights of facts/fitted-weights.tsv on the tuning half of the blind judgements and prints them, to be reviewed and pasted.
import { featuresOfThemes, themeFeatures } from '../src/coding/area-themes.ts'
import { judgedPairs } from '../src/coding/testing/judgement-files.ts'
import { judgedAreaPairs, judgedAreas } from '../src/coding/testing/judged-areas.ts'
import { featuresOfPair, likenessFeatures } from '../src/likeness/area-likeness.ts'
import { compareLabels } from '../src/likeness/similarity.ts'
import { rankCorrelation } from '../src/likeness/testing/pair-judgements.ts'
import { shippedSnapshot } from '../src/snapshot/testing/shipped-snapshot.ts'
import { kinshipKinds } from '../src/thesaurus/kinship.ts'
import { thesaurusOf } from '../src/thesaurus/thesaurus-of.ts'

/** One thing that is so or not, and what speaks for it. */
interface Example {
  features: readonly number[]
  isSo: boolean
}

/** Keeps weights small where few examples speak; the first, the bias, is free. */
const ridge = 0.5
const steps = 3000
const stepSize = 0.02
const linearStep = 0.003

/** Steps that each closeness may take up or down, the large ones first. */
const kinshipSteps = [0.2, 0.1, 0.05]

/** Kinds of kinship that must not be closer than another, however few pairs speak for it. */
const nearerFirst = [
  ['parentAndChild', 'siblings'],
  ['themeMates', 'sharedTheme'],
  ['themeAndOwn', 'themeAndFurther'],
  ['themeAndFurther', 'themeBeside'],
] as const

const snapshot = shippedSnapshot('2026-11-27')
const thesaurus = thesaurusOf(snapshot)

fitThemes()
fitKinship()
fitLikeness()

/** Which themes an area is about: logistic regression over every theme of every area, those that nothing speaks for too. */
function fitThemes() {
  const examples = judgedAreas('tune').flatMap(({ areaId, themeIds }) => {
    const found = new Map(
      featuresOfThemes(thesaurus, snapshot.getBegun('priorityArea', areaId)!).map(({ theme, features }) => [
        theme.themeId,
        features,
      ]),
    )
    return thesaurus.themes.map(({ id }): Example => {
      const features = found.get(id)
      return {
        features: themeFeatures.map((name) => (name === 'bias' ? 1 : (features?.[name] ?? 0))),
        isSo: themeIds.includes(id),
      }
    })
  })
  fitLogistic(examples).forEach((weight, at) => console.log(`themes.${themeFeatures[at]!}\t${weight.toFixed(2)}`))
}

/**
 * How close the kinds of kinship are: one after the other is moved as long as the rank correlation rises, of the label pairs and of the area
 * pairs, tuning halves of both, by kindred subjects alone. Starts from the weights as they ship.
 */
function fitKinship() {
  const weights = thesaurus.weights as Record<string, number>
  let best = kinshipFit()
  for (const size of kinshipSteps)
    for (let round = 0; round < 2; round++)
      for (const name of kinshipKinds.map((kind) => `kinship.${kind}`))
        for (const step of [size, -size]) {
          const before = weights[name]!
          weights[name] = Math.min(0.9, Math.max(0, before + step))
          const fit = kinshipFit()
          if (fit > best + 0.0005 && isInOrder(weights)) best = fit
          else weights[name] = before
        }
  for (const kind of kinshipKinds) console.log(`kinship.${kind}\t${weights[`kinship.${kind}`]!.toFixed(2)}`)
}

function isInOrder(weights: Readonly<Record<string, number>>): boolean {
  return nearerFirst.every(([nearer, farther]) => weights[`kinship.${nearer}`]! >= weights[`kinship.${farther}`]!)
}

/** Rank correlation of label pairs, and of area pairs by their subjects and concepts, in equal parts. */
function kinshipFit(): number {
  const labels = judgedPairs('tuning')
  const areas = judgedAreaPairs('tune').map(({ areaIds: [a, b], grade }) => {
    const { subjects, concepts } = featuresOfPair(
      snapshot,
      snapshot.getBegun('priorityArea', a)!,
      snapshot.getBegun('priorityArea', b)!,
    )
    return { grade, score: subjects + concepts }
  })
  const ofLabels = rankCorrelation(
    labels.map(({ grade }) => grade),
    labels.map(({ a, b }) => compareLabels(thesaurus, a, b).score),
  )
  const ofAreas = rankCorrelation(
    areas.map(({ grade }) => grade),
    areas.map(({ score }) => score),
  )
  return (ofLabels + ofAreas) / 2
}

/** How alike two areas are: linear regression of the judge's grade, 4 taken as 1. */
function fitLikeness() {
  const examples = judgedAreaPairs('tune').map(({ areaIds: [a, b], grade }): Graded => {
    const features = featuresOfPair(snapshot, snapshot.getBegun('priorityArea', a)!, snapshot.getBegun('priorityArea', b)!)
    return { features: likenessFeatures.map((name) => features[name]), grade: grade / 4 }
  })
  fitLinear(examples).forEach((weight, at) => console.log(`likeness.${likenessFeatures[at]!}\t${weight.toFixed(2)}`))
}

interface Graded {
  features: readonly number[]
  grade: number
}

function fitLinear(examples: readonly Graded[]): number[] {
  const weights = examples[0]!.features.map(() => 0)
  for (let step = 0; step < steps; step++) {
    const slopes = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight))
    for (const { features, grade } of examples) {
      const error = features.reduce((total, feature, at) => total + feature * weights[at]!, 0) - grade
      features.forEach((feature, at) => (slopes[at]! += error * feature))
    }
    slopes.forEach((slope, at) => (weights[at]! -= linearStep * slope))
  }
  return weights
}

function fitLogistic(examples: readonly Example[]): number[] {
  const weights = examples[0]!.features.map(() => 0)
  for (let step = 0; step < steps; step++) {
    const slopes = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight))
    for (const { features, isSo } of examples) {
      const sum = features.reduce((total, feature, at) => total + feature * weights[at]!, 0)
      const error = 1 / (1 + Math.exp(-sum)) - Number(isSo)
      features.forEach((feature, at) => (slopes[at]! += error * feature))
    }
    slopes.forEach((slope, at) => (weights[at]! -= stepSize * slope))
  }
  return weights
}
