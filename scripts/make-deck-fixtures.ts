import { readFile, writeFile } from 'node:fs/promises'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import pptxgen from 'pptxgenjs'
import { chromium } from 'playwright-core'

/**
 * Makes the PPTX and PDF fixtures out of the text one: several regions to a slide, in columns, as the real deck has them.
 * Run with `node scripts/make-deck-fixtures.ts`; needs Chromium on the path.
 */
const folder = new URL('../fixtures/deck/', import.meta.url)
const base = 'smart-specialisering-2018-01-31'

interface Block {
  headings: string[]
  items: string[]
}

const blocks = readBlocks(await readFile(new URL(`${base}.txt`, folder), 'utf8'))
const [title, ...rest] = blocks
const regions = rest.filter((block) => block.headings.length === 1 && !/\?$|^Önskemål/.test(block.headings[0]!))
const closing = rest.filter((block) => !regions.includes(block))
await writeFile(new URL(`${base}.pptx`, folder), await makePptx())
await writeFile(new URL(`${base}.pdf`, folder), await makePdf())

/** Headings with the items under them; the first block is the title slide with the first region's name taken off. */
function readBlocks(text: string): Block[] {
  const found: Block[] = [{ headings: [], items: [] }]
  for (const line of text
    .split('\n')
    .map((raw) => raw.trim())
    .filter(Boolean)) {
    const isItem = line.startsWith('- ')
    if (!isItem && found.at(-1)!.items.length > 0) found.push({ headings: [], items: [] })
    if (isItem) found.at(-1)!.items.push(line.slice(2))
    else found.at(-1)!.headings.push(line)
  }
  const [first, ...others] = found
  const name = first!.headings.pop()!
  return [{ headings: first!.headings, items: [] }, { headings: [name], items: first!.items }, ...others]
}

async function makePptx(): Promise<Uint8Array> {
  const deck = new pptxgen()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = title!.headings[0]!
  const opening = deck.addSlide()
  title!.headings
    .slice(0, 3)
    .forEach((text, index) => opening.addText(text, { x: 1, y: 2 + index, w: 11, h: 0.8, fontSize: index ? 20 : 36 }))
  for (let at = 0; at < regions.length; at += 6) {
    const slide = deck.addSlide()
    slide.addText(title!.headings[3]!, { x: 0.4, y: 0.2, w: 12.5, h: 0.6, fontSize: 22 })
    regions.slice(at, at + 6).forEach(({ headings, items }, index) => {
      const [x, y] = [0.4 + (index >> 1) * 4.2, 1 + (index % 2) * 3.2]
      slide.addText(headings[0]!, { x, y, w: 3.8, h: 0.4, fontSize: 16, bold: true })
      slide.addText(
        items.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
        { x, y: y + 0.4, w: 3.8, h: 2.6, fontSize: 12, valign: 'top' },
      )
    })
  }
  for (const { headings, items } of closing) {
    const slide = deck.addSlide()
    headings.forEach((text, index) => slide.addText(text, { x: 0.4, y: 0.3 + index * 0.7, w: 12, h: 0.6, fontSize: 24 }))
    slide.addText(
      items.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
      { x: 0.4, y: 1.8, w: 12, h: 5, fontSize: 18, valign: 'top' },
    )
  }
  const written = (await deck.write({ outputType: 'uint8array' })) as Uint8Array
  return zipSync(unzipSync(written), { level: 9, mtime: '2018-01-31T12:00:00' })
}

async function makePdf(): Promise<Uint8Array> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    await page.setContent(pdfMarkup(), { waitUntil: 'load' })
    return await page.pdf({ width: '13.33in', height: '7.5in', printBackground: false, tagged: false })
  } finally {
    await browser.close()
  }
}

function pdfMarkup(): string {
  const list = (items: string[]): string => `<ul>${items.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`
  const heads = (headings: string[]): string => headings.map((text) => `<h2>${escapeHtml(text)}</h2>`).join('')
  const slides = [
    `<h1>${escapeHtml(title!.headings[0]!)}</h1>${heads(title!.headings.slice(1, 3))}`,
    ...Array.from({ length: Math.ceil(regions.length / 6) }, (_, slide) => {
      const cells = regions
        .slice(slide * 6, slide * 6 + 6)
        .map(({ headings, items }) => `<div>${heads(headings)}${list(items)}</div>`)
      return `<h1>${escapeHtml(title!.headings[3]!)}</h1><div class="grid">${cells.join('')}</div>`
    }),
    ...closing.map(({ headings, items }) => heads(headings) + list(items)),
  ]
  const style = `@page{margin:.4in} body{font:14px sans-serif} h1{font-size:24px} h2{font-size:18px;margin:.3em 0} ul{margin:.2em 0}
    section{break-after:page} .grid{display:grid;grid-template-columns:repeat(3,1fr);grid-auto-flow:column;grid-template-rows:repeat(2,auto);gap:.6in}`
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><style>${style}</style>${slides.map((slide) => `<section>${slide}</section>`).join('')}</html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function findBrowser(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const candidates = (process.env.PATH ?? '').split(delimiter).flatMap((path) => names.map((name) => join(path, name)))
  const found = candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  if (!found) throw new Error('Chromium was not found on the path.')
  return found
}
