import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { confirmCommand } from './confirm-command.ts'
import { editCommand } from './edit-command.ts'
import { historyCommand } from './history-command.ts'
import { importCommand } from './import-deck.ts'
import { codingCommand } from './coding-command.ts'
import { lineageCommand } from './lineage-command.ts'
import { makeTestIo } from './testing/test-io.ts'

const fixture = (ending: string): string =>
  fileURLToPath(new URL(`../../fixtures/deck/smart-specialisering-2018-01-31.${ending}`, import.meta.url))
let folder: string
let io: ReturnType<typeof makeTestIo>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-cli-'))
  io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: 'sv', USER: 'provare' })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('spets import deck', () => {
  test('shows the difference and the command to publish, then publishes, then has nothing more to do', async () => {
    const file = write('nytt bildspel.txt', 'Nya listor\n2026-05-01\n\nVästmanland\n- Automation\n- Rymd\n\nLappland\n- Renar\n')
    expect(await importCommand.run(['deck', file], io)).toBe(0)
    expect(io.out().replaceAll(folder, 'mapp')).toMatchInlineSnapshot(`
      "Nya listor, 2026-05-01: 1 region, 2 prioriterade områden, 0 iakttagelser, 0 önskemål, 0 nästa steg

      Bildspelet förs in som källa   (publiceras tillsammans med valfri ändring)
        + nytt (källa): Nya listor – Det som publiceras ur bildspelet anger det som källa.

      Västmanland: ny lista 2026-05-01   [list:19:2026-05-01]
        - upphör (lista): 2021-01-01 – Gäller till 2026-05-01, då den nya listan börjar.
        + nytt (lista): 2026-05-01 (rad 4) – Gäller från 2026-05-01 tills vidare.
        = som förut: Automation
        + nytt: Rymd (rad 6) – Inget område i den förra listan liknar det.
        - finns inte kvar: Energi – Inget område i den nya listan liknar det.
        - finns inte kvar: Järnväg – Inget område i den nya listan liknar det.
        - finns inte kvar: Välfärd och hälsa – Inget område i den nya listan liknar det.

      Att kontrollera
        20 regioner finns inte i bildspelet. Deras listor ändras inte.

      Rader som inte förstods: 2
        rad 8: Lappland – Ser ut som en rubrik, men är varken en region eller en känd avdelning.
        rad 9: Renar – Står under en rubrik som inte kändes igen, så det är okänt vems raden är.

      Raderna är räknade i den här filen; i ett annat format av samma bildspel kan de ha andra nummer.

      1 ändring att publicera; 0 listor och 0 uttalanden är oförändrade. Källa: deck-2026-05-01.

      Inget är publicerat än. Publicera allt:
        npm run spets -- import deck 'mapp/nytt bildspel.txt' --publish
      Eller en del, efter det som står inom [ ] eller efter region:
        npm run spets -- import deck 'mapp/nytt bildspel.txt' --publish=list:19:2026-05-01"
    `)
    io.clear()
    expect(await importCommand.run(['deck', file, '--publish=vastmanland'], io)).toBe(0)
    expect(io.out()).toContain('Publicerat: 1 ändring.')
    io.clear()
    expect(await importCommand.run(['deck', file], io)).toBe(0)
    expect(io.out()).toContain('Inget att publicera')
  })

  test('in every format, on the shipped facts, proposes nothing but the retold statements', async () => {
    for (const ending of ['txt', 'pptx', 'pdf']) {
      io.clear()
      expect(await importCommand.run(['deck', fixture(ending), '--json'], io)).toBe(0)
      const plan = JSON.parse(io.out()) as {
        items: { kind: string }[]
        unchanged: object
        notUnderstood: unknown[]
        published: null
      }
      expect([plan.items.length, plan.unchanged, plan.notUnderstood, plan.published]).toEqual([
        20,
        { lists: 21, statements: 0 },
        [],
        null,
      ])
    }
    expect(await importCommand.run(['deck', fixture('pdf'), '--publish'], io)).toBe(0)
    io.clear()
    await importCommand.run(['deck', fixture('txt')], io)
    expect(io.out()).toContain('Inget att publicera')
  })

  test('publishes the regions that are named in any way, and shows those alone', async () => {
    const file = write('flera.txt', 'Listor\n2026-05-01\n\nVästra Götaland\n- Rymd\n\nSkåne\n- Gruvor\n\nHalland\n- Segling\n')
    expect(await importCommand.run(['deck', file, '--publish=Västra Götaland,region skåne'], io)).toBe(0)
    expect(io.out()).toContain('Rymd')
    expect(io.out()).toContain('Gruvor')
    expect(io.out()).not.toContain('Segling')
    expect(io.out()).not.toContain('Halland')
    expect(io.out()).toContain('Publicerat: 2 ändringar.')
  })

  test('explains what each line was taken for', async () => {
    const file = write(
      'nivaer.txt',
      'Listor\n2026-05-01\n\nHalland\n\nStyrkeområden\n- Hälsa\n  - Vård\n\nÖversikt\n- Dialoger\n',
    )
    expect(await importCommand.run(['deck', file, '--explain'], io)).toBe(0)
    expect(io.out().split('\n\n')[0]).toMatchInlineSnapshot(`
      "Texten
            1  bildspelets titel: Listor
            2  plats och datum: 2026-05-01
            4  region Halland: Halland
            6  mellanrubrik: Styrkeområden
            7    område: Hälsa
            8      underpunkt: Vård
           10  rubrik: Översikt
           11  inte placerad: Dialoger – Det står ingen region ovanför raden."
    `)
    io.clear()
    await importCommand.run(['deck', file, '--explain', '--json'], io)
    const { slides } = JSON.parse(io.out()) as { slides: { lines: { line: number; takenFor: string }[] }[] }
    expect(slides[0]!.lines.find(({ line }) => line === 8)).toMatchObject({ takenFor: 'subItem', regionCode: '13' })
  })

  test('a date that is no day is refused as that, and given by hand', async () => {
    const file = write('fel-dag.txt', 'Listor\nFalun 2026-02-30\n\nHalland\n- Segling\n')
    expect(await importCommand.run(['deck', file], io)).toBe(1)
    expect(io.errors()).toContain('”Falun 2026-02-30”, är ingen dag som finns')
    expect(await importCommand.run(['deck', file, '--date', '2026-03-01'], io)).toBe(0)
  })

  test('reports what is wrong with a file, and with how the command is written', async () => {
    expect(await importCommand.run(['deck', join(folder, 'saknas.txt')], io)).toBe(1)
    expect(io.errors()).toContain('Filen finns inte.')
    expect(await importCommand.run(['deck', write('tom.txt', '')], io)).toBe(1)
    expect(io.errors()).toContain('tom.txt: Filen är tom.')
    expect(await importCommand.run(['deck', write('utan-dag.txt', 'Titel\n\nSkåne\n- IT\n')], io)).toBe(1)
    expect(io.errors()).toContain('--date 2018-01-31')
    expect(
      await importCommand.run(['deck', write('a.txt', 'Titel\n2026-01-01\n\nSkåne\n- IT\n'), '--publish=finns-inte'], io),
    ).toBe(1)
    expect(io.errors()).toContain('finns-inte')
    for (const args of [
      [],
      ['tabell', 'x'],
      ['deck'],
      ['deck', 'a', 'b'],
      ['deck', 'a', '--date', 'igår'],
      ['deck', 'a', '--okänt'],
    ])
      expect(await importCommand.run(args, io)).toBe(2)
  })

  test('a date given at the command line is the one that counts', async () => {
    const file = write('utan-dag.txt', 'Titel\n\nSkåne\n- IT\n')
    expect(await importCommand.run(['deck', file, '--date', '2026-02-03', '--json'], io)).toBe(0)
    expect(JSON.parse(io.out())).toMatchObject({ date: '2026-02-03', items: [{ id: 'list:12:2026-02-03' }] })
  })
})

