// Runs one benchmark on the pinned Node, after installing and building what is missing: `node scripts/run-bench.mjs bench/web-bench.ts`.
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root, runOnPinnedNode } from './prepare.mjs'

const [entry, ...rest] = process.argv.slice(2)
ensureInstalled()
ensureBuilt()
const vite = join(root, 'node_modules/vite/bin/vite.js')
const built = await runOnPinnedNode([vite, 'build', '--ssr', entry, '--outDir', 'dist/bench', '--logLevel', 'error'])
if (built !== 0) process.exit(built)
process.exit(await runOnPinnedNode([join(root, 'dist/bench/bench.js'), ...rest]))
