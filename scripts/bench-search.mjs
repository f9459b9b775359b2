// Search and matching beside a named library, on the pinned Node, after installing and building what is missing.
import { join } from 'node:path'
import { ensureInstalled, root, runOnPinnedNode } from './prepare.mjs'

ensureInstalled()
const vite = join(root, 'node_modules/vite/bin/vite.js')
const built = await runOnPinnedNode([
  vite,
  'build',
  '--ssr',
  'bench/search-bench.ts',
  '--outDir',
  'dist/bench',
  '--logLevel',
  'error',
])
if (built !== 0) process.exit(built)
process.exit(await runOnPinnedNode([join(root, 'dist/bench/bench.js')]))
