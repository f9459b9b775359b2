import type { LocalText } from '../../records/record.ts'
import { unsupportedFile } from './deck-limits.ts'

export interface DecodedText {
  text: string
  notices: LocalText[]
}

/**
 * Bytes to text: UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252 with a notice.
 * @throws ExpectedError `unsupported_file` for bytes that are not text
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  const marked = markedEncodingOf(bytes)
  const decoded = marked ? decodeMarked(bytes, marked, fileName) : decodeUnmarked(bytes)
  refuseBinary(decoded.text, fileName)
  return decoded
}

type MarkedEncoding = 'utf-16le' | 'utf-16be'

function markedEncodingOf(bytes: Uint8Array): MarkedEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function decodeMarked(bytes: Uint8Array, encoding: MarkedEncoding, fileName: string): DecodedText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), notices: [] }
  } catch (cause) {
    throw unsupportedFile(fileName, damagedUtf16, cause)
  }
}

function decodeUnmarked(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notices: [] }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), notices: [oldEncodingNotice] }
  }
}

const oldEncodingNotice: LocalText = {
  sv: 'Filen är inte UTF-8. Den lästes som Windows-1252; kontrollera å, ä och ö, eller spara den som UTF-8.',
  en: 'The file is not UTF-8. It was read as Windows-1252; check å, ä and ö, or save it as UTF-8.',
}

const damagedUtf16: LocalText = {
  sv: 'Filen säger sig vara UTF-16-text men är skadad. Spara den på nytt som text i UTF-8.',
  en: 'The file says that it is UTF-16 text but is damaged. Save it again as text in UTF-8.',
}

const notText: LocalText = {
  sv: 'Filen är varken text, PPTX eller PDF. Ge bildspelet i ett av dem, eller klistra in dess text i en textfil (UTF-8).',
  en: 'The file is not text, PPTX or PDF. Give the deck in one of those, or paste its text into a text file (UTF-8).',
}

/** Text has next to no control characters; anything else that decodes has many. */
function refuseBinary(text: string, fileName: string): void {
  const controls = countControls(text)
  const isBinary = text.includes('\0') || controls > Math.max(2, text.length / 500)
  if (isBinary) throw unsupportedFile(fileName, notText)
}

/** Signs below the blank and from 127 to 159, but for tabs and line ends. */
function countControls(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if ((code < 32 && (code < 9 || code > 13)) || (code >= 127 && code < 160)) count += 1
  }
  return count
}
