import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { kernelBinary } from '../src/kernel/kernel-binary.ts'
// @ts-expect-error a script without types
import { buildApi, entryPoints } from '../scripts/build-api.mjs'
import { compileKernel } from './build-kernel.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

test('the compiled kernel is what its source gives', async () => {
  expect(await compileKernel()).toBe(kernelBinary)
})

test('the description of the interface is what the docstrings give', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'relatedness-api-'))
  try {
    expect(buildApi(folder)).toBe('')
    for (const { file } of entryPoints) {
      const made = readFileSync(join(folder, file), 'utf8')
      expect(
        readFileSync(join(root, 'api', file), 'utf8') === made,
        `${file}: run \`npm run build:api\` in packages/relatedness.`,
      ).toBe(true)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
