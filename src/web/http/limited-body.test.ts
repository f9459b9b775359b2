import { expect, test } from 'vitest'
import { openBody, readLimitedBody } from './limited-body.ts'

const limits = { mostBytes: 1000, tooMuch: 'Too much.' }

/** A request whose body comes in these pieces; after the last one it ends, hangs, or breaks. */
function sent(pieces: string[], { after = 'end', length }: { after?: 'end' | 'hang' | 'break'; length?: number } = {}): Request {
  const body = new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
      if (after === 'end') controller.close()
      if (after === 'break') controller.error(new Error('socket hang up'))
    },
  })
  const headers = length === undefined ? {} : { 'content-length': String(length) }
  return new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

test.each([undefined, 6, 2, 900])('a body is the same whatever its header says of its length: %s', async (length) => {
  const request = sent(['ab', 'cd', 'ef'], length === undefined ? {} : { length })
  expect((await readLimitedBody(request, limits)).toString()).toBe('abcdef')
})

test('no body is an empty one', async () => {
  expect((await readLimitedBody(new Request('http://localhost/'), limits)).length).toBe(0)
})

test('more than the limit is refused, told or not', async () => {
  await expect(readLimitedBody(sent(['x'.repeat(1001)]), limits)).rejects.toMatchObject({
    code: 'too_large',
    detail: 'Too much.',
  })
  await expect(readLimitedBody(sent(['x'], { length: 1001 }), limits)).rejects.toMatchObject({ code: 'too_large' })
  expect((await readLimitedBody(sent(['x'.repeat(1000)]), limits)).length).toBe(1000)
})

test('a body that does not come is too slow', async () => {
  const began = performance.now()
  await expect(readLimitedBody(sent(['a'], { after: 'hang' }), { ...limits, deadlineMs: 50 })).rejects.toMatchObject({
    code: 'too_slow',
  })
  expect(performance.now() - began).toBeLessThan(5000)
})

test('a sender who hangs up is nothing unexpected', async () => {
  await expect(readLimitedBody(sent([], { after: 'break' }), limits)).rejects.toMatchObject({ code: 'bad_request' })
})

test('the beginning is read, and then the rest', async () => {
  const body = openBody(sent(['a'.repeat(600), 'b'.repeat(300)]), limits)
  const begun = await body.readUntil((soFar) => soFar.includes('a'), { mostBytes: 800, deadlineMs: 1000 })
  expect(begun.toString()).toContain('a'.repeat(600))
  expect((await body.readAll()).toString()).toBe('a'.repeat(600) + 'b'.repeat(300))
})

test('the beginning has its own limits', async () => {
  const never = () => false
  const long = openBody(sent(['a'.repeat(400), 'b'.repeat(400), 'c'.repeat(100)], { after: 'hang' }), limits)
  expect((await long.readUntil(never, { mostBytes: 500, deadlineMs: 1000 })).length).toBe(800)
  const slow = openBody(sent(['a'], { after: 'hang' }), limits)
  await expect(slow.readUntil(never, { mostBytes: 500, deadlineMs: 50 })).rejects.toMatchObject({ code: 'too_slow' })
})

test('what comes byte by byte is judged seldom', async () => {
  const bytes = Array.from({ length: 5000 }, () => 'x')
  const body = openBody(sent(bytes), { ...limits, mostBytes: 10_000 })
  let judged = 0
  await body.readUntil(() => ++judged === -1, { mostBytes: 10_000, deadlineMs: 10_000 })
  expect(judged).toBeGreaterThan(0)
  expect(judged).toBeLessThan(10)
})
