import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { firstFacts } from '../src/changes/first-facts.ts'
import { openSqliteStore } from '../src/store/sqlite-store.ts'
import type { Store } from '../src/store/store.ts'
import { startServer } from '../src/web/main.ts'
import type { RunningServer } from '../src/web/main.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const clientFolder = fileURLToPath(new URL('../dist/client', import.meta.url))

/** A whole site on a registry of its own, with the shipped facts. */
export interface TestSite {
  url: string
  store: Store
  server: RunningServer
  stop(): Promise<void>
}

export const testDay = new Date('2026-11-23T12:00:00Z')

export async function startTestSite(
  options: { adminToken?: string; rate?: { perSecond: number; burst: number } } = {},
): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), 'spets-site-'))
  const store = await openSqliteStore(join(folder, 'spets.sqlite'), { clock: () => testDay })
  await store.load(firstFacts())
  const rate = options.rate ?? { perSecond: 10_000, burst: 100_000 }
  const server = await startServer({
    store,
    clientFolder,
    clock: () => testDay,
    port: 0,
    host: '127.0.0.1',
    rate,
    adminToken: options.adminToken ?? null,
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
  afterAll(async () => {
    await used.browser?.close()
    await used.site?.stop()
  })
  return used
}

/** @throws Error in plain words when there is no browser: these tests never pass without one */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['SPETS_CHROMIUM'] || ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
  if (!executablePath) throw new Error('No Chromium was found. Install Chromium or Chrome, or say where it is in SPETS_CHROMIUM.')
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
}

/** One address of every page, in both languages, with what makes each page show all it has. */
export const addresses: Record<'sv' | 'en', readonly string[]> = {
  sv: [
    '/',
    '/?farg=tema&tema=skog-och-bioekonomi',
    '/?farg=andrat',
    '/?datum=2018-06-01&kant=2019-01-01',
    '/region/varmland',
    '/region/norrbotten',
    '/region/gotland',
    '/samverkan/ostra-mellansverige',
    '/prioritet/norrbotten-2018-digitala-tjanstenarings',
    '/prioritet/norrbotten-2018-digitala-tjanstenarings/kodning',
    '/granska',
    '/granska?region=varmland&visa=alla',
    '/tema',
    '/tema/skog-och-bioekonomi',
    '/period',
    '/period/2021-2027',
    '/jamfor',
    '/jamfor?region=varmland&region=dalarna&region=orebro',
    '/andrat',
    '/matchning',
    '/matchning?region=kronoberg&tema=energi&tema=livsmedel&antal=3',
    '/matchning?antal=3&med=',
    '/matchning?region=kronoberg&datum=1995-01-01',
    '/foretag',
    '/foretag?om=Vi+bygger+tr%C3%A4hus&plats=V%C3%A4xj%C3%B6&sni=16.233',
    '/foretag?om=xyzzyx&plats=Atlantis&sni=1',
    '/foretag?om=Vi+driver+hotell&plats=%C3%85by',
    '/metod/sok',
    '/metod/sok?text=Vi+bygger+tr%C3%A4hus+%C3%A5t+kommuner',
    '/hort',
    '/tabell',
    '/tabell?galler=alla&sortera=-label',
    '/sok?q=skog',
    '/sok?q=xyzzyx',
    '/kallor',
    '/kalla/deck-2018-01-31',
    '/historik/strategy/varmland-2018',
    '/om',
    '/tillganglighet',
    '/api',
    '/import',
    '/finns-inte/alls',
  ],
  en: [
    '/en',
    '/en?colour=theme&theme=food',
    '/en/region/varmland',
    '/en/region/vasternorrland',
    '/en/joint-area/smaland-och-oarna',
    '/en/priority/norrbotten-2018-digitala-tjanstenarings',
    '/en/priority/norrbotten-2021-besoksnaring/coding?saved=2',
    '/en/review?region=skane',
    '/en/theme',
    '/en/theme/food',
    '/en/period',
    '/en/period/2014-2020',
    '/en/compare?region=skane&region=halland',
    '/en/changes',
    '/en/matching?region=skane&theme=energy',
    '/en/company?about=We+make+wooden+houses&place=Umea',
    '/en/method/search',
    '/en/heard',
    '/en/table',
    '/en/search?q=forest',
    '/en/sources',
    '/en/source/deck-2018-01-31',
    '/en/history/region/17',
    '/en/about',
    '/en/accessibility',
    '/en/api',
    '/en/import',
    '/en/nothing/here',
  ],
}
