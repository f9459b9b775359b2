import { escaped, wordsAt, wrapWords } from './marks.ts'
import { borderPath, coastPath, countyPaths, viewBox } from './sweden-geometry.ts'

/** What a page is shared with: a title and a sentence beside the map of Sweden. */
export interface SharePicture {
  eyebrow: string
  title: string
  sentence: string
  /** The regions that are coloured. */
  codes: ReadonlySet<string>
}

/** The size that those who show shared pages ask for. */
export const shareSize = { width: 1200, height: 630 }

const titleSizes = [76, 64, 54, 46, 38] as const
const words = { left: 72, width: 720, top: 150, bottom: 560 }

/** A page's picture for those who share it. */
export function sharePicture({ eyebrow, title, sentence, codes }: SharePicture): string {
  const { width, height } = shareSize
  const size = titleSizes.find((one) => wrapWords(title, { width: words.width, size: one }).length <= 3) ?? titleSizes.at(-1)!
  const lines = wrapWords(title, { width: words.width, size }).slice(0, 4)
  const sentenceTop = words.top + 40 + lines.length * size * 1.1 + 34
  const most = Math.max(0, Math.floor((words.bottom - sentenceTop) / 38) + 1)
  const said = wrapWords(sentence, { width: words.width, size: 28 })
  const shown =
    said.length <= most ? said : [...said.slice(0, Math.max(0, most - 1)), ...(most > 0 ? [`${said[most - 1]!} …`] : [])]
  const scale = (height - 60) / viewBox.height
  const counties = countyPaths.map(
    ({ code, path }) => `<path d="${path}" fill="${codes.has(code) ? '#1a4480' : '#e9e4d7'}" stroke="#faf8f3" stroke-width="1"/>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${style}</style><rect width="100%" height="100%" fill="#faf8f3"/>`,
    `<g transform="translate(${width - viewBox.width * scale - 56} 30) scale(${scale})">${counties.join('')}`,
    `<path d="${borderPath}" fill="none" stroke="#faf8f3"/><path d="${coastPath}" fill="none" stroke="#8d8a80"/></g>`,
    '<path transform="translate(70 54) scale(1.5)" d="M3 25 10 11l4.5 8L20.5 5 29 25" fill="none" stroke="#1a4480" stroke-width="2.6"/>',
    wordsAt({ x: 126, y: 92, className: 'brand' }, 'Spets'),
    wordsAt({ x: words.left, y: words.top + 20, className: 'eyebrow' }, eyebrow),
    ...lines.map(
      (line, at) =>
        `<text x="${words.left}" y="${words.top + 40 + (at + 1) * size * 1.1 - size * 0.15}" class="title" font-size="${size}">${escaped(line)}</text>`,
    ),
    ...shown.map((line, at) => wordsAt({ x: words.left, y: sentenceTop + at * 38, className: 'sentence' }, line)),
    '</svg>',
  ].join('')
}

const style = [
  `.brand { font-family: 'Source Serif 4'; font-weight: 600; font-size: 38px; fill: #16203a; }`,
  `.title { font-family: 'Source Serif 4'; font-weight: 600; fill: #16203a; }`,
  `.eyebrow { font-family: 'Source Sans 3'; font-weight: 600; font-size: 26px; fill: #535d74; }`,
  `.sentence { font-family: 'Source Sans 3'; font-size: 28px; fill: #16203a; }`,
].join(' ')
