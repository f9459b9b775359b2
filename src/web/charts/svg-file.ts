import type { Figure } from '../frame/figure.ts'
import { escaped, wordsAt, wrapWords } from './marks.ts'
import rules from './chart-marks.css?raw'
import { sourceLine } from './figure-words.ts'

/** The page's light colours written out: programs that draw do not know the page's variables. */
const colours: Record<string, string> = {
  '--paper': '#ffffff',
  '--ink': '#16203a',
  '--muted': '#535d74',
  '--rule': '#ddd7c8',
  '--rule-strong': '#8d8a80',
  '--blue': '#1a4480',
  '--blue-wash': '#e4ebf5',
  '--serif': "'Source Serif 4', Georgia, serif",
  '--sans': "'Source Sans 3', 'Segoe UI', Arial, sans-serif",
}

const style = rules
  .replaceAll(/\/\*[^]*?\*\//g, '')
  .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => colours[name] ?? 'currentColor')
  .trim()

const margin = 24

/** A figure as a file of its own: heading, sentence, picture and source, on white. */
export function svgFile(figure: Figure): string {
  const drawing = figure.draw?.(Math.max(...figure.widths)) ?? { width: 760, height: 0, marks: '' }
  const { width } = drawing
  const lines = (words: string, size: number) => wrapWords(words, { width, size })
  const heading = lines(figure.finding, 24).map((line, at) => wordsAt({ x: 0, y: 26 + at * 30, className: 'c-number' }, line))
  const headingHeight = 10 + heading.length * 30
  const sentence = lines(figure.sentence, 15).map((line, at) => wordsAt({ x: 0, y: headingHeight + 16 + at * 19 }, line))
  const top = headingHeight + 24 + sentence.length * 19
  const below = [...lines(figure.legend ?? '', 13), ...lines(sourceLine(figure), 13)].filter(Boolean)
  const source = below.map((line, at) =>
    wordsAt({ x: 0, y: top + drawing.height + 24 + at * 17, className: 'c-muted c-small' }, line),
  )
  const height = top + drawing.height + 24 + below.length * 17
  const box = `viewBox="${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}" width="${width + 2 * margin}" height="${height + 2 * margin}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img" lang="${figure.lang}">`,
    `<title>${escaped(figure.finding)}</title><desc>${escaped(figure.description)}</desc><style>${escaped(style)}</style>`,
    `<rect x="${-margin}" y="${-margin}" width="100%" height="100%" fill="#fff"/>`,
    ...heading,
    ...sentence,
    `<g transform="translate(0 ${top})">${drawing.marks}</g>`,
    ...source,
    '</svg>\n',
  ].join('')
}
