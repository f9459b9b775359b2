import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '../store/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { makeOutbox } from './outbox.ts'
import { sendBySmtp } from './smtp.ts'

let folder: string
let store: Store
let now: Date
let arrived: string[]
let isRefusing: boolean
let server: SMTPServer
let url: string
const clock = () => now
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spets-outbox-'))
  now = new Date('2026-11-27T12:00:00.000Z')
  store = await openSqliteStore(join(folder, 'spets.sqlite'), { clock })
  arrived = []
  isRefusing = false
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (isRefusing) return done(new Error('The mailbox is full'))
        arrived.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await new Promise<void>((resolve) => server.close(resolve))
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const mail = { to: 'redaktor@example.se', subject: 'Påminnelse', text: 'Länken: https://spets.example.se/x\n' }
const makeSending = () => makeOutbox(store.side, { clock, send: sendBySmtp({ url, from: 'Spets <spets@example.se>' }) })

test('a mail arrives once, and its text is not kept', async () => {
  const [outbox, another] = [makeSending(), makeSending()]
  await outbox.queue(mail)
  await Promise.all([outbox.flush(), another.flush(), outbox.flush()])
  expect(arrived).toHaveLength(1)
  expect(arrived[0]).toMatch(/^To: redaktor@example\.se/m)
  expect(arrived[0]).toMatch(/^From: Spets <spets@example\.se>/m)
  expect(arrived[0]).toContain('https://spets.example.se/x')
  expect(await outbox.findNewest(5)).toMatchObject([{ state: 'sent', body: '', attempts: 1 }])
})

test('two mails about the same thing are one', async () => {
  const outbox = makeSending()
  expect(await outbox.queue({ ...mail, key: 'round 2027 17 day 10' })).toBe(true)
  expect(await outbox.queue({ ...mail, key: 'round 2027 17 day 10' })).toBe(false)
  await outbox.flush()
  expect(await outbox.queue({ ...mail, key: 'round 2027 17 day 10' })).toBe(false)
  expect(arrived).toHaveLength(1)
})

test('what a server refuses is tried again later, then given up, with the reason', async () => {
  const outbox = makeSending()
  isRefusing = true
  await outbox.queue(mail)
  await outbox.flush()
  expect(await outbox.findNewest(5)).toMatchObject([
    { state: 'waiting', attempts: 1, fault: expect.stringContaining('full') as string },
  ])
  isRefusing = false
  await outbox.flush()
  expect(arrived).toEqual([])
  now = new Date(now.getTime() + 60_000)
  await outbox.flush()
  expect(arrived).toHaveLength(1)
  isRefusing = true
  await outbox.queue(mail)
  for (let n = 0; n < 7; n++) {
    await outbox.flush()
    now = new Date(now.getTime() + 5 * 3600_000)
  }
  expect((await outbox.findNewest(1))[0]).toMatchObject({ state: 'failed', attempts: 6 })
})

test('without a mail server it is kept for an administrator, and after a week it is gone', async () => {
  const outbox = makeOutbox(store.side, { clock, send: null })
  await outbox.queue(mail)
  await outbox.flush()
  expect(await outbox.findNewest(5)).toMatchObject([{ state: 'kept', recipient: mail.to, body: mail.text }])
  now = new Date(now.getTime() + 8 * 24 * 3600_000)
  await outbox.flush()
  expect(await outbox.findNewest(5)).toEqual([])
})