test('spets edit, history: a new version, guarded by the number that was seen', async () => {
  const id = 'norrbotten-2018-digitala-tjanstenarings'
  expect(
    await editCommand.run(
      [
        'priorityArea',
        id,
        '--set',
        'translatedLabel=Digital service trades',
        '--set',
        'order=9',
        '--expect',
        '2',
        '--note',
        'Bättre översättning',
      ],
      io,
    ),
  ).toBe(0)
  expect(io.out()).toContain('version 3')
  expect(await editCommand.run(['priorityArea', id, '--set', 'order=4', '--expect', '2', '--note', 'x'], io)).toBe(1)
  expect(io.errors()).toMatch(/är nu version 3, inte 2.*provare: Bättre översättning/)
  expect(await editCommand.run(['priorityArea', id, '--set', 'ordning=4', '--expect', '3', '--note', 'x'], io)).toBe(1)
  expect(io.errors()).toContain('inget fält ”ordning”')
  expect(await editCommand.run(['priorityArea', id, '--set', 'order=first', '--expect', '3', '--note', 'x'], io)).toBe(1)
  expect(await editCommand.run(['priorityArea', 'finns-inte', '--set', 'order=1', '--expect', '3', '--note', 'x'], io)).toBe(1)
  expect(await editCommand.run(['priorityArea', id, '--set', 'order=1'], io)).toBe(2)
  io.clear()
  expect(await historyCommand.run(['priorityarea', id], io)).toBe(0)
  expect(io.out()).toContain('order: 4 → 9')
  expect(io.out()).toContain('Bättre översättning')
  expect(await historyCommand.run(['priorityArea', 'finns-inte'], io)).toBe(1)
})

