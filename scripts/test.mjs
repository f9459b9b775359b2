// Every check that a change must pass. `--static` leaves the tests out. Works from Node 20 on a clean checkout.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensureBuilt, ensureEngineInstalled, ensureInstalled, root, runOnPinnedNode } from './prepare.mjs'

const isStaticOnly = process.argv.includes('--static')
const bin = (name) => join(root, 'node_modules', ...name)

ensureInstalled()
const env = { ...process.env, FORCE_COLOR: process.env.FORCE_COLOR ?? '0' }
await step('types', [bin(['typescript', 'bin', 'tsc']), '--noEmit'])
await step('lint', [bin(['oxlint', 'bin', 'oxlint']), '--deny-warnings'])
await step('format', [bin(['oxfmt', 'bin', 'oxfmt']), '--check', '.'])
if (!isStaticOnly) {
  ensureBuilt()
  ensureEngineInstalled()
  env.SPETS_CHROMIUM = findChromium() ?? installChromium() ?? ''
  ensureOffice()
  await step('tests', [bin(['vitest', 'vitest.mjs']), 'run', ...process.argv.slice(2)])
}

async function step(name, args) {
  console.error(`\n— ${name}`)
  const code = await runOnPinnedNode(args, env)
  if (code !== 0) {
    console.error(`\n«${name}» failed.`)
    process.exit(code)
  }
}

function findChromium() {
  if (process.env.SPETS_CHROMIUM) return process.env.SPETS_CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']) {
    const found = folders.map((folder) => join(folder, name)).find(existsSync)
    if (found) return found
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return existsSync(mac) ? mac : null
}

function inPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

/** LibreOffice and poppler open the documents that Spets writes. Installed only on Debian and its relatives, as root. */
function ensureOffice() {
  if (inPath('soffice') && inPath('pdftotext')) return
  installPackages('LibreOffice and poppler for the tests of documents', [
    'libreoffice-impress-nogui',
    'libreoffice-writer-nogui',
    'libreoffice-calc-nogui',
    'poppler-utils',
    'fonts-liberation',
  ])
  if (!inPath('soffice') || !inPath('pdftotext'))
    console.error('LibreOffice (soffice) or poppler (pdftotext) was not found: the tests of documents will fail. Install them.')
}

function installPackages(what, packages) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return
  console.error(`Installing ${what} …`)
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2] })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/** Only on Debian and its relatives, as root; elsewhere the browser's tests fail with a message on what is missing. */
function installChromium() {
  installPackages('Chromium for the browser tests', ['chromium', 'fonts-liberation'])
  const found = findChromium()
  if (!found)
    console.error(
      'No Chromium was found: the browser tests will fail. Install Chromium or Chrome, or give its path in SPETS_CHROMIUM.',
    )
  return found
}
