import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const source = fileURLToPath(new URL('kernel.as.ts', import.meta.url))
const target = fileURLToPath(new URL('../src/kernel/kernel-binary.ts', import.meta.url))

/** The compiled kernel, as base64. */
export async function compileKernel() {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'))
  try {
    const file = join(folder, 'kernel.wasm')
    const flags = ['--outFile', file, '-O3', '--runtime', 'stub', '--enable', 'simd', '--enable', 'bulk-memory', '--noAssert']
    const { error, stderr } = await asc.main([source, ...flags])
    if (error) throw new Error(stderr.toString())
    return readFileSync(file).toString('base64')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = (await compileKernel()).match(/.{1,110}/g).map((line) => `  '${line}'`)
  const comment = '/** The compiled kernel, made from kernel/kernel.as.ts by `npm run build:kernel`. */'
  writeFileSync(target, `${comment}\nexport const kernelBinary =\n${lines.join(' +\n')}\n`)
}
