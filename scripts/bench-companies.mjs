// Registers of companies, matched by the command and beside a named library, on the pinned Node, after installing and building what is missing.
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root, runOnPinnedNode } from './prepare.mjs'

ensureInstalled()
ensureBuilt()
const vite = join(root, 'node_modules/vite/bin/vite.js')
const built = await runOnPinnedNode([
  vite,
  'build',
  '--ssr',
  'bench/companies-bench.ts',
  '--outDir',
  'dist/bench',
  '--logLevel',
  'error',
])
if (built !== 0) process.exit(built)
process.exit(await runOnPinnedNode([join(root, 'dist/bench/bench.js')]))
