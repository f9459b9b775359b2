import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExpectedError } from '../../records/expected-error.ts'
import { readDeck } from './read-deck.ts'

const fixture = (ending: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/deck/smart-specialisering-2018-01-31.${ending}`, import.meta.url)))
const read = (bytes: Uint8Array) => readDeck(bytes, { fileName: 'min fil' })
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((sign) =>
      isBig ? [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255] : [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8],
    ),
  )

describe('text', () => {
  test.each([
    ['UTF-8', strToU8('Skåne\n- Hälsa\n')],
    ['UTF-8 with its mark', strToU8('\uFEFFSkåne\r\n• Hälsa\r\n')],
    ['UTF-16 little-endian', utf16('Skåne\n* Hälsa\n', false)],
    ['UTF-16 big-endian', utf16('Skåne\n– Hälsa', true)],
    ['old line ends', strToU8('Skåne\r- Hälsa')],
    ['letters with loose marks', strToU8('Ska\u030Ane\n- Ha\u0308lsa')],
  ])('in %s', async (_, bytes) => {
    const deck = await read(bytes)
    expect(deck.lines).toEqual([
      { text: 'Skåne', line: 1, page: null, isBullet: false, hasGapBefore: false },
      { text: 'Hälsa', line: 2, page: null, isBullet: true, hasGapBefore: false },
    ])
    expect(deck.notices).toEqual([])
  })

  test('in Windows-1252 is read with a notice', async () => {
    const deck = await read(latin1('Sk\xe5ne\n- H\xe4lsa\n'))
    expect(deck.lines.map(({ text }) => text)).toEqual(['Skåne', 'Hälsa'])
    expect(deck.notices[0]!.en).toContain('Windows-1252')
  })

  test('wrapped bullets are joined, and lines keep their numbers', async () => {
    const { lines } = await read(strToU8('\n\nSkåne\n\n- Smarta\n  material\n- Hälsa och\nvård\n1. Numrerat\nNytt\n'))
    expect(lines.map(({ text, line, isBullet }) => [text, line, isBullet])).toEqual([
      ['Skåne', 3, false],
      ['Smarta material', 5, true],
      ['Hälsa och vård', 7, true],
      ['Numrerat', 9, null],
      ['Nytt', 10, false],
    ])
  })
})

describe('pptx and pdf', () => {
  test('slides come in the order shown, with their numbers', async () => {
    const { lines, format } = await read(fixture('pptx'))
    expect(format).toBe('pptx')
    expect(lines[0]).toMatchObject({ text: 'Smart specialisering i 21 regioner', page: 1 })
    expect(lines.find(({ text }) => text === 'Skoglig bioekonomi')).toMatchObject({ page: 3, isBullet: true })
    expect(new Set(lines.map(({ page }) => page))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]))
  })

  test('presentation order rules, not the order of the files', async () => {
    const parts = unzipSync(fixture('pptx'))
    const path = 'ppt/presentation.xml'
    const text = new TextDecoder().decode(parts[path])
    const ids = text.match(/<p:sldId [^>]*>/g)!
    parts[path] = strToU8(text.replace(ids.join(''), ids.toReversed().join('')))
    const { lines } = await read(zipSync(parts))
    expect(lines[0]!.text).toMatch(/^Vad händer nu/)
    expect(lines.at(-1)!.text).toBe('Luleå 2018-01-31')
  })

  test('entities of XML itself are read, and no others', async () => {
    const { lines } = await read(zipSync(pptxWith('A &amp; B &#229; &#xe4; &okant;')))
    expect(lines.map(({ text }) => text)).toEqual(['A & B å ä &okant;'])
  })
})

/** A smallest PPTX with one slide of one text box. */
function pptxWith(text: string, prolog = ''): Record<string, Uint8Array> {
  const slide = `${prolog}<p:sld><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`
  return {
    'ppt/presentation.xml': strToU8('<p:presentation><p:sldIdLst><p:sldId id="1" r:id="r1"/></p:sldIdLst></p:presentation>'),
    'ppt/_rels/presentation.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="slides/slide1.xml"/></Relationships>',
    ),
    'ppt/slides/slide1.xml': strToU8(slide),
  }
}

const entityBomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
const deepXml = `${'<a:x>'.repeat(5000)}${'</a:x>'.repeat(5000)}`

describe('a clear error', () => {
  test.each<[string, () => Uint8Array, string, RegExp]>([
    ['an empty file', () => new Uint8Array(0), 'unsupported_file', /empty/],
    ['blanks alone', () => strToU8(' \n\t\n'), 'unsupported_file', /no text/],
    ['binary', () => Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256), 'unsupported_file', /not text/],
    ['a picture', () => latin1('\x89PNG\r\n\x1a\n'), 'unsupported_file', /picture/],
    ['an old .ppt', () => latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....'), 'unsupported_file', /old Office/],
    ['a web page', () => strToU8('<!doctype html><p>Skåne'), 'unsupported_file', /web page/],
    ['damaged UTF-16', () => latin1('\xff\xfe\x00\xd8a'), 'unsupported_file', /UTF-16/],
    ['more than 20 MB', () => new Uint8Array(20 * 1024 * 1024 + 1), 'too_large', /20\.0 MB/],
    ['too many lines', () => strToU8('a\n'.repeat(5_001)), 'too_large', /5001 lines/],
    ['too long a line', () => strToU8(`a\n${'b'.repeat(2001)}`), 'too_large', /Line 2/],
    ['a Word file', () => zipSync({ 'word/document.xml': strToU8('<x/>') }), 'unsupported_file', /Word/],
    ['an Excel file', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'unsupported_file', /Excel/],
    ['another archive', () => zipSync({ 'a.txt': strToU8('x') }), 'unsupported_file', /archive/],
    ['a truncated PPTX', () => fixture('pptx').subarray(0, 20_000), 'unsupported_file', /damaged or cut/],
    ['a truncated PDF', () => fixture('pdf').subarray(0, 3_000), 'unsupported_file', /PDF is damaged|no text/],
    [
      'a zip bomb that says so',
      () => zipSync({ ...pptxWith('x'), 'ppt/slides/slide1.xml': new Uint8Array(17 * 1024 * 1024) }),
      'too_large',
      /unpacks/,
    ],
    ['a zip bomb that lies', () => lyingBomb(), 'too_large', /unpacks/],
    ['an XML entity bomb', () => zipSync(pptxWith('&b;', entityBomb)), 'unsupported_file', /slide1\.xml/],
    ['XML nested beyond reason', () => zipSync(pptxWith(deepXml)), 'unsupported_file', /slide1\.xml/],
    [
      'a PPTX without its slides',
      () => zipSync({ ...pptxWith('x'), 'ppt/slides/slide1.xml': strToU8('') }),
      'unsupported_file',
      /text/,
    ],
    ['a PDF without text', () => emptyPdf(), 'unsupported_file', /scanned/],
  ])('for %s', async (_, make, code, detail) => {
    const error = await read(make()).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ExpectedError)
    expect(error).toMatchObject({
      code,
      detail: expect.stringMatching(detail),
      data: { fileName: 'min fil', words: { sv: expect.any(String) } },
    })
  })

  test('for whatever becomes of a real file', async () => {
    const whole = { pptx: fixture('pptx'), pdf: fixture('pdf') }
    const harm = fc.record({
      format: fc.constantFrom('pptx' as const, 'pdf' as const),
      at: fc.nat(60_000),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
      cut: fc.option(fc.nat(60_000)),
    })
    await fc.assert(
      fc.asyncProperty(harm, async ({ format, at, bytes, cut }) => {
        const harmed = whole[format].slice(0, cut ?? undefined)
        harmed.set(bytes.subarray(0, Math.max(0, harmed.length - at)), Math.min(at, harmed.length))
        const outcome = await read(harmed).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ExpectedError)
      }),
      { numRuns: 60 },
    )
  })
})

/** Unpacks to 40 MB and says that it is 1 000 bytes. */
function lyingBomb(): Uint8Array {
  const bytes = zipSync({ ...pptxWith('x'), 'ppt/slides/slide1.xml': new Uint8Array(40 * 1024 * 1024) })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at < bytes.length - 46; at++) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50 && view.getUint32(at + 22, true) > 1e6) view.setUint32(at + 22, 1000, true)
    if (signature === 0x02014b50 && view.getUint32(at + 24, true) > 1e6) view.setUint32(at + 24, 1000, true)
  }
  return bytes
}

function emptyPdf(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return offset
  })
  const start = text.length
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`
  return latin1(text)
}
