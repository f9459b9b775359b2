import { ExpectedError } from '../../records/expected-error.ts'
import type { LocalText } from '../../records/shared-fields.ts'

export interface DecodedText {
  text: string
  notices: LocalText[]
}

interface TextFile {
  fileName: string
  /** What to say of bytes that are no text, and what to give instead. */
  notText: LocalText
}

/**
 * Bytes to text, in any encoding that Excel saves: UTF-8 and UTF-16 with or without their mark, else Windows-1252 with a notice.
 * @throws ExpectedError `unsupported_file` for bytes that are not text
 */
export function decodeText(bytes: Uint8Array, { fileName, notText }: TextFile): DecodedText {
  const wide = wideEncodingOf(bytes)
  const decoded = wide ? decodeWide(bytes, wide, fileName) : decodeNarrow(bytes)
  if (isBinary(decoded.text)) throw unsupported(fileName, notText)
  return decoded
}

const unsupported = (fileName: string, words: LocalText, cause?: unknown): ExpectedError =>
  new ExpectedError('unsupported_file', { detail: `${fileName}: ${words.en}`, data: { fileName, words }, cause })

export type WideEncoding = 'utf-16le' | 'utf-16be'

/** UTF-16 by its mark, or by the zero byte that every second one of its first letters has. */
export function wideEncodingOf(bytes: Uint8Array): WideEncoding | null {
  const [first, second, third, fourth] = bytes
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && third !== 0 && fourth === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && third === 0 && fourth !== 0)) return 'utf-16be'
  return null
}

function decodeWide(bytes: Uint8Array, encoding: WideEncoding, fileName: string): DecodedText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), notices: [] }
  } catch (cause) {
    throw unsupported(fileName, damagedUtf16, cause)
  }
}

function decodeNarrow(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notices: [] }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), notices: [oldEncodingNotice] }
  }
}

export const oldEncodingNotice: LocalText = {
  sv: 'Filen är inte UTF-8. Den lästes som Windows-1252; kontrollera å, ä och ö, eller spara den som UTF-8.',
  en: 'The file is not UTF-8. It was read as Windows-1252; check å, ä and ö, or save it as UTF-8.',
}

const damagedUtf16: LocalText = {
  sv: 'Filen säger sig vara UTF-16-text men är skadad. Spara den på nytt som text i UTF-8.',
  en: 'The file says that it is UTF-16 text but is damaged. Save it again as text in UTF-8.',
}

/** Text has next to no control characters; anything else that decodes has many. */
function isBinary(text: string): boolean {
  return text.includes('\0') || countControls(text) > Math.max(2, text.length / 500)
}

/** Characters below the blank and from 127 to 159, tabs and line ends apart. */
function countControls(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if ((code < 32 && (code < 9 || code > 13)) || (code >= 127 && code < 160)) count += 1
  }
  return count
}
