import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { matchCommand } from './match-command.ts'
import { makeTestIo } from './testing/test-io.ts'

let folder: string
let io: ReturnType<typeof makeTestIo>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-match-'))
  io = makeTestIo({ SPETS_DATA: join(folder, 'data'), SPETS_LANG: 'en' })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const write = (name: string, text: string) => {
  writeFileSync(at(name), text)
  return at(name)
}
const match = (...args: string[]) => matchCommand.run(['companies', ...args], io)
const entry = new URL('../matching/register/testing/worker-from-source.ts', import.meta.url)

describe('spets match companies', () => {
  test('writes to standard output, or the same to a file', async () => {
    const register = write('r.csv', 'id,text,kommun\n7,Sågverk och hyvleri,Nässjö\n')
    expect(await match(register)).toBe(0)
    expect(io.out()).toMatch(/^id,region,place,/)
    expect(io.out()).toContain('7,06,Nässjö,1,own,')
    expect(await match(register, '--out', at('m.csv'))).toBe(0)
    expect(readFileSync(at('m.csv'), 'utf8')).toBe(io.out().replaceAll('\n\n', '\n'))
  })

  test('works in threads when asked to, and ends them', async () => {
    const register = write(
      'r.csv',
      `id,text\n${Array.from({ length: 2_000 }, (_, id) => `${id},Verkstad för ${id} tåg\n`).join('')}`,
    )
    expect(await match(register, '--out', at('one.csv'), '--workers', '1')).toBe(0)
    expect(
      await matchCommand.run(['companies', register, '--out', at('two.csv'), '--workers', '2'], { ...io, workerEntry: entry }),
    ).toBe(0)
    expect(readFileSync(at('two.csv')).equals(readFileSync(at('one.csv')))).toBe(true)
  })

  test('a row that cannot be read comes out with its line, the rest is matched, and the exit code is 1', async () => {
    const register = write('r.csv', 'id,text,kommun\n1,Sågverk,Mora\n2,b,c,d\n3,Sågverk,Mora\n')
    expect(await match(register, '--out', at('m.csv'))).toBe(1)
    expect(io.errors()).toContain('r.csv: 1 row could not be read as it should')
    const written = readFileSync(at('m.csv'), 'utf8')
    expect(written).toContain('Line 3 has 4 cells, the header 3')
    expect(written).toContain('3,20,Mora,1,own,')
  })

  test('columns can be named, and the edition of the codes given', async () => {
    const register = write('r.csv', 'nummer;gör;kod\n1;;63910\n')
    expect(await match(register, '--id', 'nummer', '--text', 'gör', '--sni', 'kod')).toBe(0)
    expect(io.out()).toContain('means two things')
    io.clear()
    expect(await match(register, '--id', 'nummer', '--sni', 'kod', '--sni-edition', '2025')).toBe(0)
    expect(io.out()).not.toContain('means two things')
    expect(await match(register, '--sni-edition', '2012')).toBe(2)
  })

  test('a register that is no table is refused, and a file that was there stays', async () => {
    const register = write('r.csv', 'namn,ort\n1,a\n')
    write('m.csv', 'before')
    expect(await match(register, '--out', at('m.csv'))).toBe(1)
    expect(readFileSync(at('m.csv'), 'utf8')).toBe('before')
    expect(readdirSync(folder).sort()).toEqual(['data', 'm.csv', 'r.csv'])
  })

  test('the same in Swedish', async () => {
    io = makeTestIo({ SPETS_DATA: at('data'), SPETS_LANG: 'sv' })
    expect(await match(write('r.csv', 'id,text\n1,"a\n'))).toBe(1)
    expect(io.errors()).toContain('1 rad kunde inte läsas som den ska')
    expect(io.out()).toContain('Rad 2: ett citattecken öppnas och stängs inte.')
  })

  test('reports what is wrong with a file that cannot be read or written', async () => {
    const register = write('r.csv', 'id,text\n1,a\n')
    mkdirSync(at('mapp'))
    for (const [args, words] of [
      [[at('none.csv')], 'There is no file'],
      [[at('mapp')], 'that is a folder, not a file'],
      [[register, '--out', at('none/m.csv')], 'm.csv: the folder does not exist'],
      [[register, '--out', at('mapp')], 'that is a folder, not a file'],
    ] as const) {
      io = makeTestIo(io.env)
      expect(await match(...args)).toBe(1)
      expect(io.errors()).toContain(words)
    }
    expect(readdirSync(folder).sort()).toEqual(['data', 'mapp', 'r.csv'])
  })

  test.each([
    [['r.csv', '--workers', '0'], '--workers must be from 1 to 64'],
    [['r.csv', '--workers', 'many'], '--workers must be from 1 to 64'],
    [['r.csv', '--most', '21'], '--most must be from 1 to 20'],
    [['r.csv', '--out', './r.csv'], '--out must be another file than the register'],
    [['r.csv', 'more.csv'], 'Name companies and a file'],
  ])('%j is wrong usage', async (args, words) => {
    expect(await match(...args)).toBe(2)
    expect(io.errors()).toContain(words)
  })
})
