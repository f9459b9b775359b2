/** Text at a point of a page, in points from its lower left corner, in a size. */
export type TestText = [x: number, y: number, size: number, text: string]

/** A PDF of pages of 720 by 540 points, drawn in the order given, in letters of Windows-1252. */
export function makePdf(pages: readonly (readonly TestText[])[]): Uint8Array {
  return pdfOf(pages.map((texts) => ({ dictionary: '', content: latin1(texts.map(drawing).join('\n')) })))
}

const drawing = ([x, y, size, text]: TestText): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text
    .replace(/[()\\]/g, '\\$&')
    .replaceAll('•', '\x95')
    .replaceAll('–', '\x96')}) Tj ET`

/** The content of each page may be packed; its dictionary says how. */
export function pdfOf(contents: readonly { dictionary: string; content: Uint8Array }[]): Uint8Array {
  const pageIds = contents.map((_, index) => 5 + index * 2)
  const objects: [number, Uint8Array][] = [
    [1, latin1('<</Type/Catalog/Pages 2 0 R>>')],
    [2, latin1(`<</Type/Pages/Kids[${pageIds.map((id) => `${id} 0 R`).join(' ')}]/Count ${contents.length}>>`)],
    [3, latin1('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>')],
  ]
  contents.forEach(({ dictionary, content }, index) => {
    const head = latin1(`<</Length ${content.length}${dictionary}>>\nstream\n`)
    objects.push([4 + index * 2, Buffer.concat([head, content, latin1('\nendstream')])])
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 720 540]/Contents ${4 + index * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`
    objects.push([5 + index * 2, latin1(page)])
  })
  return withTable(objects)
}

function withTable(objects: readonly [number, Uint8Array][]): Uint8Array {
  const parts = [latin1('%PDF-1.4\n')]
  let at = parts[0]!.length
  const places: string[] = []
  for (const [id, body] of objects) {
    const object = Buffer.concat([latin1(`${id} 0 obj\n`), body, latin1('\nendobj\n')])
    places.push(`${String(at).padStart(10, '0')} 00000 n \n`)
    parts.push(object)
    at += object.length
  }
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`
  return Buffer.concat([...parts, latin1(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}${trailer}`)])
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
