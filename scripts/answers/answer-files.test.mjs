import { expect, test } from 'vitest'
import { answerName, commandAnswerText, httpAnswerText, normalise } from './answer-files.mjs'

const answered = ({ headers = {}, body = 'x', status = 200 }) => ({ status, headers, body: Buffer.from(body) })
const site = { origin: 'http://127.0.0.1:23100', folder: '/somewhere/data' }

test('what two runs cannot share is replaced: address, folder, request number, hashes in built names', () => {
  const text =
    'http://127.0.0.1:23100/om 127.0.0.1:23100 /somewhere/data/x 123-abc /assets/site-CkZEh34x.css /assets/sans-3-wght-Bq_Lx-4X.woff2'
  expect(normalise(text, { ...site, requestId: '123-abc' })).toBe(
    'http://HOST/om HOST FOLDER/x REQUEST-ID /assets/site-HASH.css /assets/sans-3-wght-HASH.woff2',
  )
})

test('everything else is kept: days, numbers, other names with hyphens', () => {
  const text = '2026-11-26 /region/varmland-ab12CD34 assets/plain.css W/"x" edc0aa0ebef5'
  expect(normalise(text, site)).toBe(text)
})

test('headers of the moment are left out; an ETag shows its form, a version its number', () => {
  const headers = {
    date: 'now',
    'x-request-id': 'n-1',
    etag: 'W/"abc"',
    'content-type': 'text/html',
    'cache-control': 'no-store',
  }
  expect(httpAnswerText({ address: '/om' }, answered({ headers, body: '<p>n-1</p>' }), site)).toBe(
    'GET /om\nstatus 200\ncache-control: no-store\ncontent-type: text/html\netag: W/"…"\n\n<p>REQUEST-ID</p>',
  )
  expect(httpAnswerText({ address: '/x' }, answered({ headers: { etag: '"3"' } }), site)).toContain('etag: "3"')
})

test('bytes that are no text are named by their hash, and a byte order mark stays', () => {
  const [one, other] = ['a', 'b'].map((body) =>
    httpAnswerText({ address: '/x' }, answered({ headers: { 'content-type': 'font/woff2' }, body }), site),
  )
  expect(one).toMatch(/1 bytes, sha256 [0-9a-f]{64}$/)
  expect(one).not.toBe(other)
  const csv = answered({ headers: { 'content-type': 'text/csv' }, body: '\uFEFFa;b' })
  expect(httpAnswerText({ address: '/x' }, csv, site).endsWith('\n\n\uFEFFa;b')).toBe(true)
})

test('the exit code, both outputs and the language of a command are written', () => {
  const answer = { code: 2, stdout: Buffer.from('ut /somewhere/data'), stderr: Buffer.from('fel') }
  expect(commandAnswerText({ args: ['match', 'x'], lang: 'sv' }, answer, { folder: site.folder })).toBe(
    'spets match x\n> SPETS_LANG: sv\nexit code 2\n\nut FOLDER\n--- stderr\nfel',
  )
})

test('a name is the same for the same question and another for another, however long or strange', () => {
  const questions = [
    'GET /sok?q=a',
    'GET /sok?q=A',
    'GET /sok?q=%C3%A5',
    `GET /sok?q=${'x'.repeat(300)}`,
    `GET /sok?q=${'x'.repeat(301)}`,
    'GET /',
  ]
  const names = questions.map((question) => answerName('pages', question))
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(questions.length)
  for (const name of names) expect(name).toMatch(/^pages\/[\w.=-]{1,100}~[0-9a-f]{8}\.txt$/)
  expect(answerName('pages', questions[0])).toBe(names[0])
})
