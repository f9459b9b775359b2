// Makes dist/: ES modules with the command line, and the same for CommonJS. Run by `npm run build`, and by npm itself before it packs.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const compiler = join(root, 'node_modules/typescript/bin/tsc')

if (!existsSync(compiler)) {
  // A clean clone: what builds the package is in its own lock file.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
}
rmSync(join(root, 'dist'), { recursive: true, force: true })
run(process.execPath, [compiler, '-p', 'tsconfig.build.json'])
run(process.execPath, [compiler, '-p', 'tsconfig.commonjs.json'])
mkdirSync(join(root, 'dist/commonjs'), { recursive: true })
writeFileSync(join(root, 'dist/commonjs/package.json'), '{ "type": "commonjs" }\n')
// Workers find their module by `import.meta.url`, which CommonJS has not: there the function loads the ES modules when it is called.
writeFileSync(
  join(root, 'dist/commonjs/parallel.js'),
  `'use strict'
exports.analyseInParallel = (table, options) =>
  import('../parallel/analyse-in-parallel.js').then(({ analyseInParallel }) => analyseInParallel(table, options))
`,
)
writeFileSync(
  join(root, 'dist/commonjs/parallel.d.ts'),
  `import type * as parallel from '../parallel/analyse-in-parallel.js' with { 'resolution-mode': 'import' }
export type Analysis = parallel.Analysis
export type NodeWorker = parallel.NodeWorker
export type WebWorker = parallel.WebWorker
export type ParallelOptions = parallel.ParallelOptions
export type StartedWorker = parallel.StartedWorker
export declare const analyseInParallel: typeof parallel.analyseInParallel
`,
)
chmodSync(join(root, 'dist/cli/cli.js'), 0o755)

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}
