import type { DeckLine } from './deck-draft.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { deckLimits, tooLarge, unsupportedFile } from './deck-limits.ts'
import type { PdfPiece } from './pdf-fragments.ts'
import { arrangePdfPages } from './pdf-page.ts'
import type { PdfPage } from './pdf-page.ts'
import { refuseHugeStreams } from './pdf-streams.ts'
import { numberLines, refuseTooManyLines } from './text-lines.ts'
import type { RawLine } from './text-lines.ts'

/** A PDF's lines, page by page, joined from the positions of its pieces of text. */
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
  refuseHugeStreams(bytes, fileName)
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0, stopAtErrors: false })
  try {
    if (document.numPages > deckLimits.pages) throw tooLarge(fileName, tooManyPages(document.numPages))
    const pages: PdfPage[] = []
    let pieceCount = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      if (items.length > deckLimits.pagePieces) throw tooLarge(fileName, tooManyPieces(number))
      pages.push(placePage(page.view, items))
      pieceCount += items.length
      refuseTooManyLines(pieceCount / mostPiecesOfLine, fileName)
      page.cleanup()
    }
    const lines = arrangePdfPages(pages)
    if (lines.length === 0) throw unsupportedFile(fileName, scanned)
    return lines
  } finally {
    await document.cleanup()
    await document.destroy()
  }
}

/** A line may come in as many pieces as it has letters. */
const mostPiecesOfLine = 100

/** In PDF y grows upwards from the page's lower left corner; here downwards from its upper left. */
function placePage([left = 0, bottom = 0, right = 0, top = 0]: readonly number[], items: readonly object[]): PdfPage {
  const pieces = items.flatMap(pieceOf).map((piece) => ({ ...piece, x: piece.x - left, y: piece.y + top }))
  return { width: right - left, height: top - bottom, pieces }
}

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

const tooManyPieces = (page: number): LocalText => ({
  sv: `Sida ${page} har fler textstycken än någon bild har. Skriv ut bildspelet på nytt som PDF, eller spara bara texten.`,
  en: `Page ${page} has more pieces of text than any slide has. Print the deck to PDF again, or save the text alone.`,
})
