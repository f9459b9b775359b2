// Builds and serves, and does both again whenever a source file changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, pinnedNode, root, serverEntry } from './prepare.mjs'

ensureInstalled()
let server = null
let timer = null
let restarting = Promise.resolve()

/** The old server releases the port and the registry before the new one opens them. */
async function restart() {
  try {
    ensureBuilt({ isFatal: false })
  } catch (error) {
    console.error(error.message)
    return
  }
  await stop()
  server = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', serverEntry, 'serve', ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().then(() => process.exit(0)))
await restart()
for (const folder of ['src', 'facts']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      restarting = restarting.then(restart)
    }, 200)
  })
}
