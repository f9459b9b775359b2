import type { DeckLines } from './deck-draft.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { deckLimits, tooLarge, unsupportedFile } from './deck-limits.ts'
import { decodeText } from '../delimited/decode-text.ts'
import { readPdfLines } from './pdf-lines.ts'
import { readPptxLines } from './pptx-lines.ts'
import { readTextLines } from './text-lines.ts'

/**
 * A deck's lines, from text, PPTX or PDF, which are recognised by content.
 * @throws ExpectedError `unsupported_file` or `too_large`, whose `detail` names the fault, its place and how to mend it
 */
export async function readDeck(bytes: Uint8Array, { fileName }: { fileName: string }): Promise<DeckLines> {
  if (bytes.length > deckLimits.bytes) {
    const [size, most] = [megabytes(bytes.length), megabytes(deckLimits.bytes)]
    throw tooLarge(fileName, {
      sv: `Filen är ${size} MB; högst ${most} MB läses. Ta bort bilder och film, eller spara bara texten.`,
      en: `The file is ${size} MB; at most ${most} MB are read. Take out pictures and film, or save the text alone.`,
    })
  }
  if (bytes.length === 0) throw unsupportedFile(fileName, { sv: 'Filen är tom.', en: 'The file is empty.' })
  const deck = await readByContent(bytes, fileName)
  if (deck.lines.length === 0)
    throw unsupportedFile(fileName, { sv: 'Det finns ingen text i filen.', en: 'There is no text in the file.' })
  return deck
}

async function readByContent(bytes: Uint8Array, fileName: string): Promise<DeckLines> {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06'))
    return { fileName, format: 'pptx', lines: readPptxLines(bytes, fileName), notices: [] }
  if (indexInHead(bytes, '%PDF-') >= 0)
    return { fileName, format: 'pdf', lines: await readPdfLines(bytes, fileName), notices: [] }
  refuseKnownOthers(bytes, fileName)
  const { text, notices } = decodeText(bytes, { fileName, notText })
  return { fileName, format: 'text', lines: readTextLines(text, fileName), notices }
}

const notText: LocalText = {
  sv: 'Filen är varken text, PPTX eller PDF. Ge bildspelet i ett av dem, eller klistra in dess text i en textfil (UTF-8).',
  en: 'The file is not text, PPTX or PDF. Give the deck in one of those, or paste its text into a text file (UTF-8).',
}
const archive: LocalText = {
  sv: 'Det här är ett packat arkiv. Packa upp det och ge själva bildspelet.',
  en: 'This is a packed archive. Unpack it and give the deck itself.',
}
const picture: LocalText = {
  sv: 'Det här är en bild. Ett bildspel måste ha text som går att läsa: text, PPTX eller PDF.',
  en: 'This is a picture. A deck must have text that can be read: text, PPTX or PDF.',
}
const oldOffice: LocalText = {
  sv: 'Det här är en äldre Office-fil (.ppt eller .doc) eller en Office-fil med lösenord. Spara den som PPTX eller PDF, utan lösenord.',
  en: 'This is an old Office file (.ppt or .doc) or an Office file with a password. Save it as PPTX or PDF, without a password.',
}
const webPage: LocalText = {
  sv: 'Det här är en webbsida. Spara dess text, eller skriv ut den som PDF.',
  en: 'This is a web page. Save its text, or print it as PDF.',
}
const richText: LocalText = {
  sv: 'Det här är en RTF-fil. Spara den som ren text (UTF-8), PPTX eller PDF.',
  en: 'This is an RTF file. Save it as plain text (UTF-8), PPTX or PDF.',
}

/** Formats that people may try, with what to do instead. */
const others: [string, LocalText][] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', oldOffice],
  ['{\\rtf', richText],
  ['\x1f\x8b', archive],
  ['7z\xbc\xaf', archive],
  ['Rar!', archive],
  ['\x89PNG', picture],
  ['\xff\xd8\xff', picture],
]

function refuseKnownOthers(bytes: Uint8Array, fileName: string): void {
  const found = others.find(([magic]) => startsWith(bytes, magic))
  if (found) throw unsupportedFile(fileName, found[1])
  const head = latin1(bytes.subarray(0, 512)).trimStart().toLowerCase()
  if (head.startsWith('<!doctype html') || head.startsWith('<html')) throw unsupportedFile(fileName, webPage)
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return latin1(bytes.subarray(0, magic.length)) === magic
}

/** A PDF may have some bytes before its mark. */
function indexInHead(bytes: Uint8Array, magic: string): number {
  return latin1(bytes.subarray(0, 1024)).indexOf(magic)
}

const megabytes = (count: number): string => (count / 1024 / 1024).toFixed(1)
