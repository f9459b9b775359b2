// Two sets of recorded answers side by side. A difference with one cause is shown once, with the number of answers it appears in.
import { groupBy } from './group-by.mjs'
import { diffLines } from './line-diff.mjs'

const longestLine = 200
const mostLines = 40
const mostNames = 4

/** @returns counts, names of missing and added answers, and causes: `{ names, file, blocks }`, those in most answers first */
export function compareAnswers(before, after) {
  const shared = [...before.keys()].filter((name) => after.has(name))
  const different = shared.filter((name) => before.get(name) !== after.get(name))
  const missing = [...before.keys()].filter((name) => !after.has(name))
  const added = [...after.keys()].filter((name) => !before.has(name))
  const causes = new Map()
  for (const name of different) {
    for (const [key, same] of causesIn(before.get(name), after.get(name))) {
      const cause = causes.get(key) ?? { names: [], file: name, blocks: same }
      cause.names.push(name)
      causes.set(key, cause)
    }
  }
  return {
    same: shared.length - different.length,
    different: different.length,
    missing,
    added,
    causes: together([...causes.values()]).sort((a, b) => b.names.length - a.names.length),
    isSame: different.length + missing.length + added.length === 0,
  }
}

/** Causes that appear in exactly the same answers are shown as one. */
function together(causes) {
  const alike = [...groupBy(causes, ({ names }) => names.join('\n')).values()]
  return alike.map((same) => ({ ...same[0], blocks: same.flatMap(({ blocks }) => blocks).sort((a, b) => a.at - b.at) }))
}

/** The blocks of a difference by cause. Another status is one cause: the headers and the body then differ with it. */
function causesIn(before, after) {
  const [from, to] = [before, after].map((text) => /^(?:status|exit code) \d+$/m.exec(text)?.[0])
  const blocks = diffLines(linesOf(before), linesOf(after))
  return from === to ? groupBy(blocks, causeOf) : new Map([[`${from} > ${to}`, blocks]])
}

/** Bodies come in one long line: they are cut at each tag of HTML and XML, and at each value of JSON. */
export function linesOf(text) {
  const [head, ...rest] = text.split('\n\n')
  const body = rest.join('\n\n')
  const isMarkup = /^content-type: (text\/html|application\/xml|image\/svg)/m.test(head)
  const cut = isMarkup ? body.replaceAll('<', '\n<') : body.replaceAll(/(?<=[[{,])(?=["{[])|(?<=[}\]"])(?=[}\]])/g, '\n')
  return [...head.split('\n'), '', ...cut.split('\n')]
}

/** Two differences have one cause when the changes are the same apart from numbers, names of records and long texts. */
export function causeOf({ removed, added }) {
  const [from, to] = [removed.join('\n'), added.join('\n')]
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let end = 0
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end += 1
  const isWord = (character) => character !== undefined && /[\p{L}\p{N}_-]/u.test(character)
  while (start > 0 && isWord(from[start - 1])) start -= 1
  while (end > 0 && isWord(from.at(-end))) end -= 1
  return JSON.stringify([from, to].map((text) => blurred(text.slice(start, text.length - end))))
}

const blurred = (text) =>
  text
    .replaceAll(/(?<==|":\s*)"[^"]*"/g, '"…"')
    .replaceAll(/(?<=>)[^<>]{24,}/g, '…')
    .replaceAll(/[\p{L}\p{N}]+(-[\p{L}\p{N}]+)+/gu, 'NAME')
    .replaceAll(/\d+(\.\d+)?/g, '#')
    .slice(0, 600)

/** The comparison in words, at most `most` causes. */
export function describeComparison({ same, different, missing, added, causes }, { most }) {
  return [
    `same ${same}, different ${different}, missing ${missing.length}, added ${added.length}`,
    ...describeNames('missing', missing),
    ...describeNames('added', added),
    ...causes.slice(0, most).flatMap((cause, index) => ['', ...describeCause(cause, index + 1)]),
    ...(causes.length > most ? ['', `… and ${causes.length - most} more causes: --most ${causes.length} shows all.`] : []),
  ].join('\n')
}

function describeNames(word, names) {
  if (names.length === 0) return []
  const folders = [...groupBy(names, (name) => name.split('/')[0])]
  const shown = names.slice(0, mostLines).map((name) => `  ${name}`)
  const rest = names.length > mostLines ? [`  … and ${names.length - mostLines} more`] : []
  return ['', `${word}: ${folders.map(([folder, inside]) => `${folder} ${inside.length}`).join(', ')}`, ...shown, ...rest]
}

function describeCause({ names, file, blocks }, number) {
  const others = names.filter((name) => name !== file)
  const also = others.slice(0, mostNames).map((name) => `   also ${name}`)
  const rest = others.length > mostNames ? [`   … and ${others.length - mostNames} more`] : []
  const lines = blocks.flatMap(({ at, removed, added, before, after }) => [
    `@@ line ${at + 1} @@`,
    ...(before === null ? [] : [` ${short(before)}`]),
    ...pairsOf(removed, added),
    ...(after === null ? [] : [` ${short(after)}`]),
  ])
  const left = lines.length > mostLines ? [`… ${lines.length - mostLines} more lines`] : []
  return [`${number}. in ${names.length} answers: ${file}`, ...also, ...rest, ...lines.slice(0, mostLines), ...left]
}

/** Long lines are shown from a little before the place where they differ. */
function pairsOf(removed, added) {
  const parting = (line, other = '') => {
    let at = 0
    while (at < line.length && line[at] === other[at]) at += 1
    return at
  }
  return [
    ...removed.map((line, index) => `-${short(line, parting(line, added[index]))}`),
    ...added.map((line, index) => `+${short(line, parting(line, removed[index]))}`),
  ]
}

function short(line, from = 0) {
  if (line.length <= longestLine) return line
  const start = Math.max(0, Math.min(from - 60, line.length - longestLine))
  return `${start > 0 ? '…' : ''}${line.slice(start, start + longestLine)}${start + longestLine < line.length ? '…' : ''}`
}
