import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { firstFacts } from '../src/changes/first-facts.ts'
import { shippedCubes } from '../src/evidence/testing/shipped-cubes.ts'
import { openSqliteStore } from '../src/store/sqlite-store.ts'
import type { Store } from '../src/store/store.ts'
import { examplesIn } from '../src/web/frame/site-lists.ts'
import { startServer } from '../src/web/main.ts'
import type { RunningServer } from '../src/web/main.ts'
import { siteContents } from '../src/web/site-contents.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const clientFolder = fileURLToPath(new URL('../dist/client', import.meta.url))

/** A whole site on a registry of its own, with the shipped facts and statistics. */
export interface TestSite {
  url: string
  store: Store
  server: RunningServer
  stop(): Promise<void>
}

export const testDay = new Date('2026-11-27T12:00:00Z')

export async function startTestSite(
  options: { adminToken?: string; baseUrl?: string; rate?: { perSecond: number; burst: number } } = {},
): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), 'spets-site-'))
  const store = await openSqliteStore(join(folder, 'spets.sqlite'), { clock: () => testDay })
  await store.load(firstFacts())
  const rate = options.rate ?? { perSecond: 10_000, burst: 100_000 }
  const server = await startServer({
    store,
    clientFolder,
    cubes: shippedCubes,
    clock: () => testDay,
    port: 0,
    host: '127.0.0.1',
    rate,
    adminToken: options.adminToken ?? null,
    baseUrl: options.baseUrl ?? null,
  })
  return {
    url: server.url,
    store,
    server,
    stop: async () => {
      await server.stop(1000)
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A site and a browser for the tests of one file, started before them and stopped after. */
export function useSiteAndBrowser(options: Parameters<typeof startTestSite>[0] = {}): { site: TestSite; browser: Browser } {
  const used = {} as { site: TestSite; browser: Browser }
  beforeAll(async () => {
    used.site = await startTestSite(options)
    used.browser = await startBrowser()
  })
  afterEach(({ task }) => {
    const { state, retryCount = 0 } = task.result ?? {}
    if (retryCount > 0 && state !== 'fail') console.warn(`Passed on the second try only, to be mended: ${task.name}`)
  })
  afterAll(async () => {
    await used.browser?.close()
    await used.site?.stop()
  })
  return used
}

/** @throws Error in plain words when there is no browser: these tests never pass without one */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['SPETS_CHROMIUM'] || ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
  if (!executablePath) throw new Error('No Chromium was found. Install Chromium or Chrome, or give its path in SPETS_CHROMIUM.')
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
}

/** Addresses of every page in both languages, as the pages declare them, and one that leads nowhere. */
export const addresses: Record<'sv' | 'en', readonly string[]> = {
  sv: [...examplesIn(siteContents, 'sv'), '/finns-inte/alls'],
  en: [...examplesIn(siteContents, 'en'), '/en/nothing/here'],
}
