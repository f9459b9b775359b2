import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bytesInMemory } from './file-bytes.ts'
import { readStatisticsApart } from './read-statistics-apart.ts'
import { readStatisticsFile } from './read-statistics-file.ts'
import { xlsx } from './testing/write-tables.ts'
import type { StatisticsJob } from './statistics-job.ts'

const bytesOf = (content: string | Uint8Array | object): Uint8Array =>
  content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
const dataset = (changes: object) => ({
  class: 'dataset',
  id: ['region', 'tid'],
  size: [2, 2],
  dimension: {
    region: { category: { index: ['01', '03'] } },
    tid: { category: { index: ['2020', '2021'] } },
  },
  value: [1, 2, 3, 4],
  ...changes,
})
const pxText = (changes: string, data = '1 2 3 4') =>
  `CHARSET="ANSI";\n${changes}STUB="region";\nHEADING="år";\nVALUES("region")="a","b";\nVALUES("år")="2020","2021";\nDATA=\n${data};\n`
const head = { xml: ' t="str"><v>region</v></c>' }

const hostile: [string, string | Uint8Array | object, string, RegExp][] = [
  ['nothing', '', 'unsupported_file', /empty/],
  ['a web page in place of data', '<!DOCTYPE html><html><body>Bad Request</body></html>', 'unsupported_file', /web page/],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unsupported_file', /\.xls/],
  ['bytes that are no text', Buffer.from([7, 8, 0, 0, 0, 1, 2, 0]), 'unsupported_file', /no text/],
  ['JSON that is cut short', JSON.stringify(dataset({})).slice(0, -20), 'unsupported_file', /cut short/],
  ['JSON with a fault, by line', '{"class":"dataset",\n"id": [,]}', 'unsupported_file', /Line 2, character 8/],
  ['JSON in a wrong encoding', Buffer.from('{"class":"dataset","label":"å"}', 'latin1'), 'unsupported_file', /UTF-8/],
  [
    'JSON nested ten million deep',
    `{"class":"dataset","value":${'['.repeat(10_000_000)}`,
    'unsupported_file',
    /cannot be understood/,
  ],
  ['fewer values than cells', dataset({ value: [1, 2, 3] }), 'unsupported_file', /3 values, but its dimensions make 4/],
  ['sizes that contradict the codes', dataset({ size: [2, 3] }), 'unsupported_file', /«tid»: 2 codes but the size 3/],
  ['a size of zero', dataset({ size: [0, 2], value: [] }), 'unsupported_file', /size 0/],
  ['a negative size', dataset({ size: [-2, -2] }), 'unsupported_file', /size -2/],
  ['a size that is no whole number', dataset({ size: [1.5, 2] }), 'unsupported_file', /size 1.5/],
  ['a huge size', dataset({ size: [1e9, 1e9], value: {} }), 'too_large', /at most 20 M/],
  ['a place outside', dataset({ value: { 4: 1 } }), 'unsupported_file', /no place «4»/],
  ['a place in words', dataset({ value: { ['__proto__x']: 1 } }), 'unsupported_file', /no place/],
  ['a code named __proto__', JSON.stringify(dataset({})).replaceAll('"03"', '"__proto__"'), 'unsupported_file', /__proto__/],
  [
    'a dimension named __proto__',
    JSON.stringify(dataset({})).replaceAll('"tid"', '"__proto__"'),
    'unsupported_file',
    /__proto__/,
  ],
  [
    'a code twice',
    dataset({ dimension: { region: { category: { index: ['01', '01'] } }, tid: { category: { index: ['2020', '2021'] } } } }),
    'unsupported_file',
    /a code is there twice/,
  ],
  [
    'two codes in one place',
    dataset({ dimension: { region: { category: { index: { a: 0, b: 0 } } }, tid: { category: { index: ['2020', '2021'] } } } }),
    'unsupported_file',
    /the place 0, which is taken/,
  ],
  ['a value that is an object', dataset({ value: [1, 2, {}, 4] }), 'unsupported_file', /which is no number/],
  [
    'an SDMX key outside',
    {
      dataSets: [{ observations: { '5': [1] } }],
      structure: { dimensions: { observation: [{ id: 'A', values: [{ id: 'x' }] }] } },
    },
    'unsupported_file',
    /points outside/,
  ],
  ['a PX file without DATA', pxText('').split('DATA')[0]!, 'unsupported_file', /DATA is missing/],
  ['a PX file with too few values', pxText('', '1 2 3'), 'unsupported_file', /3 values, but the variables make 4/],
  ['a PX file with too many values', pxText('', '1 2 3 4 5'), 'unsupported_file', /more values/],
  ['a PX file with a word among its values', pxText('', '1 2 abc 4'), 'unsupported_file', /«abc» is no number/],
  ['a PX file with fewer codes than values', pxText('CODES("region")="1";\n'), 'unsupported_file', /2 values but 1 codes/],
  ['a PX file in no known code page', pxText('CODEPAGE="klingon";\n'), 'unsupported_file', /klingon/],
  [
    'a PX file with a range of times without end',
    pxText('').replace('VALUES("år")="2020","2021"', 'TIMEVAL("år")=TLIST(A1,"0000"-"9999")'),
    'unsupported_file',
    /values, but the variables make/,
  ],
  [
    'a packed file of line ends',
    gzipSync(Buffer.concat([Buffer.from('region;år;antal\n01;2020;5\n'), Buffer.alloc(200_000_000, 10)]), { level: 9 }),
    'too_large',
    /unreasonable/,
  ],
  [
    'a packed file that is cut short',
    gzipSync(strToU8('region;år;antal\n'.repeat(500))).subarray(0, 40),
    'unsupported_file',
    /damaged or cut short/,
  ],
  [
    'a workbook that unpacks without end',
    zipSync({ 'xl/workbook.xml': new Uint8Array(120_000_000) }, { level: 9 }),
    'too_large',
    /unreasonable/,
  ],
  ['a zip that is no workbook', zipSync({ 'a.txt': strToU8('x') }), 'unsupported_file', /no Excel workbook/],
  [
    'a workbook that is cut short',
    xlsx([
      ['region', 2020],
      ['01', 5],
    ]).subarray(0, 300),
    'unsupported_file',
    /damaged or cut short/,
  ],
  [
    'a workbook with a billion laughs',
    xlsx(
      [
        ['region', 2020],
        ['01', 5],
      ],
      {
        extra: {
          'xl/sharedStrings.xml': strToU8('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'),
        },
      },
    ),
    'unsupported_file',
    /document type/,
  ],
  [
    'a workbook with a formula among its numbers',
    xlsx([
      [head, 2020],
      ['01', { xml: '><f>SUM(A1:A9)</f><v>5</v></c>' }],
    ]),
    'unsupported_file',
    /Row 2|Line 2, column B is a formula/,
  ],
  [
    'a workbook that points to texts it has not',
    xlsx([
      ['region', 2020],
      [{ xml: ' t="s"><v>99</v></c>' }, 5],
    ]),
    'unsupported_file',
    /points to a text/,
  ],
  [
    'CSV in two encodings',
    Buffer.concat([Buffer.from('län;år;antal\n'), Buffer.from('Örebro;2020;5\n', 'latin1')]),
    'unsupported_file',
    /Line 2 is not written in UTF-8/,
  ],
  ['CSV with a quote that never ends', `region;år;antal\n"${'x'.repeat(6_000_000)}`, 'too_large', /longer than any table/],
  [
    'CSV whose codes make too many cells',
    ['a;b;c;antal', ...Array.from({ length: 400 }, (_, at) => `x${at};y${at};z${at};1`)].join('\n'),
    'too_large',
    /at most 20 M/,
  ],
]