test('spets confirm: the list in force, by role; seen first, and taken back', async () => {
  const asked = ['skåne', '--on', '2026-11-01', '--role', 'regionutvecklingsdirektör']
  expect(await confirmCommand.run([...asked, '--preview'], io)).toBe(0)
  expect(io.out()).toMatch(/^ {2}1\. .*\nInget är skrivet/s)
  expect(await confirmCommand.run(['skåne', '--on', '2026-11-01', '--take-back'], io)).toBe(1)
  io.clear()
  expect(await confirmCommand.run(asked, io)).toBe(0)
  expect(io.out()).toMatch(/\nSkåne: \d+ områden bekräftade 2026-11-01 \(regionutvecklingsdirektör\)\.$/)
  io.clear()
  expect(await confirmCommand.run(asked, io)).toBe(0)
  expect(io.out()).toContain('Inget skrevs: så står det redan.')
  expect(await confirmCommand.run(['skåne', '--on', '2026-11-01', '--take-back'], io)).toBe(0)
  expect(io.out()).toMatch(/Skåne: bekräftelsen 2026-11-01 är tagen tillbaka för \d+ områden\.$/)
  const refused = async (code: number, words: string, args: string[]) => {
    io.clear()
    expect(await confirmCommand.run(args, io)).toBe(code)
    expect(io.errors()).toContain(words)
  }
  await refused(1, 'är efter idag, 2026-11-27', ['skane', '--on', '2026-11-28', '--role', 'regionstyrelse'])
  await refused(1, 'har en persons namn', ['skane', '--on', '2026-11-01', '--other-role', 'Anna Svensson'])
  await refused(2, 'regionfullmäktige', ['skane', '--on', '2026-11-01', '--role', 'Anna Svensson'])
  await refused(1, 'finns inte', ['atlantis', '--on', '2026-11-01', '--role', 'regionstyrelse'])
  await refused(1, 'Ingen lista gällde', ['skane', '--on', '2010-01-01', '--role', 'regionstyrelse'])
  await refused(2, '--role', ['skane', '--on', '2026-11-01'])
})

test('spets coding: confirm, reject, take back; what is not there is reported', async () => {
  const area = 'varmland-2018-skoglig-bioekonomi'
  expect(await codingCommand.run(['confirm', area, 'theme', 'energi', '--note', 'Sagt av regionen.'], io)).toBe(0)
  expect(io.out()).toContain('version 1')
  expect(await codingCommand.run(['reopen', area, 'theme', 'energi'], io)).toBe(0)
  expect(await codingCommand.run(['reopen', area, 'theme', 'energi'], io)).toBe(1)
  expect(await codingCommand.run(['reject', area, 'industry', '99999'], io)).toBe(1)
  expect(io.errors()).toContain('99999')
  expect(await codingCommand.run(['reject', area, 'colour', 'red'], io)).toBe(2)
  expect(await codingCommand.run(['ponder', area, 'theme', 'energi'], io)).toBe(2)
})

test('spets lineage: confirm, then reject, the same pair', async () => {
  const pair = ['stockholm-2018-halsa-vard-omsorg', 'stockholm-2020-halsa-vard-omsorg']
  expect(await lineageCommand.run(['confirm', ...pair, '--change', 'unchanged'], io)).toBe(0)
  expect(io.out()).toContain('version 1')
  expect(await lineageCommand.run(['reject', ...pair], io)).toBe(0)
  expect(io.out()).toContain('version 2')
  expect(await lineageCommand.run(['reopen', ...pair], io)).toBe(0)
  expect(await lineageCommand.run(['confirm', pair[0]!, 'finns-inte'], io)).toBe(1)
  expect(await lineageCommand.run(['confirm', ...pair, '--change', 'dropped'], io)).toBe(2)
})
