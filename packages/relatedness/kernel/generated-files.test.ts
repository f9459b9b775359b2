import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { kernelBinary } from '../src/kernel/kernel-binary.ts'
import { compileKernel } from './build-kernel.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

test('the compiled kernel is what its source gives', async () => {
  expect(await compileKernel()).toBe(kernelBinary)
})

test('the description of the interface is what the docstrings give', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relatedness-api-'))
  try {
    const typedoc = join(root, 'node_modules/typedoc/bin/typedoc')
    const { status, stdout, stderr } = spawnSync(process.execPath, [typedoc, '--out', folder, '--logLevel', 'Warn'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect({ status, problems: stdout + stderr }).toEqual({ status: 0, problems: '' })
    const made = readFileSync(join(folder, 'API.md'), 'utf8')
    expect(readFileSync(join(root, 'api/API.md'), 'utf8') === made, 'Run `npm run build:api` in packages/relatedness.').toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
