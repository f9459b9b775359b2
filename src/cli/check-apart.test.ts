import { expect, test } from 'vitest'
import { ExpectedError } from '../records/expected-error.ts'
import { checkApart } from './check-apart.ts'

/** A program for a thread that reports a finding, as the real one does. */
const programThatReports = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)
const report = (finding: unknown) =>
  programThatReports(`import { parentPort } from 'node:worker_threads'; parentPort.postMessage(${JSON.stringify(finding)})`)
const unused = { checkIntegrity: () => Promise.reject(new Error('not asked')) }

test('a sound registry passes', async () => {
  await expect(checkApart(unused, { env: {}, workerEntry: report(null) })).resolves.toBeUndefined()
})

test('what the thread finds is refused in the same words as here', async () => {
  const found = checkApart(unused, { env: {}, workerEntry: report({ code: 'store_damaged', detail: 'wish/a does not match.' }) })
  await expect(found).rejects.toThrow(ExpectedError)
  await expect(found).rejects.toMatchObject({ code: 'store_damaged', detail: 'wish/a does not match.' })
})

test('a thread that fails, or ends without a word, is no sound registry', async () => {
  const failing = programThatReports("throw new Error('out of memory')")
  await expect(checkApart(unused, { env: {}, workerEntry: failing })).rejects.toThrow('out of memory')
  await expect(checkApart(unused, { env: {}, workerEntry: programThatReports('') })).rejects.toThrow('without a finding')
  await expect(checkApart(unused, { env: {}, workerEntry: report({ code: null, detail: 'TypeError: x' }) })).rejects.toThrow(
    'TypeError',
  )
})

test('without a program for a thread the registry is checked here', async () => {
  await expect(checkApart(unused, { env: {} })).rejects.toThrow('not asked')
})
