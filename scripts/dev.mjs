// Builds and serves, and does both again whenever a source file changes.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, pinnedNode, root, serverEntry } from './prepare.mjs'

ensureInstalled()
let server = null
let timer = null

function restart() {
  try {
    ensureBuilt({ isFatal: false })
  } catch (error) {
    console.error(error.message)
    return
  }
  server?.kill('SIGTERM')
  server = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', serverEntry, 'serve', ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
}

restart()
for (const folder of ['src', 'facts']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(restart, 200)
  })
}
