// Installs and builds what Spets needs to run. Plain JavaScript, because it must work on Node 20 before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
export const serverEntry = join(root, 'dist/server/spets.js')
const windows = process.platform === 'win32'
const buildStamp = join(root, 'dist/.spets-build')

export function pinnedNode() {
  const inPackage = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node')
  return existsSync(inPackage) ? inPackage : process.execPath
}

/** Installs the locked packages unless the same lock file is installed already. */
export function ensureInstalled() {
  install(root)
}

/** Installs what only the tests of the engine need: its own compiler and generator of documentation. */
export function ensureEngineInstalled() {
  install(join(root, 'packages/relatedness'))
}

function install(folder) {
  const stamp = join(folder, 'node_modules/.spets-install')
  const wanted = sha256(readFileSync(join(folder, 'package-lock.json')))
  if (readIfThere(stamp) === wanted && existsSync(pinnedNode())) return
  console.error('Installerar det som saknas / installing what is missing …')
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  if (npm.status !== 0)
    stop('npm ci failed: see its message above. Check the network and that npm reaches its registry, then run the command again.')
  writeFileSync(stamp, wanted)
}

/** Builds the pages and the program if any of their sources have changed. A failed build ends the process, or throws. */
export function ensureBuilt({ isFatal = true } = {}) {
  const wanted = sha256(sourcesFingerprint())
  if (readIfThere(buildStamp) === wanted && existsSync(serverEntry)) return
  console.error('Bygger / building …')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  rmSync(buildStamp, { force: true })
  for (const args of [
    ['build', '--logLevel', 'warn'],
    ['build', '--ssr', 'src/spets.ts', '--logLevel', 'warn'],
  ]) {
    const built = spawnSync(pinnedNode(), [vite, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    if (built.status !== 0 && !isFatal) throw new Error('The build failed: see its message above.')
    if (built.status !== 0) stop('The build failed: see its message above.')
  }
  mkdirSync(dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, wanted)
}

/** Runs `args` on the pinned Node, passes signals on, and gives its exit code. */
export function runOnPinnedNode(args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit', env })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

function sourcesFingerprint() {
  const parts = []
  for (const place of [
    'src',
    'facts',
    'packages',
    'package-lock.json',
    'vite.config.ts',
    'tsconfig.json',
    'scripts/browser-facts.ts',
  ])
    walk(join(root, place), parts)
  return parts.join('\n')
}

function walk(path, parts) {
  if (!existsSync(path)) return
  const stat = statSync(path)
  if (!stat.isDirectory()) {
    if (!/\.test\.tsx?$/.test(path)) parts.push(`${path} ${stat.size} ${stat.mtimeMs}`)
    return
  }
  for (const name of readdirSync(path).sort()) if (!['node_modules', 'dist'].includes(name)) walk(join(path, name), parts)
}

function sha256(data) {
  return createHash('sha256').update(data).digest('hex')
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
