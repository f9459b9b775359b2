import { expect, test } from 'vitest'
import { clientOf, makeRateLimit } from './rate-limit.ts'

test('what is saved up can be spent, then it comes back with time', () => {
  const limit = makeRateLimit({ burst: 3, perSecond: 2 })
  const waits = [0, 0, 0, 0, 0].map(() => limit.take('a', { nowMs: 1000 }))
  expect(waits).toEqual([0, 0, 0, 1, 1])
  expect(limit.take('a', { nowMs: 1400 })).toBe(1)
  expect(limit.take('a', { nowMs: 1500 })).toBe(0)
  expect(limit.take('b', { nowMs: 1500 })).toBe(0)
})

test('dear work puts a client in debt, which is told as a longer wait and never grows past the burst', () => {
  const limit = makeRateLimit({ burst: 10, perSecond: 1 })
  limit.charge('a', 1000, 0)
  expect(limit.take('a', { nowMs: 0 })).toBe(11)
  expect(limit.take('a', { nowMs: 11_000 })).toBe(0)
})

test('whoever comes from more addresses than are remembered pushes out the oldest, not the server', () => {
  const limit = makeRateLimit({ burst: 1, perSecond: 0.001 })
  expect([limit.take('first', { nowMs: 0 }), limit.take('first', { nowMs: 0 }) > 0]).toEqual([0, true])
  for (let client = 0; client < 20_000; client++) limit.take(String(client), { nowMs: 0 })
  expect(limit.take('first', { nowMs: 0 })).toBe(0)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8::2', '2001:db8:0:0'],
  ['2001:DB8:0:0:ffff::', '2001:db8:0:0'],
  ['2001:0db8:0001::9', '2001:db8:1:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0'],
])('%s counts as %s', (remoteAddress, client) => {
  expect(clientOf({ remoteAddress, forwardedFor: '203.0.113.9', isProxyTrusted: false })).toBe(client)
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['198.51.100.7, 203.0.113.9', '203.0.113.9'],
  ['203.0.113.9:4711', '203.0.113.9'],
  ['[2001:db8::1]:4711', '2001:db8:0:0'],
  ['', '192.0.2.1'],
  [undefined, '192.0.2.1'],
])('behind a trusted proxy, «%s» counts as %s', (forwardedFor, client) => {
  expect(clientOf({ remoteAddress: '192.0.2.1', forwardedFor, isProxyTrusted: true })).toBe(client)
})
