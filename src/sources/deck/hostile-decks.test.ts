import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { refuseHugeStreams } from './pdf-streams.ts'
import { readDeck } from './read-deck.ts'
import { makePptx, pptxParts } from './testing/make-pptx.ts'
import { pdfOf } from './testing/make-pdf.ts'
import { slide } from './testing/read-lists.ts'

const refusal = (bytes: Uint8Array): Promise<unknown> => readDeck(bytes, { fileName: 'deck' }).catch((error: unknown) => error)
const refusedAs = (code: string, words: RegExp) => ({ code, detail: expect.stringMatching(words) })

const manyTags = strToU8(`<p:sld><p:cSld><p:spTree>${'<a:x/>'.repeat(400_000)}</p:spTree></p:cSld></p:sld>`)

/** A small deck whose slides all point at one part. */
function slidesOfOnePart(count: number, part: Uint8Array): Uint8Array {
  const parts = pptxParts([slide('Halland', 'Hälsa')])
  const ids = Array.from({ length: count }, (_, index) => index)
  parts['ppt/presentation.xml'] = strToU8(
    `<p:presentation><p:sldIdLst>${ids.map((id) => `<p:sldId r:id="r${id}"/>`).join('')}</p:sldIdLst></p:presentation>`,
  )
  parts['ppt/_rels/presentation.xml.rels'] = strToU8(
    `<Relationships>${ids.map((id) => `<Relationship Id="r${id}" Target="slides/slide1.xml"/>`).join('')}</Relationships>`,
  )
  parts['ppt/slides/slide1.xml'] = part
  return zipSync(parts, { level: 9 })
}

/** Where the first local header and the directory's entry of a part begin. */
function headersOf(zip: Uint8Array, name: string): { local: number; central: number } {
  const file = Buffer.from(zip)
  const first = file.indexOf(name)
  return { local: first - 30, central: file.lastIndexOf(name) - 46 }
}

const slidePart = 'ppt/slides/slide1.xml'

describe('a PPTX', () => {
  test('whose slides point at one part is refused before the part is read', async () => {
    const zip = slidesOfOnePart(999, manyTags)
    expect(zip.length).toBeLessThan(20_000)
    expect(await refusal(zip)).toMatchObject(refusedAs('unsupported_file', /one slide several times/))
  })

  test('with more tags in a part than any slide has is refused before it is parsed', async () => {
    expect(await refusal(slidesOfOnePart(1, manyTags))).toMatchObject(refusedAs('too_large', /more elements/))
  })

  test('whose parts do not fit their checksum is damaged', async () => {
    const zip = makePptx([slide('Halland', 'Hälsa')])
    const { central } = headersOf(zip, slidePart)
    zip[central + 16]! ^= 1
    expect(await refusal(zip)).toMatchObject(refusedAs('unsupported_file', /slide1\.xml.*damaged/))
  })

  test.each(['local', 'central'] as const)('whose part is marked encrypted in the %s header is refused', async (which) => {
    const zip = makePptx([slide('Halland', 'Hälsa')])
    const at = headersOf(zip, slidePart)[which] + (which === 'local' ? 6 : 8)
    zip[at]! |= 1
    expect(await refusal(zip)).toMatchObject(refusedAs('unsupported_file', /encrypted/))
  })

  test('that has two parts of one name, or a part packed in another way, is refused', async () => {
    const zip = Buffer.from(makePptx([slide('Halland', 'Hälsa'), slide('Kalmar', 'Mat')]))
    const twice = Buffer.from(zip.toString('latin1').replaceAll('slide2.xml', 'slide1.xml'), 'latin1')
    expect(await refusal(twice)).toMatchObject(refusedAs('unsupported_file', /damaged/))
    zip[headersOf(zip, slidePart).central + 10] = 12
    expect(await refusal(zip)).toMatchObject(refusedAs('unsupported_file', /damaged/))
  })
})

describe('a PDF', () => {
  const packed = (content: Uint8Array, times: number): Uint8Array =>
    times === 0 ? content : packed(deflateSync(content, { level: 9 }), times - 1)
  const pdf = (content: Uint8Array, filters: string) => pdfOf([{ dictionary: `/Filter[${filters}]`, content }])

  test('that unpacks twice to hundreds of megabytes is refused before it is read', async () => {
    const bytes = pdf(packed(Buffer.alloc(300_000_000, 32), 2), '/FlateDecode/FlateDecode')
    expect(bytes.length).toBeLessThan(5_000)
    expect(await refusal(bytes)).toMatchObject(refusedAs('too_large', /unpacks/))
  })

  test('that unpacks to a page of text is read, packed once or twice', async () => {
    const content = strToU8('BT /F1 30 Tf 1 0 0 1 60 470 Tm (Halland) Tj ET\nBT /F1 16 Tf 1 0 0 1 60 400 Tm (Trad) Tj ET')
    for (const times of [1, 2]) {
      const { lines } = await readDeck(pdf(packed(content, times), '/FlateDecode'.repeat(times)), { fileName: 'deck' })
      expect(lines.map(({ text }) => text)).toEqual(['Halland', 'Trad'])
    }
  })

  test('may hold many streams, and together too much', () => {
    const large = packed(Buffer.alloc(30_000_000), 1)
    const of = (count: number) =>
      pdfOf(Array.from({ length: count }, () => ({ dictionary: '/Filter/FlateDecode', content: large })))
    expect(() => refuseHugeStreams(of(2), 'deck')).not.toThrow()
    expect(() => refuseHugeStreams(of(4), 'deck')).toThrow(/unpacks/)
  })
})

describe('a text', () => {
  test.each(['\n', '\r', '\r\n', '\u2028', ' \n'])(
    'of ten megabytes of %j is refused or empty, in little memory',
    async (end) => {
      const bytes = strToU8(`a${end.repeat(Math.floor(10_000_000 / strToU8(end).length))}b`)
      const before = process.memoryUsage().heapUsed
      expect(await refusal(bytes)).toMatchObject(refusedAs('too_large', /lines; at most/))
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000)
    },
  )

  test('of ten megabytes of line ends alone holds no text', async () => {
    expect(await refusal(strToU8('\n'.repeat(10_000_000)))).toMatchObject(refusedAs('unsupported_file', /no text/))
  })
})
