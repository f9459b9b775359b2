import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codingCommand } from './coding-command.ts'
import type { Command } from './command.ts'
import { confirmCommand } from './confirm-command.ts'
import { editCommand } from './edit-command.ts'
import { evidenceCommand } from './evidence-command.ts'
import { historyCommand } from './history-command.ts'
import { lineageCommand } from './lineage-command.ts'
import { matchCommand } from './match-command.ts'
import { similarCommand } from './similar-command.ts'
import { makeTestIo } from './testing/test-io.ts'

let folder: string
let io: ReturnType<typeof makeTestIo>
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-named-'))
  io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'sv' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = async (command: Command, args: string[]) => {
  io.clear()
  const code = await command.run(args, io)
  return { code, out: io.out(), errors: io.errors() }
}

describe('a command reads an area by its name', () => {
  test.each<[string, Command, string[], RegExp]>([
    [
      'coding',
      codingCommand,
      ['confirm', 'Dataspel och spelifiering', 'theme', 'Visualisering, simulering och spel'],
      /varmland-2022-dataspel-och-spelifiering/,
    ],
    [
      'lineage, the older list’s and the newer’s',
      lineageCommand,
      ['confirm', 'Värmland: Skoglig bioekonomi', 'Värmland: Skoglig bioekonomi', '--change', 'unchanged'],
      /varmland-2018-skoglig-bioekonomi-to-varmland-2022-skoglig-bioekonomi/,
    ],
    [
      'lineage across a list',
      lineageCommand,
      ['reject', 'marin teknik', 'blekinge-smart-industri'],
      /blekinge-2018-marin-teknik-to-blekinge-2021-smart-industri/,
    ],
    [
      'edit',
      editCommand,
      ['priorityArea', 'Food tech', '--set', 'translatedLabel=Food technology', '--expect', '1', '--note', 'x'],
      /halland-2022-food-tech, version 2/,
    ],
    ['history', historyCommand, ['priorityArea', 'food TECH'], /^priorityArea halland-2022-food-tech/],
    ['similar', similarCommand, ['Värmland: Skoglig bioekonomi'], /Bioekonomi \(Gävleborg\)/],
    ['evidence', evidenceCommand, ['Dataspel och spelifiering'], /Dataspel/],
  ])('%s', async (_what, command, args, expected) => {
    const { code, out, errors } = await run(command, args)
    expect([code, errors]).toEqual([0, ''])
    expect(out).toMatch(expected)
  })
})

describe('a command reads a region by any of its codes and names', () => {
  test.each(['17', 'S', 'SE-S', 'se311', 'varmland', 'Värmlands län', 'REGION VÄRMLAND'])('%s', async (asked) => {
    expect(await run(historyCommand, ['region', asked])).toMatchObject({ code: 0, out: expect.stringMatching(/^region 17/) })
    expect(await run(evidenceCommand, [asked])).toMatchObject({ code: 0, out: expect.stringContaining('Värmland') })
    expect(await run(matchCommand, ['region', asked])).toMatchObject({ code: 0, out: expect.stringContaining('Gävleborg') })
    const confirm = [asked, '--on', '2026-11-26', '--other-role', 'strateg', '--preview']
    expect(await run(confirmCommand, confirm)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Dataspel och spelifiering'),
    })
  })
})

test('a name of several regions is refused with the ids to choose among', async () => {
  const { code, errors } = await run(historyCommand, ['priorityArea', 'Besöksnäring'])
  expect(code).toBe(1)
  expect(errors).toContain('gotland-2021-besoksnaring')
  expect(errors).toContain('Skriv regionen före')
})

test.each<[Command, string[]]>([
  [historyCommand, ['priorityArea', 'Ingenting alls']],
  [historyCommand, ['region', 'Atlantis']],
  [codingCommand, ['confirm', 'Ingenting alls', 'theme', 'energi']],
  [lineageCommand, ['confirm', 'Ingenting alls', 'Food tech']],
  [evidenceCommand, ['Ingenting alls']],
])('a name that nothing has is refused: %o %j', async (command, args) => {
  expect((await run(command, args)).code).toBe(1)
})
