/** One shape of a drawing, as SVG text. Drawings are made of text, since a page has thousands of shapes and each of them as a node costs time. */
export type Mark = string

type Attributes = Record<string, string | number | null>

/** A shape with its attributes; null leaves one out. A title shows when the pointer rests on it. */
export function mark(name: string, attributes: Attributes, title?: string): Mark {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${typeof value === 'number' ? short(value) : escaped(value)}"`))
    .join('')
  return title === undefined ? `<${name}${written}/>` : `<${name}${written}><title>${escaped(title)}</title></${name}>`
}

interface TextPlace {
  x: number
  y: number
  className?: string
  anchor?: 'start' | 'middle' | 'end'
}

/** Words at a place; `y` is their baseline. */
export const wordsAt = ({ x, y, className = 'c-text', anchor = 'start' }: TextPlace, words: string): Mark =>
  `<text x="${short(x)}" y="${short(y)}" class="${className}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(words)}</text>`

/** Words in lines of at most a width, one below the other. A word that is longer than the width has a line of its own. */
export function wrapWords(words: string, { width, size }: { width: number; size: number }): string[] {
  const lines: string[] = []
  for (const word of words.split(' ').filter(Boolean)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length === 0 || widthOf(longer, size) > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** About how wide words are: the mean width of a letter in the page's typeface, with some room. */
export const widthOf = (words: string, size: number): number => words.length * size * 0.52

/** Words that end with an ellipsis where they would not fit. */
export function fitWords(words: string, { width, size }: { width: number; size: number }): string {
  const most = Math.floor(width / (size * 0.52))
  return words.length <= most ? words : `${words.slice(0, Math.max(1, most - 1)).trimEnd()}…`
}

/** A line through points; it is broken where a point is missing. */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let isBroken = true
  return points
    .map((point) => {
      if (point === null) {
        isBroken = true
        return ''
      }
      const step = `${isBroken ? 'M' : 'L'}${short(point[0])},${short(point[1])}`
      isBroken = false
      return step
    })
    .join('')
}

/** A number of a place with a tenth of a unit, which no eye can tell apart. */
export const short = (value: number): string => String(Math.round(value * 10) / 10)

/** Text as it may be written within SVG. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
