import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { useSiteAndBrowser } from './site.ts'

const adminToken = 'a-key-that-is-long-enough-for-tests'
const deck = readFileSync(fileURLToPath(new URL('../fixtures/deck/smart-specialisering-2018-01-31.txt', import.meta.url)), 'utf8')

const used = useSiteAndBrowser({ adminToken })
const faults: string[] = []
afterEach(() => {
  expect(faults.splice(0)).toEqual([])
})

/** A page that reports every script error, every refused resource and every request to another host. */
async function openPage(path: string, options: { javaScriptEnabled?: boolean; width?: number } = {}): Promise<Page> {
  const context = await used.browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('request', (request) => request.url().startsWith(used.site.url) || faults.push(`request to ${request.url()}`))
  await page.goto(used.site.url + path)
  return page
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

test('a small map colours the large one by its theme, with a sentence on what it shows, and can be shared', async () => {
  const page = await openPage('/')
  await page
    .getByRole('link', { name: /^Skog och bioekonomi/ })
    .first()
    .click()
  await page.waitForURL('**/?tema=skog-och-bioekonomi#map')
  await expect.poll(() => page.locator('[data-map-about]').textContent()).toContain('Skog och bioekonomi')
  const coloured = page.locator('.atlas-wide .county.fill-family')
  await coloured.first().waitFor()
  await expect.poll(() => page.locator('.atlas-box').textContent()).toContain(`${await coloured.count()} av 21 regioner`)
  const shared = await openPage('/?tema=rymd-och-flyg', { javaScriptEnabled: false })
  expect(await shared.locator('.atlas-wide .county.fill-family').count()).toBe(1)
})

test('a region of the map opens a card with its areas, by pointer, keyboard and finger', async () => {
  const page = await openPage('/')
  await page.locator('.atlas-words a[data-region="25"] text').hover()
  await page.locator('[data-map-card]').getByText('Rymdteknik').waitFor()
  await page.mouse.move(5, 5)
  await page.locator('[data-map-about]').waitFor()
  await page.getByRole('row').getByRole('link', { name: 'Skåne', exact: true }).focus()
  await page.locator('[data-map-card]').getByText('Livsmedel', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('[data-map-about]').waitFor()
  const phone = await used.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const small = await phone.newPage()
  await small.goto(used.site.url)
  await small.locator('.atlas-narrow a[data-region="25"] use').tap()
  await small.locator('[data-map-card]').getByText('Rymdteknik').waitFor()
  expect(new URL(small.url()).pathname).toBe('/')
  await small.locator('[data-map-card]').getByRole('link', { name: 'Norrbotten' }).tap()
  await small.waitForURL('**/region/norrbotten')
})

test('a region’s evidence is counted anew as soon as a choice changes, under an address of its own', async () => {
  const page = await openPage('/belagg/norrbotten')
  await page.getByText('Räkna på ett annat sätt').click()
  const before = await page.locator('#not-chosen .figure-sentence').textContent()
  await page.getByLabel('En styrka är över').selectOption({ value: '2' })
  await page.waitForURL('**/belagg/norrbotten?ar=2024&grans=2&matt=intervall')
  expect(await page.locator('#not-chosen .figure-sentence').textContent()).not.toBe(before)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('evidence-threshold')
  const { pathname, search } = new URL(page.url())
  const shared = await openPage(pathname + search, { javaScriptEnabled: false })
  expect(await shared.locator('#not-chosen .figure-sentence').textContent()).toBe(
    await page.locator('#not-chosen .figure-sentence').textContent(),
  )
})

test('searching while typing, with the keyboard alone', async () => {
  const page = await openPage('/om')
  await page.getByRole('combobox').focus()
  await page.keyboard.type('norbot')
  // The list follows every letter: wait until it answers the whole word.
  const first = () => page.locator('[role=option]').first().getAttribute('href')
  await expect.poll(first).toBe('/region/norrbotten')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/region/norrbotten')
  await page.getByRole('combobox').fill('skog')
  await page.locator('[role=option]').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sok?q=skog')
  expect(await page.getByRole('status').textContent()).toContain('träffar')
})

test('without JavaScript: from the list to a region, its history, another day and the other language', async () => {
  const page = await openPage('/', { javaScriptEnabled: false, width: 390 })
  await page.getByRole('link', { name: 'Jönköping', exact: true }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Jönköping')
  await page.getByText('Annan dag').click()
  await page.getByLabel('Läget den').fill('2019-01-01')
  await page.getByRole('button', { name: 'Visa' }).click()
  expect(await page.locator('main').textContent()).toContain('Attityder för innovationer')
  await page.getByRole('link', { name: 'English' }).click()
  expect(page.url()).toContain('/en/region/jonkoping?date=2019-01-01')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

test('everything on the start page is reached by Tab, the content first when one asks for it', async () => {
  const page = await openPage('/')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Hoppa till innehållet')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  const reached = new Set<string>()
  for (let step = 0; step < 110; step++) {
    await page.keyboard.press('Tab')
    reached.add((await focused(page)).replace(/^Politiker/, ''))
  }
  for (const name of ['Färskhet', 'Läs mer på en minut', 'Blekinge', 'Östergötland', 'Min region på en sida'])
    expect([...reached]).toContain(name)
})

test('without JavaScript: from what waits, over a decision, to the next area', async () => {
  const page = await openPage('/granska?region=varmland', { javaScriptEnabled: false, width: 390 })
  await page.getByRole('link', { name: 'Skoglig bioekonomi' }).click()
  await page.getByRole('group', { name: 'Skog och bioekonomi' }).getByLabel('Stämmer', { exact: true }).check()
  await page.getByLabel('Lägg till ett tema').selectOption({ label: 'Energi' })
  await page.getByLabel('Lägg till en SNI-kod').fill('16.1')
  await page.getByLabel('Varför').fill('Sagt av regionen.')
  await page.locator('input[type=password]').fill(adminToken)
  await page.getByRole('button', { name: 'Spara besluten' }).click()
  expect(await page.getByRole('status').textContent()).toContain('3 beslut är sparade.')
  await page.getByRole('status').getByRole('link').click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('Skoglig bioekonomi')
  await page.goto(`${used.site.url}/en/review?region=varmland`)
  expect(await page.locator('main').textContent()).toContain('added: Energy, which the words do not show')
})

test('light or dark is chosen once and kept', async () => {
  const page = await openPage('/')
  await page.getByRole('button', { name: 'Byt mellan ljust och mörkt' }).click()
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.goto(`${used.site.url}/tema`)
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
})

test(
  'a deck is dropped, looked at, published by choice; the page shows it; the same deck again has nothing new',
  { timeout: 120_000 },
  async () => {
    const later = deck.replace('2018-01-31', '2019-03-01').replace('- Järnväg', '- Järnväg och spårfordon')
    const page = await openPage('/import')
    const preview = async () => {
      await page.goto(`${used.site.url}/import`)
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'deck.txt', mimeType: 'text/plain', buffer: Buffer.from(later) })
      await page.locator('input[type=password]').fill(adminToken)
      await page.getByRole('button', { name: 'Läs bildspelet' }).click()
      await page.locator('input[type=password]').fill(adminToken)
      await page.getByRole('button', { name: 'Visa vad det ändrar' }).click()
    }
    await preview()
    expect(await page.locator('main').textContent()).toContain('Järnväg och spårfordon')
    await page.locator('#admin-token').fill(adminToken)
    await page.getByRole('button', { name: 'Publicera det valda' }).click()
    await page.goto(`${used.site.url}/region/vastmanland?datum=2019-06-01`)
    expect(await page.locator('main').textContent()).toContain('Järnväg och spårfordon')
    await preview()
    expect(await page.locator('main').textContent()).toMatch(/Inget att publicera|inget nytt|Ingenting/i)
  },
)
