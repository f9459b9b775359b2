import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutBatches } from './match-batches.ts'
import { longestRow } from '../../sources/delimited/delimited-rows.ts'

async function batchesOf(...pieces: (string | Uint8Array)[]) {
  const found: { text: string; firstLine: number }[] = []
  const input = (async function* () {
    for (const piece of pieces) yield Buffer.from(piece)
  })()
  for await (const { bytes, firstLine } of cutBatches(input)) found.push({ text: Buffer.from(bytes).toString(), firstLine })
  return found
}

const rows = (count: number, row = 'a,b\n') => row.repeat(count)

test('the header is a batch of its own, and the rows come five hundred at a time', async () => {
  const batches = await batchesOf(`id,text\n${rows(1_100)}`)
  expect(batches.map(({ text, firstLine }) => [text.split('\n').length - 1, firstLine])).toEqual([
    [1, 1],
    [500, 2],
    [500, 502],
    [100, 1002],
  ])
})

test('however a register comes, it is cut at the same places', async () => {
  const register = Buffer.from(`id,text\r\n\r\n${rows(700, '1,"Trä, ""fina""\nmöbler"\r\n')}2,slut`)
  const whole = await batchesOf(register)
  expect(whole).toHaveLength(3)
  expect(whole.map(({ text }) => text).join('')).toBe(register.toString())
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(register.length), { maxLength: 4 }), async (places) => {
      const cuts = [0, ...places.sort((a, b) => a - b), register.length]
      const pieces = cuts.slice(1).map((to, at) => register.subarray(cuts[at], to))
      expect(await batchesOf(...pieces)).toEqual(whole)
    }),
    { numRuns: 40 },
  )
})

test('a line break within quotes ends no row', async () => {
  const batches = await batchesOf(`id,text\n${rows(600, '1,"a\nb"\n')}`)
  expect(batches.map(({ firstLine }) => firstLine)).toEqual([1, 2, 1002])
})

test('lines that end with a carriage return alone are lines', async () => {
  expect(await batchesOf('id,text\r1,a\r2,b\r')).toEqual([
    { text: 'id,text\n', firstLine: 1 },
    { text: '1,a\n2,b\n', firstLine: 2 },
  ])
})

test('long rows make small batches', async () => {
  const batches = await batchesOf('id,text\n', rows(40, `1,${'x'.repeat(50_000)}\n`))
  expect(Math.max(...batches.map(({ text }) => text.length))).toBeLessThan(320_000)
})

test('a quote that is never closed does not gather the file', async () => {
  const sizes: number[] = []
  let given = 0
  const input = (async function* () {
    yield Buffer.from('id,text\n1,"')
    for (; given < 100; given++) yield Buffer.from('ö'.repeat(longestRow))
  })()
  for await (const { bytes } of cutBatches(input)) {
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow()
    sizes.push(bytes.length)
    if (sizes.length === 2) break
  }
  expect(sizes[1]).toBeLessThan(8 * longestRow)
  expect(given).toBeLessThan(6)
})

test('a line that names the separator for Excel is a batch before the header', async () => {
  expect(await batchesOf('sep=;\nid;text\n1;a\n')).toEqual([
    { text: 'sep=;\n', firstLine: 1 },
    { text: 'id;text\n', firstLine: 2 },
    { text: '1;a\n', firstLine: 3 },
  ])
})

test('nothing gives nothing', async () => {
  expect(await batchesOf()).toEqual([])
  expect(await batchesOf('')).toEqual([])
})
