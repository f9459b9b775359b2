import type { CubeSymbol } from '../../records/cube.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { FileSymbol } from './file-table.ts'
import { absent } from './symbol-list.ts'

/** What signs mean in place of a number: those of PX files and PxWeb, of Eurostat and of SDMX. */
const inPlace: Record<string, LocalText> = {
  [absent]: { sv: 'Finns inte i filen', en: 'Not in the file' },
  '.': { sv: 'Uppgift kan inte förekomma', en: 'Not applicable' },
  '..': { sv: 'Uppgift saknas eller visas inte', en: 'Missing, or not shown' },
  '...': { sv: 'Uppgift ännu inte tillgänglig', en: 'Not yet available' },
  '-': { sv: 'Inget finns att redovisa', en: 'Nothing to report' },
  '–': { sv: 'Inget finns att redovisa', en: 'Nothing to report' },
  ':': { sv: 'Uppgift saknas eller visas inte', en: 'Missing, or not shown' },
  x: { sv: 'Visas inte, av sekretess', en: 'Not shown, for confidentiality' },
}

/** What flags mean beside a number or a missing one. */
const flags: Record<string, LocalText> = {
  p: { sv: 'preliminär', en: 'provisional' },
  e: { sv: 'uppskattad', en: 'estimated' },
  b: { sv: 'brott i serien', en: 'break in series' },
  c: { sv: 'sekretess', en: 'confidential' },
  u: { sv: 'osäker', en: 'low reliability' },
  d: { sv: 'avvikande definition', en: 'definition differs' },
  s: { sv: 'Eurostats uppskattning', en: 'Eurostat estimate' },
  n: { sv: 'inte betydande', en: 'not significant' },
  z: { sv: 'inte tillämplig', en: 'not applicable' },
  r: { sv: 'reviderad', en: 'revised' },
  m: { sv: 'saknas', en: 'missing' },
  f: { sv: 'prognos', en: 'forecast' },
}

/** A file's symbols as a cube has them, each with what it means. */
export const cubeSymbols = (symbols: readonly FileSymbol[]): CubeSymbol[] =>
  symbols.map(({ symbol, isMissing, meaning }) => ({
    symbol,
    isMissing,
    meaning: meaning ? { sv: meaning, en: meaning } : meaningOf(symbol, isMissing),
  }))

function meaningOf(symbol: string, isMissing: boolean): LocalText {
  const whole = inPlace[symbol.toLowerCase()]
  if (whole) return whole
  const letters = [...symbol.toLowerCase().replace(/[^a-z]/g, '')]
  const words = letters.flatMap((letter) => flags[letter] ?? [])
  if (words.length > 0 && words.length === letters.length)
    return { sv: words.map(({ sv }) => sv).join(', '), en: words.map(({ en }) => en).join(', ') }
  return isMissing ? { sv: 'Uppgift saknas', en: 'Missing' } : { sv: 'Utgivarens märkning', en: 'The publisher’s flag' }
}
