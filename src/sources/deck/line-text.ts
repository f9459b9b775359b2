/** Letters drawn as one by the typesetter. */
const ligatures = /[\ufb00-\ufb06]/g
const hyphens = /[\u2010\u2011\u00ad]/g
const invisible = /[\p{Cf}\p{Cc}]/gu
/** Kept through the cleaning at the end of a line, where it parts a word. */
const softHyphen = '\u00ad'

/** Text as it is read: ligatures parted, one kind of hyphen, one blank between words, letters with their marks as one. */
export function cleanText(text: string): string {
  return text
    .replace(/\s/g, ' ')
    .replace(hyphens, (sign) => (sign === softHyphen ? '' : '-'))
    .replace(invisible, '')
    .replace(ligatures, (sign) => sign.normalize('NFKC'))
    .replace(/ +/g, ' ')
    .trim()
    .normalize('NFC')
}

/** Words after which a hyphen stays: "närings- och livsmedel". */
const afterHanging = /^(och|eller|samt|respektive|resp|and|or|&|\/)(?!\p{L})/iu

/** Joins two lines of one text; a word that a hyphen parts becomes whole, a hanging hyphen is kept. */
export function joinLines(first: string, second: string): string {
  const [before, after] = [first.trimEnd(), second.trimStart()]
  if (before.endsWith(softHyphen)) return before.slice(0, -1) + after
  if (!endsInHyphen(before)) return `${before} ${after}`
  if (afterHanging.test(after)) return `${before} ${after}`
  const isWordBroken = /\p{Ll}{2}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(after)
  return isWordBroken ? before.slice(0, -1) + after : before + after
}

/** Whether a line ends in the middle of a word, or in a hyphen that hangs. */
export const endsInHyphen = (line: string): boolean => /\p{L}[-\u2010\u2011\u00ad]$/u.test(line.trimEnd())

/** A line that ends in one of these goes on, whatever letter the next one begins with. */
const leadsOn =
  /(?:[,&/+-]|(?<!\p{L})(?:och|eller|samt|med|i|på|för|av|till|från|inom|mellan|vid|om|genom|mot|under|som|att|en|ett|den|det|de|and|or|of|in|for|with|the|to))$/iu

export interface BrokenLines {
  text: string
  parts?: { label: string; explanation: string }
}

/** One paragraph of several lines: all of it, and its parts where it seems to be a name and what explains the name. */
export function readBrokenLines(pieces: readonly string[]): BrokenLines {
  let [label, explanation] = [pieces[0] ?? '', '']
  for (const piece of pieces.slice(1)) {
    if (explanation !== '') explanation = joinLines(explanation, piece)
    else if (isExplanation(label, piece)) explanation = piece
    else label = joinLines(label, piece)
  }
  if (explanation === '') return { text: label }
  const parts = { label: cleanText(label).replace(/:$/, ''), explanation: cleanText(explanation) }
  return { text: joinLines(label, explanation), parts }
}

/** A new phrase under a name: a capital or a dash first, and enough words not to be the rest of the name. */
function isExplanation(before: string, piece: string): boolean {
  const [name, text] = [cleanText(before), cleanText(piece)]
  if (name === '' || text === '' || leadsOn.test(name) || endsInHyphen(before)) return false
  if (name.endsWith(':') || /^[–—(-]/.test(text)) return true
  return /^["”“]?\p{Lu}/u.test(text) && (countWords(text) >= 3 || (countWords(name) >= 2 && countWords(text) >= 2))
}

const countWords = (text: string): number => text.split(' ').length
