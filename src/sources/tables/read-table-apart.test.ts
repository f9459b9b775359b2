import { expect, test } from 'vitest'
import { readTableApart } from './read-table-apart.ts'
import type { TableJob } from './table-job.ts'

const entry = new URL('testing/table-worker-from-source.ts', import.meta.url)
const regions = ['01', '17', '25'].map((code) => ({ code, names: [code] }))
const jobOf = (text: string): TableJob => ({ fileName: 't.csv', bytes: new TextEncoder().encode(text), title: 'Prov', regions })
const small = 'region;A;B;C\n01;1;2;3\n17;4;5;6\n25;7;8;1\n'

test('a table comes out of a thread as it does here, numbers and all, and is refused alike', async () => {
  const here = await readTableApart(jobOf(small), {})
  expect(await readTableApart(jobOf(small), { workerEntry: entry })).toEqual(here)
  expect([...here.statistics.values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1])
  await expect(readTableApart(jobOf('region;A\n'), { workerEntry: entry })).rejects.toMatchObject({ code: 'unsupported_file' })
})

test('one beyond the deadline is given up; the limit of memory is that of decks, tested there', async () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `${at % 1000},a${Math.floor(at / 1000)},${at}`)
  const large = `region,activity,value\n${rows.join('\n')}\n`
  await expect(readTableApart(jobOf(large), { workerEntry: entry, deadlineMs: 1 })).rejects.toMatchObject({ code: 'too_large' })
})
