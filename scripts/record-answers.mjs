#!/usr/bin/env node
// Records the answers of the built program, one file an answer, so that they can be compared after code has been moved:
//   node scripts/record-answers.mjs FOLDER [--root CHECKOUT] [--only GROUP,…] [--now MOMENT]
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { answerName, commandAnswerText, httpAnswerText, normalise, writeAnswer } from './answers/answer-files.mjs'
import { ask } from './answers/ask-address.mjs'
import { commandNames, readingCommands, writeRegisters, writingCommands } from './answers/command-list.mjs'
import { companies, fewDays } from './answers/questions.mjs'
import { findSamples, readingList, variantsOf, withQuery } from './answers/reading-list.mjs'
import { openProgram, runCommand, withFolder, withServer } from './answers/run-program.mjs'
import { statisticsAddresses, writeStatistics } from './answers/statistics-list.mjs'
import { knockWithoutKey, writeEverything } from './answers/writing-flow.mjs'
import { root } from './prepare.mjs'

/** The groups of answers; each has a folder. */
const readingGroups = ['pages-sv', 'pages-en', 'api', 'variants']
const groups = [...readingGroups, 'writes', 'closed', 'statistics', 'commands']

const { values, positionals } = parseArgs({
  options: {
    root: { type: 'string', default: root },
    now: { type: 'string', default: '2026-11-26T12:00:00.000Z' },
    only: { type: 'string', default: groups.join(',') },
  },
  allowPositionals: true,
})
const wanted = new Set(values.only.split(','))
for (const group of wanted) if (!groups.includes(group)) fail(`--only: «${group}» is none of ${groups.join(', ')}.`)
const [target] = positionals
if (!target || positionals.length > 1)
  fail('Usage: node scripts/record-answers.mjs FOLDER [--root CHECKOUT] [--only GROUP,…] [--now MOMENT]')
mkdirSync(target, { recursive: true })
if (readdirSync(target).length > 0)
  fail(`${target} is not empty: name a new folder, so that no old answer is taken for a new one.`)

const atOnce = 4
const names = new Set()
const program = await openProgram(resolve(values.root), values)
const samples = await withFolder((folder) => withServer(program, { folder }, recordReading))
if (wanted.has('writes')) await recordWriting('writes', writeEverything, { isEditable: true })
if (wanted.has('closed')) await recordWriting('closed', knockWithoutKey, { isEditable: false })
if (wanted.has('statistics')) await withFolder(recordWithStatistics)
if (wanted.has('commands')) {
  await withFolder(recordReadingCommands)
  await withFolder(recordWritingCommands)
}
console.error(`${names.size} answers are in ${target}.`)

/** Everything that can be read, each address once. @returns what the registry has, for the commands */
async function recordReading(site) {
  const samples = await findSamples(site)
  if (readingGroups.every((group) => !wanted.has(group))) return samples
  const addresses = await readingList(site, samples)
  const read = (questions, groupFor) =>
    together(questions, async (question) =>
      keepHttp(site, { group: groupFor(question), question, answer: await ask(site, question) }),
    )
  const questions = addresses.map((address) => ({ address }))
  await read(
    questions.filter((question) => wanted.has(groupOf(question))),
    groupOf,
  )
  if (wanted.has('variants')) await read([...(await variantsOf(site, addresses)), ...companyPosts()], () => 'variants')
  return samples
}

function groupOf({ address }) {
  if (address.startsWith('/api/v1/')) return 'api'
  return /^\/en(\/|\?|$)/.test(address) ? 'pages-en' : 'pages-sv'
}

/** The company question in a body: good ones, on other days, and what is refused. */
function companyPosts() {
  const headers = { 'content-type': 'application/json' }
  const address = '/api/v1/match/company'
  const post = (body, at = address) => ({ method: 'POST', address: at, headers, body, note: body })
  const days = fewDays.map((day) => withQuery(address, day))
  return [
    ...companies.map((question) => post(JSON.stringify(question))),
    ...days.map((at) => post(JSON.stringify(companies[0]), at)),
    ...['{', '{"about":1}', '{"colour":"red"}', JSON.stringify({ about: 'x'.repeat(601) }), 'x'.repeat(9000)].map((body) =>
      post(body),
    ),
  ]
}

