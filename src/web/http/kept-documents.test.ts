import { expect, test } from 'vitest'
import { makeKeptDocuments } from './kept-documents.ts'
import type { MadeDocument } from './kept-documents.ts'

const madeOf = (size: number, awaySince: string | null = null): MadeDocument => ({
  bytes: new Uint8Array(size),
  etag: 'W/"1"',
  fileName: 'x',
  madeAt: { awaySince } as MadeDocument['madeAt'],
})

test('a document is sent again as long as nothing that it was made from has changed', async () => {
  let isCurrent = true
  const kept = makeKeptDocuments({ isCurrent: () => isCurrent })
  kept.put('/a', madeOf(10))
  expect((await kept.get('/a'))?.bytes).toHaveLength(10)
  isCurrent = false
  expect(await kept.get('/a')).toBeNull()
  isCurrent = true
  expect(await kept.get('/a')).toBeNull()
})

test('the oldest make room, and what is too large or made while the store is away is not kept', async () => {
  const kept = makeKeptDocuments({ isCurrent: () => true }, { mostBytes: 100 })
  for (const [address, size] of [
    ['/a', 60],
    ['/b', 60],
    ['/c', 30],
    ['/d', 101],
  ] as const)
    kept.put(address, madeOf(size))
  kept.put('/e', madeOf(1, '2026-11-27T12:00:00.000Z'))
  const there = await Promise.all(['/a', '/b', '/c', '/d', '/e'].map(async (address) => (await kept.get(address)) !== null))
  expect(there).toEqual([false, true, true, false, false])
})
