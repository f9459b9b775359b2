import type { DeckLine } from './deck-draft.ts'
import type { LocalText } from '../../records/record.ts'
import { deckLimits, tooLarge, unsupportedFile } from './deck-limits.ts'
import { arrangePdfPage } from './pdf-page.ts'
import type { PdfPiece } from './pdf-page.ts'
import { numberLines, refuseTooManyLines } from './text-lines.ts'
import type { RawLine } from './text-lines.ts'

/** A PDF's lines, page by page, put together from where its pieces of text stand. */
export async function readPdfLines(bytes: Uint8Array, fileName: string): Promise<DeckLine[]> {
  try {
    return numberLines(await readPages(bytes, fileName), fileName)
  } catch (error) {
    if (error instanceof Error && error.name === 'ExpectedError') throw error
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw unsupportedFile(fileName, isLocked ? locked : damaged, error)
  }
}

async function readPages(bytes: Uint8Array, fileName: string): Promise<RawLine[]> {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0, stopAtErrors: false })
  try {
    if (document.numPages > deckLimits.pages) throw tooLarge(fileName, tooManyPages(document.numPages))
    const lines: RawLine[] = []
    for (let page = 1; page <= document.numPages; page++) {
      const { items } = await (await document.getPage(page)).getTextContent()
      lines.push(...arrangePdfPage(items.flatMap(pieceOf), page))
      refuseTooManyLines(lines.length, fileName)
    }
    if (lines.length === 0) throw unsupportedFile(fileName, scanned)
    return lines
  } finally {
    await document.cleanup()
    await document.destroy()
  }
}

/** In PDF y grows upwards; here downwards. */
function pieceOf(item: object): PdfPiece[] {
  if (!('str' in item) || !('transform' in item)) return []
  const { str, transform, width } = item as { str: string; transform: number[]; width: number }
  const size = Math.hypot(transform[2] ?? 0, transform[3] ?? 0)
  const [x, y] = [transform[4] ?? 0, transform[5] ?? 0]
  return str === '' || !(size > 0) ? [] : [{ text: str, x, y: -y - size, width, height: size }]
}

const locked: LocalText = {
  sv: 'PDF-filen är låst med lösenord. Spara den utan lösenord.',
  en: 'The PDF is locked with a password. Save it without one.',
}
const damaged: LocalText = {
  sv: 'PDF-filen är skadad eller avhuggen. Hämta eller spara den på nytt.',
  en: 'The PDF is damaged or cut short. Fetch it or save it again.',
}
const scanned: LocalText = {
  sv: 'PDF-filen har sidor men ingen text: den är troligen inläst som bild. Kör textigenkänning (OCR) på den, eller skriv in texten i en textfil.',
  en: 'The PDF has pages but no text: it was probably scanned. Run text recognition (OCR) on it, or type the text into a text file.',
}
const tooManyPages = (count: number): LocalText => ({
  sv: `PDF-filen har ${count} sidor; högst ${deckLimits.pages} läses. Dela upp den.`,
  en: `The PDF has ${count} pages; at most ${deckLimits.pages} are read. Break it up.`,
})
