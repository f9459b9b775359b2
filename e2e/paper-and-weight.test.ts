import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { useSiteAndBrowser } from './site.ts'

const used = useSiteAndBrowser()

test('on paper a page keeps to its sheets, with its address and day at the top', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spets-paper-'))
  const file = join(folder, 'page.pdf')
  const page = await used.browser.newPage()
  for (const [path, sheets] of [
    ['/prioritet/varmland-2022-skoglig-bioekonomi', 1],
    ['/matchning', 1],
    ['/matchning?region=dalarna', 1],
    ['/andrat', 1],
    ['/region/varmland', 2],
  ] as const) {
    await page.goto(used.site.url + path)
    writeFileSync(file, await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true }))
    const [, count] = /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))!
    expect(Number(count), path).toBeLessThanOrEqual(sheets)
    const words = execFileSync('pdftotext', ['-l', '1', file, '-'], { encoding: 'utf8' })
    expect(words, path).toContain(path)
    expect(words, path).toMatch(/Läget \d{4}-\d\d-\d\d/)
  }
  await page.close()
  rmSync(folder, { recursive: true })
})

test('pages are light: styles, scripts, and all of a first view', async () => {
  const read = async (path: string) => Buffer.from(await (await fetch(used.site.url + path)).arrayBuffer())
  const packed = async (path: string) => gzipSync(await read(path)).length
  for (const path of ['/', '/region/varmland', '/matchning', '/andrat', '/hort', '/tabell']) {
    const html = await read(path)
    const named = (pattern: RegExp) => [...html.toString().matchAll(pattern)].map(([, address]) => address!)
    const sum = async (addresses: string[], sizeOf: (path: string) => Promise<number>) =>
      (await Promise.all(addresses.map(sizeOf))).reduce((total, size) => total + size, 0)
    const styles = await sum(named(/<link rel="stylesheet" href="([^"]+)"/g), packed)
    const scripts = await sum(named(/<script[^>]* src="([^"]+)"/g), packed)
    const fonts = await sum(named(/<link rel="preload" href="([^"]+)"/g), async (font) => (await read(font)).length)
    expect(styles, `styles of ${path}`).toBeLessThan(20 * 1024)
    expect(scripts, `scripts of ${path}`).toBeLessThan(60 * 1024)
    expect(gzipSync(html).length + styles + scripts + fonts, path).toBeLessThan(150 * 1024)
  }
})
