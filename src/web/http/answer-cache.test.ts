import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodingFor, isSameEtag, makeAnswerCache } from './answer-cache.ts'
import type { Answer } from './answer-cache.ts'

const answerOf = (length: number): Answer => ({
  madeAt: null,
  etag: 'W/"a"',
  headers: {},
  bodies: { identity: Buffer.alloc(length, 'a') },
})

test('the least lately used go first when it is full', () => {
  const cache = makeAnswerCache({ mostBytes: 100_000 })
  for (const url of ['/1', '/2', '/3', '/4', '/5']) cache.put(url, answerOf(10_000))
  cache.get('/1')
  cache.put('/6', answerOf(10_000))
  expect(['/1', '/2', '/3', '/6'].map((url) => cache.get(url) !== null)).toEqual([true, false, true, true])
})

test('long addresses with short answers fill it too', () => {
  const cache = makeAnswerCache({ mostBytes: 1_000_000 })
  for (let index = 0; index < 1000; index++) cache.put(`/sok?q=${index}${'å'.repeat(4000)}`, answerOf(10))
  const kept = Array.from({ length: 1000 }, (_, index) => cache.get(`/sok?q=${index}${'å'.repeat(4000)}`)).filter(Boolean)
  expect(kept.length).toBeLessThan(110)
})

test('an answer that is far too large is not kept, and a new one replaces the old', () => {
  const cache = makeAnswerCache({ mostBytes: 100_000 })
  cache.put('/', answerOf(30_000))
  expect(cache.get('/')).toBeNull()
  for (let index = 0; index < 50; index++) cache.put('/same', answerOf(10_000))
  cache.put('/other', answerOf(10_000))
  expect([cache.get('/same') !== null, cache.get('/other') !== null]).toEqual([true, true])
})

test('a body is packed once, however many ask at the same time', async () => {
  const cache = makeAnswerCache()
  const answer = answerOf(5000)
  const packed = await Promise.all(Array.from({ length: 5 }, () => cache.bodyOf(answer, 'br')))
  expect(new Set(packed).size).toBe(1)
  expect(brotliDecompressSync(packed[0]!).equals(answer.bodies.identity!)).toBe(true)
  expect(gunzipSync(await cache.bodyOf(answer, 'gzip')).equals(answer.bodies.identity!)).toBe(true)
})

test.each([
  ['br, gzip', 5000, 'br'],
  ['gzip, deflate', 5000, 'gzip'],
  ['br;q=0, gzip', 5000, 'gzip'],
  ['br;q=0.0,gzip;q=0', 5000, 'identity'],
  ['br;q=0.5', 5000, 'br'],
  ['identity', 5000, 'identity'],
  [undefined, 5000, 'identity'],
  ['br', 100, 'identity'],
])('one who takes «%s» gets %i bytes as %s', (accepted, length, encoding) => {
  expect(encodingFor(accepted, length)).toBe(encoding)
})

test.each([
  ['"a"', '"a"', true],
  ['W/"a"', '"a"', true],
  ['"a"', 'W/"a"', true],
  ['"b", W/"a"', 'W/"a"', true],
  ['*', 'W/"a"', true],
  ['"b"', '"a"', false],
  ['a', '"a"', false],
  [undefined, '"a"', false],
])('If-None-Match %s and %s', (header, etag, isSame) => {
  expect(isSameEtag(header, etag)).toBe(isSame)
})
