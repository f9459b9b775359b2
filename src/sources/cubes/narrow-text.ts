import { unreadable } from './file-table.ts'

/** The text of a file that must be UTF-8 or UTF-16, as JSON and XML are. @throws ExpectedError naming the first byte that is not */
export function decodeNarrowText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unreadable(
      `Filen är inte skriven i ${encoding.toUpperCase()}, som formatet kräver. Spara eller hämta den på nytt i UTF-8.`,
      `The file is not written in ${encoding.toUpperCase()}, as its format demands. Save or fetch it again in UTF-8.`,
      cause,
    )
  }
}
