import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { addresses, useSiteAndBrowser } from './site.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const adminToken = 'a-key-that-is-long-enough-for-tests'
const used = useSiteAndBrowser({ adminToken })

interface Finding {
  id: string
  nodes: { html: string; failureSummary: string }[]
}

async function openPage(width: number) {
  const context = await used.browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce', bypassCSP: true })
  const page = await context.newPage()
  const scriptErrors: string[] = []
  page.on('pageerror', (error) => scriptErrors.push(`script error: ${error.message}`))
  const open = async (address: string) => {
    await page.goto(used.site.url + address, { waitUntil: 'load' })
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")
  }
  return { page, open, scriptErrors, close: () => context.close() }
}

const tags = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
const contrast = { runOnly: { type: 'rule', values: ['color-contrast'] } }
const runAxe = (options: object = tags) => `axe.run(document, ${JSON.stringify(options)})
  .then((result) => result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`

const describeFinding = ({ id, nodes }: Finding) =>
  `${id}: ${nodes
    .slice(0, 3)
    .map(({ html, failureSummary }) => `${html.slice(0, 160)} – ${failureSummary.slice(0, 240)}`)
    .join(' | ')}`

// Both at once, so that neither core waits.
describe.concurrent.each(['sv', 'en'] as const)('pages in %s', (lang) => {
  test('have no accessibility faults, light or dark, with everything unfolded', { timeout: 600_000 }, async () => {
    const { page, open, scriptErrors, close } = await openPage(1280)
    const problems: string[] = []
    for (const address of addresses[lang]) {
      await open(address)
      await page.addScriptTag({ content: axeSource })
      const found = async (options: object) => (await page.evaluate(runAxe(options))) as Finding[]
      // Both languages have the same colours.
      for (const finding of await found(lang === 'sv' ? tags : { ...tags, rules: { 'color-contrast': { enabled: false } } }))
        problems.push(`${address} ${describeFinding(finding)}`)
      if (lang === 'en') continue
      // In the dark only colours differ.
      await page.emulateMedia({ colorScheme: 'dark' })
      for (const finding of await found(contrast)) problems.push(`${address} (dark) ${describeFinding(finding)}`)
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await close()
    expect([...problems, ...scriptErrors]).toEqual([])
  })

  test('fit a screen 320 px wide (400 % zoom) without sideways scrolling', { timeout: 300_000 }, async () => {
    const { page, open, close } = await openPage(320)
    const problems: string[] = []
    for (const address of addresses[lang]) {
      await open(address)
      const overflow = (await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )) as number
      if (overflow > 0) problems.push(`${address}: ${overflow} px too wide`)
    }
    await close()
    expect(problems).toEqual([])
  })
})

test('how a deck was read, and what it changes, have no accessibility faults', { timeout: 300_000 }, async () => {
  const { page, open, close } = await openPage(1280)
  const problems: string[] = []
  const look = async (what: string): Promise<void> => {
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")
    await page.addScriptTag({ content: axeSource })
    for (const finding of (await page.evaluate(runAxe())) as Finding[]) problems.push(`${what}: ${describeFinding(finding)}`)
  }
  await open('/en/import')
  const text = 'Lists\n2026-05-01\n\nHalland\n- Hälsa\n  - Vård\n\nLappland\n- Renar\n'
  await page.locator('input[type=file]').setInputFiles({ name: 'deck.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.locator('#admin-token').fill(adminToken)
  await page.getByRole('button', { name: 'Read the deck' }).click()
  await page.getByLabel('Lappland').selectOption({ label: 'Norrbotten' })
  await look('the reading')
  await page.locator('#admin-token').fill(adminToken)
  await page.getByRole('button', { name: 'Show what it changes' }).click()
  expect(await page.locator('main').textContent()).toContain('Norrbotten')
  await look('the difference')
  await close()
  expect(problems).toEqual([])
})