/** A question that is asked again in the same step gets a number, because something was written in between. */
async function recordWriting(group, work, { isEditable }) {
  const times = new Map()
  const askAndKeep = async (site, step, question) => {
    const answer = await ask(site, question)
    const key = `${step} ${question.method} ${question.address}`
    times.set(key, (times.get(key) ?? 0) + 1)
    const name = times.get(key) === 1 ? step : `${step}-${times.get(key)}`
    keepHttp(site, { group, question: { ...question, headers: {} }, answer, name })
    return answer
  }
  await withFolder(async (folder) => {
    await withServer(program, { folder, isEditable }, (site) => work((...asked) => askAndKeep(site, ...asked)))
    await runCommand(program, { args: ['dump', join(folder, 'dump.jsonl')], folder, lang: 'sv' })
    keepStored(group, folder)
  })
}

/** Records everything that a registry has stored, as its dump. */
function keepStored(group, folder) {
  keep(answerName(group, 'stored'), normalise(readFileSync(join(folder, 'dump.jsonl'), 'utf8'), { folder }))
}

/** The questions with a table of industries loaded. */
async function recordWithStatistics(folder) {
  const settings = writeStatistics(folder, samples)
  await withServer(program, { folder, settings }, (site) =>
    together(statisticsAddresses(samples), async (address) =>
      keepHttp(site, { group: 'statistics', question: { address }, answer: await ask(site, { address }) }),
    ),
  )
  for (const lang of ['sv', 'en'])
    await recordCommand(folder, { args: ['match', 'region', 'varmland', '--json'], lang, settings, group: 'statistics' })
}

async function recordReadingCommands(folder) {
  writeRegisters(folder)
  const help = await runCommand(program, { args: ['help'], folder, lang: 'en' })
  const known = commandNames(help.stdout.toString('utf8'))
  await runCommand(program, { args: ['search', 'skog'], folder, lang: 'sv' })
  await together(readingCommands({ names: known, samples }), (command) => recordCommand(folder, command), 2)
}

async function recordWritingCommands(folder) {
  for (const [index, args] of writingCommands.entries())
    await recordCommand(folder, {
      args,
      lang: index % 2 === 0 ? 'sv' : 'en',
      name: `writing-${String(index + 1).padStart(2, '0')}`,
    })
  keepStored('commands', folder)
}

async function recordCommand(folder, { args, lang, name = null, settings = {}, group = 'commands' }) {
  const answer = await runCommand(program, { args, folder, lang, settings })
  const shown = { args: args.map((arg) => arg.replace(root, 'CHECKOUT')), lang }
  const question = `${name ?? ''} ${shown.args.join(' ')} ${lang}`.trim()
  keep(answerName(group, question), commandAnswerText(shown, answer, { folder }))
}

function keepHttp(site, { group, question, answer, name = null }) {
  if (answer.status === 429) fail(`${question.address} was refused for asking too often: the answers are not whole.`)
  const { method = 'GET', address, headers = {}, note = '' } = question
  const asked = Object.entries(headers).map(([of, value]) => ` ${of}=${of === 'if-none-match' ? 'same' : value}`)
  const built = normalise(`${method} ${address}`, site)
  keep(
    answerName(group, `${name ? `${name} ` : ''}${built}${asked.join('')} ${note}`.trim()),
    (note ? `${note}\n` : '') + httpAnswerText(question, answer, site),
  )
}

function keep(name, text) {
  if (names.has(name)) fail(`Two answers would be written to ${name}.`)
  names.add(name)
  writeAnswer(target, name, text)
}

/** Does the work for each item of a list, several at a time. */
async function together(items, work, workers = atOnce) {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
