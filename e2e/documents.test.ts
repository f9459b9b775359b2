import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../src/web/http/testing/test-registry.ts'
import type { TestRegistry } from '../src/web/http/testing/test-registry.ts'
import { makeSite } from '../src/web/main.ts'
import { shippedCubes } from '../src/evidence/testing/shipped-cubes.ts'

/** The documents as others open them: LibreOffice makes pages of them, and poppler reads the pages. */
const folder = mkdtempSync(join(tmpdir(), 'spets-documents-'))
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes: shippedCubes })
})
afterAll(async () => {
  await registry.close()
  rmSync(folder, { recursive: true, force: true })
})

async function download(path: string, name: string): Promise<string> {
  const answer = await site.app.request(`http://localhost/api/v1/${path}`)
  expect([path, answer.status]).toEqual([path, 200])
  const file = join(folder, name)
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()))
  return file
}

/** A page of text for each page of the file, as LibreOffice lays it out. */
function pagesOf(file: string, filter: string): string[] {
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter, '--outdir', folder, file],
    {
      stdio: 'ignore',
      timeout: 120_000,
    },
  )
  return textOf(file.replace(/\.\w+$/, '.pdf'))
}

const textOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)

test('the deck opens in LibreOffice, a page a slide, with the regions’ own words', { timeout: 180_000 }, async () => {
  const file = await download('documents/deck.pptx?region=varmland&region=gotland&theme=energi', 'deck.pptx')
  const pages = pagesOf(file, 'pdf:impress_pdf_Export')
  const beginnings = pages.map((page) => page.trim().replaceAll(/\s+/g, ' ').slice(0, 60))
  expect(beginnings[0]).toMatch(/^Smart specialisering: Gotland och Värmland Sverige 2026/)
  expect(beginnings.some((text) => text.startsWith('Gotland Tre') || text.startsWith('Gotland 3 prioriterade områden'))).toBe(
    true,
  )
  expect(pages.find((page) => page.trim().startsWith('Värmland'))).toContain('Dataspel och spelifiering')
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
})

test('the brief as Word is two pages in LibreOffice, the areas on the first', { timeout: 180_000 }, async () => {
  const file = await download('regions/17/brief.docx', 'brief.docx')
  const pages = pagesOf(file, 'pdf:writer_pdf_Export')
  expect(pages).toHaveLength(2)
  expect(pages[0]).toContain('Dataspel och spelifiering')
  expect(pages[1]).toContain('Smart specialisering på en minut')
})

test('all tables as Excel open in LibreOffice, with county codes as text', { timeout: 180_000 }, async () => {
  const file = await download('documents/tables.xlsx', 'tables.xlsx')
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      folder,
      file,
    ],
    {
      stdio: 'ignore',
      timeout: 120_000,
    },
  )
  const lines = readFileSync(join(folder, 'tables.csv'), 'utf8').split('\n')
  expect(lines.find((line) => line.includes('Gotland'))).toMatch(/^09,Gotland,/)
})
