import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { codingCommand } from './coding-command.ts'
import type { Command } from './command.ts'
import { intersectionsCommand } from './intersections-command.ts'
import { matchCommand } from './match-command.ts'
import { searchCommand } from './search-command.ts'
import { similarCommand } from './similar-command.ts'
import { makeTestIo } from './testing/test-io.ts'

let folder: string
let io: ReturnType<typeof makeTestIo>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-ask-'))
  io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'sv' })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.each<[string, Command, string[], RegExp]>([
  ['search', searchCommand, ['skog'], /Skog och bioekonomi/],
  ['search, another day', searchCommand, ['sol', '--date', '2019-01-01'], /Systemlösningar med sol \(Värmland\)/],
  ['similar areas', similarCommand, ['varmland-2022-skoglig-bioekonomi'], /Bioekonomi \(Gävleborg\).*Båda nämner/],
  [
    'intersections',
    intersectionsCommand,
    ['livsmedel', 'digitalisation'],
    /Food tech \(Halland\) {2}Livsmedel och jordbruk × Digitalisering och it/,
  ],
  ['two texts', similarCommand, ['Turism', 'Besöksnäring'], /^0\.\d\d {2}Båda gäller/],
  ['a company', matchCommand, ['company', 'Vi bygger trähus', '--place', 'Växjö'], /Trä och skog.*\n[^]*Andra regioner:/],
  ['a region', matchCommand, ['region', 'varmland'], /Gävleborg\n {2}liknande: Skoglig bioekonomi ↔ Bioekonomi/],
  ['a group', matchCommand, ['group', 'energi', 'livsmedel', '--with', 'kronoberg', '--size', '3'], /Kronoberg.*: .*Energi/],
  [
    'any text',
    codingCommand,
    ['suggest', 'Vi svetsar båtar'],
    /theme {2}hav-och-vatten {2}Hav och vatten {2}0\.\d\d {2}\(båtar\)/,
  ],
])('%s: answered in lines, and as data for programs', async (_what, command, args, expected) => {
  expect(await command.run(args, io)).toBe(0)
  expect(io.out()).toMatch(expected)
  io.clear()
  expect(await command.run([...args, '--json'], io)).toBe(0)
  expect(() => JSON.parse(io.out()) as unknown).not.toThrow()
})

test.each<[Command, string[], number, RegExp]>([
  [searchCommand, [], 2, /Skriv det som ska sökas/],
  [searchCommand, ['skog', '--limit', '0'], 2, /--limit/],
  [searchCommand, ['skog', '--date', 'igår'], 1, /ÅÅÅÅ-MM-DD/],
  [intersectionsCommand, ['finns-inte'], 1, /finns-inte/],
  [intersectionsCommand, ['--region', 'Atlantis'], 1, /Atlantis/],
  [intersectionsCommand, ['--csv', '--json'], 2, /--json eller --csv/],
  [similarCommand, ['finns-inte'], 1, /finns inte/],
  [similarCommand, [], 2, /två texter/],
  [matchCommand, ['company'], 2, /vad företaget gör/],
  [matchCommand, ['company', 'x', '--place', 'Atlantis'], 1, /Atlantis/],
  [matchCommand, ['region', 'atlantis'], 1, /atlantis/],
  [matchCommand, ['group', 'finns-inte'], 1, /finns-inte/],
  [matchCommand, ['group'], 2, /ett till sex teman/],
  [codingCommand, ['suggest'], 2, /text som ska kodas/],
])('what cannot be answered gets a plain message: %o %j', async (command, args, code, words) => {
  expect(await command.run(args, io)).toBe(code)
  expect(io.errors()).toMatch(words)
})

test('intersections as CSV, by region and theme in any of their names', async () => {
  expect(await intersectionsCommand.run(['Food and farming', '--region', 'SE-N', '--csv', '--all'], io)).toBe(0)
  const [head, ...rows] = io.out().trim().split(/\r?\n/)
  expect(head).toContain('joined_theme_ids')
  expect(rows.map((row) => row.split(',')[0])).toEqual([
    'halland-2022-food-tech',
    'halland-2020-gron-tillvaxt',
    'halland-2018-gron-tillvaxt',
  ])
})
