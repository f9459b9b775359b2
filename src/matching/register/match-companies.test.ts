import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRegister } from '../../../bench/company-register.ts'
import { shippedVersions } from '../../snapshot/testing/shipped-snapshot.ts'
import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import { matchRegister } from './match-companies.ts'
import type { Matcher } from './match-companies.ts'
import { matchHere } from './match-here.ts'
import { UnreadableTable } from '../../sources/delimited/delimited-rows.ts'
import { startWorkers } from './match-workers.ts'
import type { WorkerPool } from './match-workers.ts'

const setting = { versions: shippedVersions(), beside: getShippedBeside(), validAt: '2026-11-01' }
const here = matchHere(setting)

async function* piecesOf<T>(pieces: Iterable<T>): AsyncGenerator<T> {
  yield* pieces
}

async function csvOf(pieces: Iterable<string | Buffer>, matcher: Matcher = here): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of matchRegister(piecesOf(pieces), { matcher, options: { most: 2, lang: 'sv' } })) parts.push(part)
  return Buffer.concat(parts).toString()
}

const matchesOf = async (...pieces: (string | Buffer)[]): Promise<Record<string, string>[]> =>
  parse(await csvOf(pieces), { columns: true })

describe('a register of companies', () => {
  test('gives a row a match, own region first, with the reason', async () => {
    const rows = await matchesOf('id,sni,text,municipality\n1,,Vi hyvlar lister,Nässjö\n')
    expect(rows[0]).toMatchObject({ id: '1', region: '06', scope: 'own', priority: 'Skogsnäring och träförädling' })
    expect(rows[0]!['reason']).toContain('hyvlar')
    expect(rows.map(({ scope }) => scope)).toEqual(['own', 'own', 'elsewhere', 'elsewhere'])
  })

  test('is read whichever way it is cut, with semicolons and letters of two bytes', async () => {
    const bytes = Buffer.from('\ufeffOrgnr;Kommun;Beskrivning\r\n556;Växjö;"Trähus; till kommuner"\r\n')
    const whole = await matchesOf(bytes)
    expect(whole[0]).toMatchObject({ id: '556', place: 'Växjö', region: '07' })
    for (const at of [1, 2, 17, 26, 27, 31, 45]) expect(await matchesOf(bytes.subarray(0, at), bytes.subarray(at))).toEqual(whole)
  })

  test('a company that fits nothing has a row that states it, and so has an unknown place or code', async () => {
    const rows = await matchesOf('id,sni,text,kommun\n1,,xyzzyx,Atlantis\n2,00001,Hotell,Åre\n')
    expect(rows[0]).toMatchObject({ id: '1', priority: '', problem: 'platsen är inte känd: Atlantis; passar inget område' })
    expect(rows[1]).toMatchObject({ id: '2', problem: 'SNI-koden är inte känd: 00001' })
  })

  test('what a spreadsheet would run stays text', async () => {
    expect((await matchesOf('id,text\n=1+1,Hotell\n'))[0]!['id']).toBe("'=1+1")
  })

  test('a register that cannot be read is refused with what is missing, or the line', async () => {
    await expect(matchesOf('name,city\nA,B\n')).rejects.toThrow(UnreadableTable)
    await expect(matchesOf('name,city\nA,B\n')).rejects.toThrow('needs a column text or sni')
    await expect(matchesOf('')).rejects.toThrow('empty')
  })
})

describe('worker threads', () => {
  const entry = new URL('testing/worker-from-source.ts', import.meta.url)
  const register = [...makeRegister(3_000)]
  let pool: WorkerPool
  beforeAll(() => void (pool = startWorkers(3, { entry, setting })))
  afterAll(() => pool.close())

  test('give the very same bytes as this thread alone', async () => {
    expect(await csvOf(register, pool)).toBe(await csvOf(register))
  })

  test('report a row that cannot be read by its line in the file', async () => {
    const broken = [...register, '1,2\n', ...register.slice(1)]
    const csv = await csvOf(broken, pool)
    expect(csv).toContain('1,,,,,,,,,,,"Rad 3002 har 2 celler, rubrikraden 4.')
    expect(csv).toBe(await csvOf(broken))
  })

  test('take no more of the register than what is being worked on', async () => {
    let taken = 0
    const counted = function* () {
      for (const piece of makeRegister(1_000_000)) {
        taken++
        yield piece
      }
    }
    const pieces = matchRegister(piecesOf(counted()), { matcher: pool, options: { most: 1, lang: 'sv' } })
    for (let i = 0; i < 3; i++) await pieces.next()
    // A piece is a thousand rows, which make two batches.
    expect(taken).toBeLessThanOrEqual(pool.most / 2 + 4)
    await pieces.return(undefined)
  })

  test('one that ends is reported, and nothing waits for it', async () => {
    const dying = startWorkers(1, { entry: new URL('data:text/javascript,process.exit(7)'), setting })
    await expect(csvOf(register, dying)).rejects.toThrow('ended with code 7')
    await dying.close()
  })

  test('a batch that takes too long is given up, with its line', async () => {
    const silent = new URL(
      `data:text/javascript,${encodeURIComponent("import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {})")}`,
    )
    const stuck = startWorkers(1, { entry: silent, setting, batchDeadlineMs: 50 })
    await expect(csvOf(register, stuck)).rejects.toThrow('The rows from line 2 on took more than 0.05 seconds')
    await stuck.close()
  })

  test('a bug is reported with the lines where it occurred', async () => {
    const faulty = new URL(
      `data:text/javascript,${encodeURIComponent("import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => parentPort.postMessage({ bug: new Error('odd') }))")}`,
    )
    const dying = startWorkers(1, { entry: faulty, setting })
    await expect(csvOf(register, dying)).rejects.toThrow('In the batch that begins on line 2: odd')
    await dying.close()
  })
})

test.each([
  ['Windows-1252', Buffer.from('id;text\r\n1;Sågverk\r\n', 'latin1'), 1],
  ['UTF-16', Buffer.from('\ufeffid\ttext\r\n1\tSågverk\r\n', 'utf16le'), 0],
  ['UTF-8 after a line that names the separator', Buffer.from('sep=;\r\nid;text\r\n1;Sågverk\r\n'), 1],
])('a register in %s is matched as in UTF-8', async (_, bytes, noticed) => {
  const asUtf8 = await csvOf(['id;text\n1;Sågverk\n'])
  const notices: unknown[] = []
  const parts: Uint8Array[] = []
  const input = piecesOf([bytes])
  for await (const part of matchRegister(input, {
    matcher: here,
    options: { most: 2, lang: 'sv' },
    notify: (one) => notices.push(one),
  }))
    parts.push(part)
  expect(Buffer.concat(parts).toString()).toBe(asUtf8)
  expect(notices).toHaveLength(noticed)
})
