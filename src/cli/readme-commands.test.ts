import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { codingCommand } from './coding-command.ts'
import type { Command } from './command.ts'
import { confirmCommand } from './confirm-command.ts'
import { editCommand } from './edit-command.ts'
import { historyCommand } from './history-command.ts'
import { importCommand } from './import-deck.ts'
import { intersectionsCommand } from './intersections-command.ts'
import { lineageCommand } from './lineage-command.ts'
import { matchCommand } from './match-command.ts'
import { searchCommand } from './search-command.ts'
import { similarCommand } from './similar-command.ts'
import { makeTestIo } from './testing/test-io.ts'

let folder: string
let io: ReturnType<typeof makeTestIo>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-readme-'))
  io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'en' })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const deck = 'fixtures/deck/smart-specialisering-2018-01-31.pptx'
const area = 'varmland-2022-skoglig-bioekonomi'
const commands: Readonly<Record<string, Command>> = {
  coding: codingCommand,
  confirm: confirmCommand,
  edit: editCommand,
  history: historyCommand,
  import: importCommand,
  intersections: intersectionsCommand,
  lineage: lineageCommand,
  match: matchCommand,
  search: searchCommand,
  similar: similarCommand,
}

/** The commands of the README for a registry, as they are typed; those that need a file or an id of the reader's own are left out. */
function readmeCommands(): string[][] {
  const text = readFileSync('README.md', 'utf8').replaceAll(/\\\n\s*/g, '')
  return [...text.matchAll(/^npm run spets -- (.+)$/gm)]
    .map(([, line]) =>
      line!
        .replace(/\s+#.*$/, '')
        .replace(/(?<=import deck )FILE/, deck)
        .replace('AREA', area),
    )
    .filter((line) => !/OLDER|FILE|register\.csv|0123456789abcdef/.test(line))
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!))
    .filter(([name]) => commands[name!])
}

test('every command of the README is done on a new registry, one after the other', { timeout: 120_000 }, async () => {
  const asked = readmeCommands()
  expect(new Set(asked.map(([name]) => name))).toEqual(new Set(Object.keys(commands)))
  for (const [name, ...args] of asked) {
    io.clear()
    expect(await commands[name!]!.run(args, io), `${name} ${args.join(' ')}\n${io.errors()}`).toBe(0)
    expect(io.out(), args.join(' ')).not.toContain('Nothing was written')
  }
})
