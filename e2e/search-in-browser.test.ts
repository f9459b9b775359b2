import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useSiteAndBrowser } from './site.ts'

const used = useSiteAndBrowser()

async function openPage(path: string): Promise<Page> {
  const page = await used.browser.newPage()
  await page.goto(used.site.url + path)
  return page
}

test.each([
  ['sv', 'half-typed', 'vindkraf', '/api/v1/suggest?lang=sv&q=vindkraf'],
  ['sv', 'a synonym', 'solceller', '/api/v1/suggest?lang=sv&q=solceller'],
  ['en', 'a translation', 'sawmills', '/api/v1/suggest?lang=en&q=sawmills'],
])('the list ends as the server ranks (%s, %s)', async (lang, _what, text, address) => {
  const page = await openPage(lang === 'en' ? '/en/about' : '/om')
  await page.getByRole('combobox').focus()
  await page.locator('form[data-search=ready]').waitFor({ state: 'attached' })
  await page.keyboard.type(text)
  const titles = await page.evaluate(async (path) => {
    const { hits } = (await (await fetch(path)).json()) as { hits: { title: string }[] }
    return hits.map(({ title }) => title)
  }, address)
  expect(titles.length).toBeGreaterThan(0)
  const shown = () => page.locator('[role=option]').evaluateAll((all) => all.map((one) => one.firstChild!.textContent))
  await expect.poll(shown).toEqual(titles)
})

test('what is sent is small', async () => {
  const page = await used.browser.newPage()
  let bytes = 0
  page.on('response', async (response) => {
    if (/search-worker|search-documents/.test(response.url())) bytes += (await response.request().sizes()).responseBodySize
  })
  await page.goto(`${used.site.url}/om`)
  await page.getByRole('combobox').focus()
  await page.locator('form[data-search=ready]').waitFor({ state: 'attached' })
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(120_000)
})

test('a slip for a word that no record has is read by the server', async () => {
  const page = await openPage('/om')
  await page.getByRole('combobox').focus()
  await page.locator('form[data-search=ready]').waitFor({ state: 'attached' })
  await page.keyboard.type('solceler')
  await page.locator('[role=option]').first().waitFor()
  await expect.poll(() => page.locator('[role=option]').first().textContent()).toContain('solel')
})

test('words answer at once, also when the server cannot be reached', async () => {
  const page = await openPage('/om')
  await page.getByRole('combobox').focus()
  await page.locator('form[data-search=ready]').waitFor({ state: 'attached' })
  await page.route('**/api/v1/suggest*', (route) => route.abort())
  await page.keyboard.type('rymdtek', { delay: 5 })
  await expect.poll(() => page.locator('[role=option]').first().textContent()).toMatch(/rymdteknik/i)
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
  // The list follows every letter: wait until it answers the whole word.
  const href = () => page.locator('[role=option]').first().getAttribute('href')
  await expect.poll(href).toBe('/region/norrbotten?datum=2019-01-01')
})
