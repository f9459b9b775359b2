// Starts the built program with a fixed clock, as a server or as a command, on data of its own.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Agent } from 'node:http'

const fixedClock = new URL('./fixed-clock.mjs', import.meta.url).href
const firstPort = 23_100
const longestStartMs = 60_000

/** The key of the temporary registries. */
export const adminKey = 'a-key-for-recorded-answers-only'

/** The program of a checkout: built if need be, run on the Node that the checkout pins. */
export async function openProgram(root, { now }) {
  const { ensureBuilt, pinnedNode, serverEntry } = await import(pathToFileURL(join(root, 'scripts/prepare.mjs')).href)
  ensureBuilt()
  const args = ['--disable-warning=ExperimentalWarning', '--import', fixedClock, serverEntry]
  return { node: pinnedNode(), args, now }
}

/** A folder that is removed afterwards, also after an error. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'spets-answers-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The program gets only these settings, so that those of a terminal cannot change an answer. */
function environmentOf({ now }, { folder, lang = 'sv', settings = {} }) {
  return {
    PATH: process.env.PATH,
    ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
    ANSWERS_NOW: now,
    TZ: 'UTC',
    SPETS_DATA: folder,
    SPETS_LANG: lang,
    SPETS_WRITER: 'recorder',
    SPETS_LOG: 'error',
    SPETS_RATE_LIMIT: '1000000',
    ...settings,
  }
}

/** Runs one command to its end. */
export function runCommand(program, { args, folder, lang, settings }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program.node, [...program.args, ...args], {
      cwd: folder,
      env: environmentOf(program, { folder, lang, settings }),
    })
    const [stdout, stderr] = [[], []]
    child.stdout.on('data', (piece) => stdout.push(piece))
    child.stderr.on('data', (piece) => stderr.push(piece))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }))
    child.stdin.end()
  })
}

/** Serves a fresh registry while `work` asks it, then stops. `work` is given the site: its origin, folder and connections. */
export async function withServer(program, { folder, isEditable = true, settings = {} }, work) {
  const port = await findFreePort(firstPort)
  const allSettings = { ...settings, ...(isEditable ? { SPETS_ADMIN_TOKEN: adminKey } : {}) }
  const child = spawn(program.node, [...program.args, 'serve', '--port', String(port), '--host', '127.0.0.1'], {
    cwd: folder,
    env: environmentOf(program, { folder, settings: allSettings }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const agent = new Agent({ keepAlive: true })
  try {
    await startOf(child, `http://127.0.0.1:${port}`)
    return await work({ origin: `http://127.0.0.1:${port}`, folder, agent })
  } finally {
    agent.destroy()
    child.kill()
    await ended
  }
}

/** The address is the last thing that the program writes at its start. */
function startOf(child, origin) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The program has not started within a minute.')), longestStartMs)
    const settle = (work) => {
      clearTimeout(timer)
      work()
    }
    let written = ''
    child.stdout.on('data', (piece) => {
      written += piece
      if (written.includes(origin)) settle(resolve)
    })
    child.once('error', (error) => settle(() => reject(error)))
    child.once('close', (code) => settle(() => reject(new Error(`The program ended with ${code} before it served.`))))
  })
}

async function findFreePort(from) {
  for (let port = from; port < from + 100; port += 1) if (await isFree(port)) return port
  throw new Error(`No port is free between ${from} and ${from + 99}.`)
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
