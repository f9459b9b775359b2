import { SentFile } from '../frame/sent-file.ts'

/** More fields than any form of the site has. */
const mostParts = 2_000
const mostHeadBytes = 8_192

/** A field of text beyond this stays as its bytes, like a file, so that its decoding can be done where nobody waits for it. */
const mostTextBytes = 256 * 1024

/**
 * A form sent as `multipart/form-data`. The parser that comes with Node goes through a file letter by letter, and ten megabytes
 * of it keep every other reader waiting for a second; here the parts are found by searching for what parts them.
 * @throws Error when it is not such a form
 */
export function parseMultipartForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): FormData {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boundary = boundaryOf(contentType)
  const form = new FormData()
  let at = endOfBoundary(body, { boundary, from: startOf(body, boundary) })
  for (let count = 0; at !== null; count++) {
    if (count >= mostParts) throw new Error('The form has too many parts.')
    const end = body.indexOf(`\r\n--${boundary}`, at - 2, 'latin1')
    const headEnd = body.indexOf('\r\n\r\n', at, 'latin1')
    if (end < 0 || headEnd < 0 || headEnd - at > mostHeadBytes) throw new Error('A part of the form has no end.')
    appendPart(form, body.toString('utf8', at, headEnd), body.subarray(headEnd + 4, Math.max(headEnd + 4, end)))
    at = endOfBoundary(body, { boundary, from: end + 2 })
  }
  return form
}

function boundaryOf(contentType: string): string {
  const [, quoted, bare] = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined) throw new Error('The form does not name what parts it.')
  return boundary
}

function startOf(body: Buffer, boundary: string): number {
  const mark = `--${boundary}`
  if (body.subarray(0, mark.length).toString('latin1') === mark) return 0
  const at = body.indexOf(`\r\n${mark}`, 0, 'latin1')
  if (at < 0) throw new Error('The form has no parts.')
  return at + 2
}

/** Where the part after a boundary begins; null after the last one. */
function endOfBoundary(body: Buffer, { boundary, from }: { boundary: string; from: number }): number | null {
  const end = from + 2 + boundary.length
  const next = body.toString('latin1', end, end + 2)
  if (next === '--') return null
  const lineEnd = body.indexOf('\r\n', end, 'latin1')
  if (lineEnd < 0 || body.toString('latin1', end, lineEnd).trim() !== '') throw new Error('The form is cut short.')
  return lineEnd + 2
}

function appendPart(form: FormData, head: string, content: Buffer<ArrayBuffer>): void {
  const disposition = head.split('\r\n').find((line) => /^content-disposition:\s*form-data/i.test(line))
  const name = disposition && parameterOf(disposition, 'name')
  if (!disposition || name === undefined) throw new Error('A part of the form has no name.')
  const fileName = parameterOf(disposition, 'filename')
  if (fileName === undefined && content.length <= mostTextBytes) form.append(name, content.toString('utf8'))
  else form.append(name, new SentFile(content as Buffer<ArrayBuffer>, fileName ?? name))
}

/**
 * The value of a field in the beginning of a form that is still being sent. @returns null when there is none in it; undefined
 * while it may still come
 * @throws Error when it is not such a form
 */
export function fieldInBeginning(begun: Buffer, name: string, contentType: string): string | null | undefined {
  const boundary = boundaryOf(contentType)
  const mark = `--${boundary}`
  const text = begun.toString('latin1')
  const parts = (text.startsWith(mark) ? `\r\n${text}` : text).split(`\r\n${mark}`).slice(1)
  const isOver = parts.at(-1)?.startsWith('--') ?? false
  // The last part may be cut short.
  for (const part of isOver ? parts : parts.slice(0, -1)) {
    const headEnd = part.indexOf('\r\n\r\n')
    const disposition = part
      .slice(0, headEnd)
      .split('\r\n')
      .find((line) => /^content-disposition:\s*form-data/i.test(line))
    if (headEnd < 0 || !disposition || parameterOf(disposition, 'name') !== name) continue
    return Buffer.from(part.slice(headEnd + 4), 'latin1').toString('utf8')
  }
  return isOver ? null : undefined
}

/** Browsers write quotation marks and line ends in names as %22, %0D and %0A. */
function parameterOf(disposition: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1]
  return found?.replace(/%(22|0D|0A)/gi, (sign) => decodeURIComponent(sign))
}
