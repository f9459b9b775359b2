import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Command } from './command.ts'
import { evidenceCommand } from './evidence-command.ts'
import { insightsCommand } from './insights-command.ts'
import { statsCommand } from './stats-command.ts'
import { makeTestIo } from './testing/test-io.ts'

let folder: string
let io: ReturnType<typeof makeTestIo>
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-evidence-'))
})
beforeEach(() => {
  io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'sv' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each<[string, Command, string[], RegExp]>([
  ['an area', evidenceCommand, ['vasternorrland-2018-skog'], /^Skog\n {2}I Västernorrland arbetade .*2,55 gånger landets andel/],
  [
    'a region',
    evidenceCommand,
    ['norrbotten'],
    /^Norrbotten\n[^]*Gruvor, stål och metall: I Norrbotten arbetade 2\s846 anställda [^]*4,94 gånger/,
  ],
  [
    'a region up to a year',
    evidenceCommand,
    ['norrbotten', '--year', '2017', '--threshold', '2'],
    /^Norrbotten\n[^]*Gruvor, stål och metall: I Norrbotten arbetade 2\s750 anställda [^]*5,14 gånger/,
  ],
  [
    'what the lists of 2018 left out',
    insightsCommand,
    [],
    /^Av de 105 [^]*[^]*\n {2}8111 Gruv- och stenbrottsarbetare {2}6,1 → 5,9/,
  ],
  ['the tables', statsCommand, ['list'], /occupations-by-county {2}Anställda efter yrke, län och kön, 2014–2024\. Källa: SCB/],
  [
    'a part of a table, with what is not shown as its symbol',
    statsCommand,
    ['show', 'enterprise-research-by-county', '--region', '09', '--time', '2009,2011'],
    /^region\tyear\tvalue\n09\t2009\t9\n09\t2011\t\.\.$/,
  ],
])('%s: answered in lines, and as data for programs', async (_what, command, args, expected) => {
  expect(await command.run(args, io)).toBe(0)
  expect(io.out()).toMatch(expected)
  io.clear()
  expect(await command.run([...args, '--json'], io)).toBe(0)
  expect(() => JSON.parse(io.out()) as unknown).not.toThrow()
})

test('the tables that ship are files in the data folder after the first command, each once', async () => {
  await statsCommand.run(['list'], io)
  const files = readdirSync(join(folder, 'cubes'))
  await statsCommand.run(['list'], io)
  expect(readdirSync(join(folder, 'cubes'))).toEqual(files)
  expect(files.filter((name) => /^[0-9a-f]{64}\.cube$/.test(name))).toHaveLength(7)
})

test('where nothing can be written the tables are in memory, and a line says so', async () => {
  const unwritable = makeTestIo({ SPETS_DATA: folder, SPETS_CUBES: join(folder, 'spets.sqlite', 'cubes'), SPETS_LANG: 'sv' })
  expect(await evidenceCommand.run(['vasternorrland-2018-skog'], unwritable)).toBe(0)
  expect(unwritable.out()).toContain('2,55 gånger')
  expect(unwritable.errors()).toContain('SPETS_CUBES')
})

test.each<[Command, string[], number, RegExp]>([
  [evidenceCommand, [], 2, /Ange ett område eller en region/],
  [evidenceCommand, ['atlantis'], 1, /atlantis/],
  [statsCommand, [], 2, /Säg list/],
  [statsCommand, ['show', 'nothing'], 1, /occupations-by-county/],
  [statsCommand, ['show', 'gdp-by-county', '--region', '77'], 1, /no code «77»/],
  [statsCommand, ['show', 'occupations-by-county'], 1, /at most 50000/],
])('%o %j is refused in words', async (command, args, code, words) => {
  expect(await command.run(args, io)).toBe(code)
  expect(io.errors()).toMatch(words)
})