describe('a file that is broken or made to do harm is refused in plain words and without memory', () => {
  test.each(hostile)('%s', (_, content, code, words) => {
    const bytes = bytesOf(content)
    const before = process.memoryUsage()
    expect(() => readStatisticsFile(bytesInMemory(bytes))).toThrow(
      expect.objectContaining({
        code,
        detail: expect.stringMatching(words),
        data: { words: { sv: expect.any(String), en: expect.any(String) } },
      }),
    )
    const after = process.memoryUsage()
    expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(250_000_000)
  })
})

const workerEntry = new URL('testing/statistics-worker-from-source.ts', import.meta.url)
const job = (content: string): StatisticsJob => ({
  file: { bytes: Buffer.from(content) },
  choices: {
    table: null,
    fileName: 'prov.csv',
    vintage: '2026-11-27',
    title: null,
    source: null,
    licence: null,
    unit: null,
    numberKind: null,
    loaded: [],
    roles: {},
    level: null,
  },
  regions: [],
})

test('a thread reads what this thread reads, and refuses in the same words with the name of the file', async () => {
  const text = 'region;år;antal\n01;2020;5\n03;2020;6\n'
  expect(await readStatisticsApart(job(text), { workerEntry, deadlineMs: 60_000, memoryMegabytes: 1_000 })).toEqual(
    await readStatisticsApart(job(text), {}),
  )
  // A table whose numbers go over without being copied.
  const many = Array.from({ length: 300_000 }, (_, at) => `k${at};2020;${at % 7 === 0 ? '..' : at}`)
  const large = job(`kod;år;antal\n${many.join('\n')}`)
  const { cube } = await readStatisticsApart(large, { workerEntry, deadlineMs: 60_000, memoryMegabytes: 1_000 })
  const here = (await readStatisticsApart(large, {})).cube
  expect(Buffer.from(cube.values.buffer).equals(Buffer.from(here.values.buffer))).toBe(true)
  expect(cube.statuses!.length).toBe(300_000)
  expect(Buffer.from(cube.statuses!).equals(Buffer.from(here.statuses!))).toBe(true)
  await expect(
    readStatisticsApart(job('region;år;antal\n01;2020;5\n01;2020;6\n'), { workerEntry, deadlineMs: 60_000 }),
  ).rejects.toMatchObject({
    code: 'unsupported_file',
    data: { fileName: 'prov.csv', words: { sv: expect.stringContaining('Rad 3') } },
  })
})

test('one that takes longer than its size explains is given up, and others are read meanwhile', async () => {
  const rows = Array.from({ length: 300_000 }, (_, at) => `r${at};2020;${at}`)
  const slow = readStatisticsApart(job(`region;år;antal\n${rows.join('\n')}`), { workerEntry, deadlineMs: 1 })
  await expect(slow).rejects.toMatchObject({ code: 'too_large', data: { words: { en: expect.stringContaining('too long') } } })
})
