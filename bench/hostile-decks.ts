import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { pdfOf } from '../src/sources/deck/testing/make-pdf.ts'
import { pptxParts } from '../src/sources/deck/testing/make-pptx.ts'

/** Small files made to stop a site that reads them without limits. */
export function hostileDecks(): { name: string; bytes: Uint8Array }[] {
  return [
    { name: '999 slides of one part of 400 000 tags', bytes: slidesOfOnePart() },
    { name: 'a PDF packed twice, 300 MB unpacked', bytes: packedTwice() },
    { name: 'the same behind a third coding', bytes: packedThrice() },
    { name: 'a PDF page of 30 MB of text', bytes: longPage() },
    { name: '10 MB of line ends', bytes: strToU8(`a${'\n'.repeat(10_000_000)}b`) },
    { name: '5 000 lines that are nearly regions', bytes: strToU8('Västernorlan\n'.repeat(5_000)) },
    { name: '60 slides of 60 000 tags', bytes: manyTags() },
  ]
}

function slidesOfOnePart(): Uint8Array {
  const parts = pptxParts([{ title: 'Halland' }])
  const ids = Array.from({ length: 999 }, (_, index) => index)
  parts['ppt/presentation.xml'] = strToU8(
    `<p:presentation><p:sldIdLst>${ids.map((id) => `<p:sldId r:id="r${id}"/>`).join('')}</p:sldIdLst></p:presentation>`,
  )
  parts['ppt/_rels/presentation.xml.rels'] = strToU8(
    `<Relationships>${ids.map((id) => `<Relationship Id="r${id}" Target="slides/slide1.xml"/>`).join('')}</Relationships>`,
  )
  parts['ppt/slides/slide1.xml'] = slideOf(400_000)
  return zipSync(parts, { level: 9 })
}

const slideOf = (tags: number): Uint8Array =>
  strToU8(`<p:sld><p:cSld><p:spTree>${'<a:x/>'.repeat(tags)}</p:spTree></p:cSld></p:sld>`)

function manyTags(): Uint8Array {
  const parts = pptxParts(Array.from({ length: 60 }, () => ({ title: 'Halland' })))
  for (const name of Object.keys(parts)) if (name.startsWith('ppt/slides/')) parts[name] = slideOf(60_000)
  return zipSync(parts, { level: 9 })
}

const huge = (): Buffer => deflateSync(deflateSync(Buffer.alloc(300_000_000, 32), { level: 9 }), { level: 9 })

const packedTwice = (): Uint8Array => pdfOf([{ dictionary: '/Filter[/FlateDecode/FlateDecode]', content: huge() }])

function packedThrice(): Uint8Array {
  const content = strToU8(`${huge().toString('hex')}>`)
  return pdfOf([{ dictionary: '/Filter[/ASCIIHexDecode/FlateDecode/FlateDecode]', content }])
}

function longPage(): Uint8Array {
  const content = Buffer.from('BT /F1 9 Tf 1 0 0 1 60 400 Tm (x) Tj ET\n'.repeat(740_000), 'latin1')
  return pdfOf([{ dictionary: '/Filter/FlateDecode', content: deflateSync(content, { level: 9 }) }])
}
