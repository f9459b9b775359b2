import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { judgedQueries } from '../src/coding/testing/judgement-files.ts'
import { clientFolder, useSiteAndBrowser } from './site.ts'
import type { Language } from '../src/records/language.ts'

const used = useSiteAndBrowser()

async function openPage(path: string): Promise<Page> {
  const page = await used.browser.newPage()
  await page.goto(used.site.url + path)
  return page
}

/** What a worker of the page's own answers to every text, and what the server answers. */
const askBoth = (page: Page, texts: readonly string[], lang: Language) =>
  page.evaluate(
    async ({ script, texts, lang }) => {
      const worker = new Worker(script, { type: 'module' })
      const next = () =>
        new Promise<any>((resolve) => worker.addEventListener('message', ({ data }) => resolve(data), { once: true }))
      const states = [(await next()).state]
      worker.postMessage({ documentsUrl: '/api/v1/search-documents', lang, time: null })
      states.push((await next()).state)
      const here: unknown[] = []
      const there: unknown[] = []
      for (const text of texts) {
        worker.postMessage(text)
        here.push((await next()).hits)
        there.push((await (await fetch(`/api/v1/suggest?lang=${lang}&q=${encodeURIComponent(text)}`)).json()).hits)
      }
      worker.terminate()
      return { states, here, there }
    },
    { script: workerAddress(), texts, lang },
  )

const workerAddress = () =>
  `/assets/${readdirSync(join(clientFolder, 'assets')).find((name) => name.startsWith('search-worker'))!}`

test.each(['sv', 'en'] as const)('the browser ranks as the server does, whatever is typed (%s)', async (lang) => {
  const page = await openPage('/om')
  const whole = judgedQueries('tuning').map(({ query }) => query)
  const begun = whole.map((query) => query.slice(0, Math.max(2, Math.ceil(query.length / 2))))
  const { states, here, there } = await askBoth(page, [...whole, ...begun, 'driver', 'sågvrek', '%', '"life science"', '-'], lang)
  expect(states).toEqual(['listening', 'ready'])
  expect(there.filter((hits) => (hits as unknown[]).length > 0).length).toBeGreaterThan(200)
  const asShown = here.map((hits, at) => ((hits as unknown[]).length > 0 ? hits : there[at]))
  expect(asShown).toEqual(there)
  // Nearly all are found in the browser; the others are misspellings, which only the dictionaries on the server recognise.
  const onlyThere = here.filter((hits, at) => (hits as unknown[]).length === 0 && (there[at] as unknown[]).length > 0)
  expect(onlyThere.length).toBeLessThan(10)
})

test('a slip for a word that no record has is read by the server', async () => {
  const page = await openPage('/om')
  await page.getByRole('combobox').focus()
  await page.locator('form[data-search=ready]').waitFor({ state: 'attached' })
  await page.keyboard.type('solceler')
  await page.locator('[role=option]').first().waitFor()
  await expect.poll(() => page.locator('[role=option]').first().textContent()).toContain('solel')
})

test('once it is ready nothing more is asked of the server', async () => {
  const page = await openPage('/om')
  await page.getByRole('combobox').focus()
  await page.locator('form[data-search=ready]').waitFor({ state: 'attached' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.keyboard.type('vindkraft', { delay: 5 })
  await page.locator('[role=option]').first().waitFor()
  await expect.poll(() => page.locator('[role=option]').first().textContent()).toMatch(/energ/i)
  expect(asked).toEqual([])
})

test('until it is ready, or when it cannot be, the server answers', async () => {
  const page = await used.browser.newPage()
  await page.route('**/api/v1/search-documents*', (route) => route.abort())
  await page.goto(`${used.site.url}/om`)
  await page.getByRole('combobox').focus()
  await page.locator('form[data-search=unable]').waitFor({ state: 'attached' })
  await page.keyboard.type('norrbot')
  await page.locator('[role=option]').first().waitFor()
})

test('a chosen day is kept', async () => {
  const page = await openPage('/om?datum=2019-01-01')
  await page.getByRole('combobox').focus()
  await page.locator('form[data-search=ready]').waitFor({ state: 'attached' })
  await page.keyboard.type('norrbotten')
  const href = await page.locator('[role=option]').first().getAttribute('href')
  expect(href).toBe('/region/norrbotten?datum=2019-01-01')
})
