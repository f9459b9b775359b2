#!/usr/bin/env node
// Runs the spets command on the project's own Node, after installing and building what is missing.
import { ensureBuilt, ensureInstalled, runOnPinnedNode, serverEntry } from './prepare.mjs'

ensureInstalled()
ensureBuilt()
process.exit(await runOnPinnedNode([serverEntry, ...process.argv.slice(2)]))
