import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { RecountQuestion, RecountReply } from '../src/web/islands/recount-worker.ts'
import { useSiteAndBrowser } from './site.ts'

const baseUrl = 'https://spets.example'
const used = useSiteAndBrowser({ baseUrl })

/** The table is loaded before the first answer. */
const waiting = { timeout: 60_000 }

/** A page whose requests are noted, before anything in it is touched. */
async function openPage(path: string): Promise<{ page: Page; requests: string[] }> {
  const page = await used.browser.newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname + new URL(request.url()).search))
  await page.goto(used.site.url + path)
  await page.locator('.evidence-controls summary').click()
  return { page, requests }
}

/** What is shown of the article, without what a browser adds to it. */
const articleIn = (page: Page) => page.locator('#content article').evaluate((article) => article.outerHTML)

test('another year, threshold or measure is counted in the browser, and shows what the server shows at the same address', async () => {
  const { page, requests } = await openPage('/belagg/vasternorrland')
  const before = [...requests]
  expect(before.filter((path) => /inputs|\.cube|recount/.test(path))).toEqual([])
  await page.locator('#evidence-year').selectOption('2019')
  await expect.poll(() => new URL(page.url()).search, waiting).toContain('ar=2019')
  await page.locator('#evidence-threshold').selectOption('1.5')
  await expect.poll(() => new URL(page.url()).search, waiting).toContain('grans=1.5')
  await page.locator('#evidence-basis').selectOption('kvot')
  await expect.poll(() => new URL(page.url()).search, waiting).toContain('matt=kvot')
  const after = requests.slice(before.length)
  expect(after.filter((path) => path.startsWith('/belagg'))).toEqual([])
  expect(after.filter((path) => path.endsWith('.cube'))).toHaveLength(1)
  const here = await articleIn(page)
  expect(here).toContain(`Spets, ${baseUrl}/belagg/vasternorrland?`)
  await page.goto(page.url())
  expect(here).toBe(await articleIn(page))
})

test.each([
  ['vasternorrland', ''],
  ['stockholm', 'year=2019&threshold=1.5&basis=quotient'],
  ['gotland', 'year=2023&threshold=2'],
])('the numbers of %s (%s) are the server’s to the last bit', async (slug, query) => {
  const { page } = await openPage(`/belagg/${slug}`)
  const workers = new Promise<string>((resolve) => page.once('worker', (worker) => resolve(worker.url())))
  await page.locator('#evidence-year').selectOption('2020')
  const workerUrl = await workers
  const asked = new URLSearchParams(query)
  const names = { year: 'ar', threshold: 'grans', basis: 'matt' } as const
  const here = new URLSearchParams(
    [...asked].map(([name, value]) => [names[name as keyof typeof names], value.replace('quotient', 'kvot')]),
  )
  const question: RecountQuestion = {
    href: `${used.site.url}/belagg/${slug}?${here}`,
    inputsUrl: `/api/v1/regions/${slug}/evidence/inputs`,
    lang: 'sv',
    baseUrl,
    time: { validAt: '2026-11-27', knownOn: null, isToday: true },
    wanted: 'numbers',
  }
  const reply = await page.evaluate(
    ([url, data]) =>
      new Promise<RecountReply>((resolve) => {
        const worker = new Worker(url, { type: 'module' })
        worker.addEventListener('message', (event) => resolve(event.data as RecountReply))
        worker.postMessage(data)
      }),
    [workerUrl, question] as const,
  )
  const served = (await (await fetch(`${used.site.url}/api/v1/regions/${slug}/evidence?${asked}`)).json()) as object
  expect(JSON.parse(reply.answer!)).toEqual({ ...served, context: [] })
  expect(reply.countedMs).toBeGreaterThan(0)
})

test('when the table cannot be had, the server is asked, and without JavaScript the form is sent', async () => {
  const { page, requests } = await openPage('/en/evidence/gotland')
  await page.route('**/*.cube', (route) => route.abort())
  await page.locator('#evidence-year').selectOption('2018')
  await expect.poll(() => requests.filter((path) => path.startsWith('/en/evidence/gotland?')), waiting).toHaveLength(1)
  await expect.poll(() => new URL(page.url()).search, waiting).toContain('year=2018')
  const plain = await used.browser.newPage({ javaScriptEnabled: false })
  await plain.goto(`${used.site.url}/en/evidence/gotland`)
  await plain.locator('.evidence-controls summary').click()
  await plain.locator('#evidence-year').selectOption('2018')
  await plain.locator('.evidence-controls button').click()
  await plain.waitForURL(/year=2018/)
  expect(await plain.locator('.page-head').textContent()).toContain('2018')
})

test('all the JavaScript of the page is at most 60 kB packed', async () => {
  const page = await used.browser.newPage()
  const scripts = new Map<string, number>()
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.set(response.url(), gzipSync(await response.body()).length)
  })
  await page.goto(`${used.site.url}/belagg/norrbotten`)
  await page.locator('.evidence-controls summary').click()
  await page.locator('#evidence-year').selectOption('2019')
  await expect.poll(() => new URL(page.url()).search, waiting).toContain('ar=2019')
  await expect.poll(() => [...scripts.keys()].some((url) => url.includes('recount-worker')), waiting).toBe(true)
  const sum = [...scripts.values()].reduce((total, bytes) => total + bytes, 0)
  expect(sum).toBeGreaterThan(10_000)
  expect(sum, JSON.stringify([...scripts])).toBeLessThan(60_000)
})
