import { afterEach, expect, test } from 'vitest'
import { makePoliteClient, ServiceRefusal } from './polite-client.ts'
import type { ClientEffects, RawAnswer } from './polite-client.ts'
import { startAgency } from './testing/fake-agencies.ts'
import type { AgencyOptions, FakeAgency } from './testing/fake-agencies.ts'

let agency: FakeAgency | null = null
afterEach(() => agency?.stop())

/** A client over a service, with a clock that jumps when it sleeps. */
async function start(options: AgencyOptions, effects: Partial<ClientEffects> = {}) {
  agency = await startAgency(options)
  const kept = new Map<string, RawAnswer>()
  const slept: number[] = []
  let time = Date.parse('2026-11-27T12:00:00Z')
  const client = makePoliteClient({
    fetch: (url, init) => fetch(url, init),
    now: () => time,
    sleep: async (ms) => {
      slept.push(ms)
      time += ms
    },
    random: () => 0,
    raw: { find: (key) => kept.get(key) ?? null, keep: (key, answer) => void kept.set(key, answer) },
    hosts: new Set([new URL(agency.url).host]),
    resumeFrom: null,
    ...effects,
  })
  client.setRate({ calls: 1000, windowMs: 1000 })
  return { client, kept, slept, agency, url: `${agency.url}/x` }
}

const ok: AgencyOptions = { answer: () => ({ body: { a: 1 } }) }

test('an answer is kept as it came, with its hash and time', async () => {
  const { client, kept, url } = await start(ok)
  const answer = await client.ask({ url })
  expect(new TextDecoder().decode(answer.bytes)).toBe('{"a":1}')
  expect([...kept.values()]).toEqual([answer])
  expect(answer).toMatchObject({ url, fetchedAt: '2026-11-27T12:00:00.000Z', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test.each([['unavailable'], ['truncated'], ['html'], ['busy']] as const)(
  'an answer that is %s is asked for again, after longer and longer',
  async (fault) => {
    const { client, slept, agency: own, url } = await start(ok)
    own.faults.push(fault, fault, fault)
    expect(new TextDecoder().decode((await client.ask({ url })).bytes)).toBe('{"a":1}')
    expect(slept).toEqual([1000, 2000, 4000])
  },
)

test('after five tries it gives up in words, and what was fetched stays', async () => {
  const { client, agency: own, url } = await start(ok)
  own.faults.push('unavailable', 'unavailable', 'unavailable', 'unavailable', 'unavailable')
  await expect(client.ask({ url })).rejects.toMatchObject({
    code: 'source_unavailable',
    data: { words: { sv: expect.stringContaining('5 försök') } },
  })
  expect(own.calls).toHaveLength(5)
})

test('Retry-After is kept to when it is longer than the wait', async () => {
  const { client, slept, agency: own, url } = await start(ok)
  own.faults.push('retry after two seconds')
  await client.ask({ url })
  expect(slept).toEqual([2000])
})

test('calls are no more than the service says, and one at a time', async () => {
  let [running, most] = [0, 0]
  const { client, slept, url } = await start(ok, {
    fetch: async (address, init) => {
      most = Math.max(most, ++running)
      const response = await fetch(address, init)
      running--
      return response
    },
  })
  client.setRate({ calls: 3, windowMs: 10_000 })
  await Promise.all(Array.from({ length: 7 }, () => client.ask({ url })))
  expect(most).toBe(1)
  expect(slept.reduce((sum, ms) => sum + ms, 0)).toBe(20_000)
})

test('a limit of 0 means that it is announced elsewhere, and one call a second is kept', async () => {
  const { slept, url, agency: own } = await start(ok)
  const { client } = {
    client: makePoliteClient({
      fetch: (address, init) => fetch(address, init),
      now: () => slept.reduce((sum, ms) => sum + ms, 0),
      sleep: async (ms) => void slept.push(ms),
      random: () => 0,
      raw: { find: () => null, keep: () => undefined },
      hosts: new Set([new URL(own.url).host]),
      resumeFrom: null,
    }),
  }
  client.setRate({ calls: 0, windowMs: 0 })
  await client.ask({ url })
  await client.ask({ url })
  expect(slept).toEqual([1000])
})

test('an unchanged answer is not sent again', async () => {
  const {
    client,
    url,
    agency: own,
  } = await start({
    answer: ({ headers }) =>
      headers['if-none-match'] === '"1"'
        ? { status: 304, body: '', headers: { etag: '"1"' } }
        : { body: { a: 1 }, headers: { etag: '"1"' } },
  })
  const first = await client.ask({ url })
  const second = await client.ask({ url })
  expect(second.hash).toBe(first.hash)
  expect(own.calls[1]!.headers['if-none-match']).toBe('"1"')
})

test('a run that was broken off does not ask again for what it has', async () => {
  const { client, url, agency: own } = await start(ok, { resumeFrom: '2026-11-27T11:00:00.000Z' })
  await client.ask({ url })
  await client.ask({ url })
  expect(own.calls).toHaveLength(1)
})

test('other hosts are not asked, also when a service leads there', async () => {
  const { client, agency: own, url } = await start(ok)
  await expect(client.ask({ url: 'http://127.0.0.1:1/x' })).rejects.toMatchObject({ code: 'source_unavailable' })
  own.faults.push('redirect elsewhere')
  await expect(client.ask({ url })).rejects.toMatchObject({
    data: { words: { en: expect.stringContaining('example.invalid is not one of the hosts') } },
  })
  own.faults.push('redirect')
  expect((await client.ask({ url })).bytes.length).toBe(7)
})

test('packed answers are unpacked, and what a service refuses is not asked again', async () => {
  const {
    client,
    agency: own,
    url,
    slept,
  } = await start({
    answer: ({ url: asked }) =>
      asked.pathname === '/no' ? { status: 403, body: { error: 'Too many values selected' } } : { body: { a: 1 } },
  })
  own.faults.push('gzip')
  expect(new TextDecoder().decode((await client.ask({ url })).bytes)).toBe('{"a":1}')
  await expect(client.ask({ url: `${own.url}/no` })).rejects.toThrow(ServiceRefusal)
  expect(slept).toEqual([])
})
