import { tooMuch } from '../cubes/file-table.ts'

const mostStrings = 2_000_000

/** The texts that cells name by number, each whole: parts with their own type are put together, and how they are spoken left out. */
export function readSharedStrings(part: Buffer | null): readonly string[] {
  const strings: string[] = []
  if (!part) return strings
  for (let at = part.indexOf('<si'); at >= 0;) {
    const end = part.indexOf('</si>', at)
    const isEmpty = part[at + 3] === 47
    if (isEmpty) strings.push('')
    else if (end < 0) return strings
    else strings.push(textsIn(part.toString('utf8', at, end)))
    if (strings.length > mostStrings)
      throw tooMuch(
        'Arbetsboken har för många olika texter. Spara tabellen som CSV.',
        'The workbook has too many different texts. Save the table as CSV.',
      )
    at = part.indexOf('<si', isEmpty ? at + 3 : end)
  }
  return strings
}

/** The text of a piece of XML's `t` elements. */
export function textsIn(xml: string): string {
  const spoken = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml
  let text = ''
  for (const [, part] of spoken.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)) text += part
  return plainXml(text)
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The entities that XML itself has, and characters by number. */
export const plainXml = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
        (whole, hex: string, decimal: string, name: string) => {
          if (name) return named[name.toLowerCase()]!
          const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
          return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
        },
      )
    : text
