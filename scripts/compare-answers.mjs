#!/usr/bin/env node
// Compares two folders of recorded answers: node scripts/compare-answers.mjs BEFORE AFTER [--most 60]
// Exit code 0 when all are the same, 1 when anything differs.
import { parseArgs } from 'node:util'
import { readAnswers } from './answers/answer-files.mjs'
import { compareAnswers, describeComparison } from './answers/comparison.mjs'

const { values, positionals } = parseArgs({ options: { most: { type: 'string', default: '60' } }, allowPositionals: true })
const [before, after] = positionals
if (!before || !after || positionals.length > 2) {
  console.error('Usage: node scripts/compare-answers.mjs BEFORE AFTER [--most 60]')
  process.exit(2)
}
const comparison = compareAnswers(readAnswers(before), readAnswers(after))
console.log(describeComparison(comparison, { most: Number(values.most) }))
process.exitCode = comparison.isSame ? 0 : 1
