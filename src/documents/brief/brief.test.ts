import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { shippedCubes } from '../../evidence/testing/shipped-cubes.ts'
import { lixOf } from '../../language/readability.ts'
import { snapshotAt } from '../../snapshot/snapshot.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { shippedSnapshot } from '../../snapshot/testing/shipped-snapshot.ts'
import { briefOf } from './brief-content.ts'
import type { Brief } from './brief-content.ts'
import { briefToDocx } from './brief-docx.ts'
import { briefToPdf } from './brief-pdf.ts'

let snapshot: Snapshot
beforeAll(() => {
  const { content } = shippedSnapshot('2026-11-28').inner
  snapshot = snapshotAt(content.known, '2026-11-28', { ...content.loaded, cubes: shippedCubes.shelf() })
})

const briefIn = (asked: string, lang: 'sv' | 'en' = 'sv') => briefOf(snapshot, { asked, lang })

/** What is said in our words: the owner's labels, and our translations of them, are left out. */
const ours = ({ lead, front, back }: Brief): string =>
  [
    lead,
    ...[...front, back].flatMap(({ paragraphs, items, isNumbered }) => [
      ...paragraphs,
      ...(isNumbered ? items.map(({ words }) => words) : []),
    ]),
  ]
    .join('\n')
    .replaceAll(/”[^”]*”/g, '')

const codes = () => snapshot.inForce('region').map(({ code }) => code)

/** The pages of a PDF as text, by poppler. */
function pagesOf(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'spets-brief-'))
  const file = join(folder, 'brief.pdf')
  writeFileSync(file, pdf)
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  rmSync(folder, { recursive: true })
  expect(info).toMatch(/Tagged:\s+yes/)
  return text.split('\f').slice(0, -1)
}

describe('the brief', () => {
  test('has the owner’s words for every area in force, and three questions', () => {
    const brief = briefIn('varmland')
    const [areas] = brief.front
    expect(areas!.items.map(({ words }) => words)).toContain('Dataspel och spelifiering')
    expect(brief.front.at(-1)!.items).toHaveLength(3)
  })

  test('is easy to read in every region: LIX under 40', () => {
    const hard = codes()
      .map((code) => [code, lixOf(ours(briefIn(code)))!] as const)
      .filter(([, lix]) => lix >= 40)
    expect(hard).toEqual([])
  })

  test('says that it does not know where nobody has read the list', () => {
    const { lead, front } = briefIn('vasterbotten')
    expect(lead).toContain('inte känt')
    expect(front.map(({ heading }) => heading)).not.toContain('Våra områden')
  })

  test('marks words of another language', () => {
    const item = briefIn('gotland', 'en').front[0]!.items[0]!
    expect([item.words, item.wordsLang]).toEqual(['Besöksnäring', 'sv'])
    expect(item.note).toContain('Tourism')
  })
})

describe('as a file', () => {
  test('a PDF of two tagged pages for every region, with all its areas', { timeout: 120_000 }, () => {
    for (const code of codes()) {
      const brief = briefIn(code)
      const pages = pagesOf(briefToPdf(brief))
      expect([code, pages.length]).toEqual([code, 2])
      const flat = (text: string) => text.replaceAll(/[\s\u00AD-]+/g, '')
      for (const { words } of brief.front[0]!.items) expect(flat(pages[0]!)).toContain(flat(words))
    }
  })

  test('words that look like markup are words', () => {
    const brief = { ...briefIn('gotland'), lead: '#panic("x") *a* $1$ <b> \\ @c' }
    expect(pagesOf(briefToPdf(brief))[0]!.replaceAll(/\s+/g, ' ')).toContain('#panic("x") *a* $1$ <b> \\ @c')
  })

  test('the same brief gives the same bytes', async () => {
    const brief = briefIn('gotland')
    expect(Buffer.compare(briefToPdf(brief), briefToPdf(brief))).toBe(0)
    expect(Buffer.compare(await briefToDocx(brief), await briefToDocx(brief))).toBe(0)
  })
})
