#!/usr/bin/env node
// Compares two folders of recorded answers: node scripts/compare-answers.mjs BEFORE AFTER [--only GROUP,…] [--most 60]
// Exit code 0 when all are the same, 1 when anything differs.
import { parseArgs } from 'node:util'
import { readAnswers } from './answers/answer-files.mjs'
import { compareAnswers, describeComparison } from './answers/comparison.mjs'

const { values, positionals } = parseArgs({
  options: { most: { type: 'string', default: '60' }, only: { type: 'string' } },
  allowPositionals: true,
})
const [before, after] = positionals
if (!before || !after || positionals.length > 2) {
  console.error('Usage: node scripts/compare-answers.mjs BEFORE AFTER [--only GROUP,…] [--most 60]')
  process.exit(2)
}
const comparison = compareAnswers(...[before, after].map((folder) => ofGroups(readAnswers(folder), values.only)))
console.log(describeComparison(comparison, { most: Number(values.most) }))
process.exitCode = comparison.isSame ? 0 : 1

/** Answers in some of the folders, all when none are named. */
function ofGroups(answers, only) {
  const groups = only?.split(',')
  return groups ? new Map([...answers].filter(([name]) => groups.includes(name.split('/')[0]))) : answers
}
