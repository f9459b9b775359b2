// How right the codes of areas and the likeness of pairs are, on the sets judged blind in November 2026, with 95 % intervals. `-- tune` takes
// one half alone (or `second`, what a second judge wrote later); `-- tune misses` prints its rows that went wrong. Rows of the others are never printed.
import { codeArea, keptOf } from '../src/coding/area-coding.ts'
import type { Coding } from '../src/coding/area-coding.ts'
import { halves, intervalOf, judgedAreaPairs, judgedAreas, measureSets } from '../src/coding/testing/judged-areas.ts'
import type { Half, JudgedArea } from '../src/coding/testing/judged-areas.ts'
import { compareAreas } from '../src/likeness/area-likeness.ts'
import { rankCorrelation } from '../src/likeness/testing/pair-judgements.ts'
import type { CodingAspect } from '../src/records/coding-decision.ts'
import { shippedSnapshot } from '../src/snapshot/testing/shipped-snapshot.ts'

const snapshot = shippedSnapshot('2026-11-27')
const getArea = (id: string) => snapshot.getBegun('priorityArea', id)!

/** An area as a judge and as the program codes it; `byWords` without the kind that its record states. */
interface Case {
  judged: JudgedArea
  coding: Coding
  byWords: Coding
}

const [only, detail] = process.argv.slice(2)

for (const half of [...halves, 'second'] as const) {
  if (only && only !== half) continue
  console.log(`\n${half}`)
  const cases = judgedAreas(half).map((judged): Case => {
    const area = getArea(judged.areaId)
    return { judged, coding: codeArea(snapshot, area), byWords: codeArea(snapshot, { ...area, types: undefined }) }
  })
  showCodes(cases)
  showPairs(half)
  if (half === 'tune' && detail === 'misses') cases.forEach(showMisses)
}

/** What of an area's codes a judge would not have given, and what is missing, with what led to each. */
function showMisses({ judged, coding }: Case) {
  const area = getArea(judged.areaId)
  const lines = [
    missesOf('theme', coding, judged.themeIds),
    missesOf('industry', coding, judged.divisions),
    coding.scienceField.length > 0 && !judged.fordCodes.includes(codesOf(coding, 'scienceField')[0] ?? '')
      ? `  FORD ${codesOf(coding, 'scienceField').join(' ')}, judged ${judged.fordCodes.join(' ')}`
      : '',
  ].filter(Boolean)
  if (lines.length === 0) return
  console.log(`\n${judged.areaId}\n  “${area.displayLabel}” – ${area.description?.sv ?? ''}`)
  for (const line of lines) console.log(line)
}

function missesOf(aspect: CodingAspect, coding: Coding, judged: readonly string[]): string {
  const given = keptOf(coding[aspect])
  const wrong = given.filter(({ code }) => !judged.includes(code))
  const missing = judged.filter((code) => !given.some((one) => one.code === code))
  if (wrong.length + missing.length === 0) return ''
  const because = wrong.map(
    ({ code, confidence, words, fromThemeIds, fromConceptIds, basis }) =>
      `${code} (${confidence.toFixed(2)} ${basis}: ${[...words].join(', ')} ← ${[...fromThemeIds, ...fromConceptIds].join(', ')})`,
  )
  const right = given.filter(({ code }) => judged.includes(code)).map(({ code }) => code)
  return `  ${aspect}: right ${right.join(' ')}; wrong ${because.join('; ')}; missing ${missing.join(' ')}`
}

function showCodes(cases: readonly Case[]) {
  const first = ({ coding }: Case, aspect: CodingAspect) => codesOf(coding, aspect)[0] ?? ''
  showShare('kind, the first one right', cases, (one) => one.judged.kinds.includes(first(one, 'kind')))
  showShare('kind by words alone', cases, (one) => one.judged.kinds.includes(codesOf(one.byWords, 'kind')[0] ?? ''))
  showSets('SNI divisions', cases, (one) => [divisionsOf(one), one.judged.divisions])
  showSets('not measurable', cases, (one) => [
    divisionsOf(one).length === 0 ? ['yes'] : [],
    one.judged.isMeasurable ? [] : ['yes'],
  ])
  showShare('FORD, the first one right', cases, (one) => one.judged.fordCodes.includes(first(one, 'scienceField')))
  showSets('FORD, all', cases, (one) => [codesOf(one.coding, 'scienceField'), one.judged.fordCodes])
  showSets('themes', cases, (one) => [codesOf(one.coding, 'theme'), one.judged.themeIds])
  showSets('goals of Agenda 2030', cases, (one) => [codesOf(one.coding, 'goal'), one.judged.sdgGoals.map(String)])
}

function showPairs(half: Half) {
  const pairs = judgedAreaPairs(half).map(({ areaIds: [a, b], ...rest }) => ({
    ...rest,
    score: compareAreas(snapshot, getArea(a), getArea(b)).score,
  }))
  const rank = (list: readonly (typeof pairs)[number][]) =>
    rankCorrelation(
      list.map(({ grade }) => grade),
      list.map(({ score }) => score),
    )
  show('pairs, rank correlation', [figure(pairs, rank)])
  show('pairs, the hard ones', [
    figure(
      pairs.filter(({ isHard }) => isHard),
      rank,
    ),
  ])
}

function codesOf(coding: Coding, aspect: CodingAspect): string[] {
  return keptOf(coding[aspect]).map(({ code }) => code)
}

function divisionsOf({ coding }: Case): string[] {
  return [...new Set(codesOf(coding, 'industry').map((code) => code.slice(0, 2)))]
}

function showShare(name: string, cases: readonly Case[], isRight: (one: Case) => boolean) {
  show(name, [figure(cases, (drawn) => drawn.filter(isRight).length / drawn.length)])
}

/** @param of what is given for an area, and what a judge would have given */
function showSets(name: string, cases: readonly Case[], of: (one: Case) => readonly [readonly string[], readonly string[]]) {
  const measure = (drawn: readonly Case[]) => measureSets(drawn.map(of).map(([given, judged]) => ({ given, judged })))
  show(name, [
    `precision ${figure(cases, (drawn) => measure(drawn).precision)}`,
    `recall ${figure(cases, (drawn) => measure(drawn).recall)}`,
    `F1 ${figure(cases, (drawn) => measure(drawn).f1)}`,
  ])
}

/** A figure with the interval that it lies in. */
function figure<T>(cases: readonly T[], of: (drawn: readonly T[]) => number): string {
  const [low, high] = intervalOf(cases, of)
  return `${of(cases).toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`
}

function show(name: string, figures: readonly string[]) {
  console.log([`  ${name}`.padEnd(30), ...figures].join('  '))
}
