// Fits the weights of facts/fitted-weights.tsv on the tuning half of the blind judgements and prints them, to be reviewed and pasted.
import { featuresOfThemes, themeFeatures } from '../src/coding/area-themes.ts'
import { judgedAreaPairs, judgedAreas } from '../src/coding/testing/judged-areas.ts'
import { featuresOfPair, likenessFeatures } from '../src/likeness/area-likeness.ts'
import { shippedSnapshot } from '../src/snapshot/testing/shipped-snapshot.ts'
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

const snapshot = shippedSnapshot('2026-11-27')
const thesaurus = thesaurusOf(snapshot)

fitThemes()
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
