// Puts small faults into the rooms that decide what readers see, and counts those that no test beside the code notices.
// `npm run mutation`, or `npm run mutation -- src/shapes/theme-shape.ts` for one file, folder or page.
import { join } from 'node:path'
import { ensureInstalled, root, runOnPinnedNode } from './prepare.mjs'

ensureInstalled()
process.exit(await runOnPinnedNode([join(root, 'scripts/mutation/run-mutation.ts'), ...process.argv.slice(2)]))
