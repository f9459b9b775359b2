import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useSiteAndBrowser } from './site.ts'

const used = useSiteAndBrowser()

/** A page on a phone, without JavaScript. */
async function openPage(path: string): Promise<Page> {
  const context = await used.browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(used.site.url + path)
  return page
}

test('on a phone, a company that misspells its town is asked, and then sees its own region’s areas at once', async () => {
  const page = await openPage('/foretag')
  await page.getByLabel('Vad gör ni?').fill('Vi driver hotell')
  await page.getByLabel('Ort, kommun eller län').fill('Vizby')
  await page.getByRole('button', { name: 'Visa var vi passar in' }).click()
  expect(new URL(page.url()).hash).toBe('#svar')
  await page.locator('article > .note').getByRole('button', { name: 'Visby' }).click()
  expect(await page.getByLabel('Ort, kommun eller län').inputValue()).toBe('Visby')
  // What the company writes is in no address.
  expect(new URL(page.url()).search).toBe('')
  const heading = page.getByRole('heading', { name: 'I Gotland' })
  expect((await heading.boundingBox())!.y).toBeLessThan(600)
  await page.locator('summary', { hasText: 'Ändra beskrivningen' }).click()
  expect(await page.getByLabel('Vad gör ni?').inputValue()).toBe('Vi driver hotell')
})

test('a group is looked for, changed and looked for again, and the page’s own region stays', async () => {
  const page = await openPage('/matchning?region=kronoberg')
  await page.getByLabel('Energi', { exact: true }).check()
  await page.getByLabel('Den här regionen ska vara med').selectOption({ label: 'Skåne' })
  await page.getByRole('button', { name: 'Hitta grupper' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Samarbeten för Kronoberg')
  const groups = page.locator('.group h3')
  for (const names of await groups.allTextContents()) expect(names).toContain('Skåne')
  expect(await groups.count()).toBeGreaterThan(0)
  await page.getByText('Ändra teman, antal eller region').click()
  await page.getByLabel('Antal regioner').selectOption('4')
  await page.getByRole('button', { name: 'Hitta grupper' }).click()
  expect((await groups.first().textContent())!.split('·')).toHaveLength(4)
  await page.getByLabel('Region', { exact: true }).selectOption({ label: 'Halland' })
  await page.getByRole('button', { name: 'Visa förslag' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Samarbeten för Halland')
  expect((await groups.first().textContent())!.split('·')).toHaveLength(4)
})
