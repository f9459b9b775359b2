import { embedText } from './embed.text.ts'
import type { Figure } from './figure.ts'
import type { PartContext } from './part-context.ts'

/** Where a page's part for frames is served: `/embed` before the page's own address. */
export const embedPathOf = (path: string): string => `/embed${path === '/' ? '' : path}`

/** Where one figure is served for frames: its place in the API, without the file's ending. */
export const figureEmbedPath = (path: string, id: string): string => `/embed/${path}/figures/${id}`

/** What is around a drawing: heading, sentence, source and folds. */
const aroundDrawing = 420
const usualWidth = 600

/** The height that a figure wants at 600 pixels' width. */
export function figureHeightOf({ draw, widths }: Pick<Figure, 'draw' | 'widths'>): number {
  const width = widths.findLast((one) => one <= usualWidth) ?? widths[0]
  return aroundDrawing + (draw && width !== undefined ? Math.round((draw(width).height * usualWidth) / width) : 0)
}

interface CodeProps {
  context: PartContext
  title: string
  /** The path and query of the part. */
  path: string
  height: number
}

/** The code that shows a part on another site. */
export const embedCode = (base: string, { title, path, height }: Omit<CodeProps, 'context'>): string =>
  `<iframe src="${attribute(base + path)}" title="${attribute(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`

/** The code in a fold, to copy. */
export function EmbedFold({ context: { lang, baseUrl }, titleLang, ...part }: CodeProps & { titleLang?: string | undefined }) {
  const text = embedText[lang]
  return (
    <details class="embed-code">
      <summary>{text.heading}</summary>
      <p class="small">{text.about}</p>
      <p class="embed-source">
        <code lang={titleLang}>{embedCode(baseUrl ?? '', part)}</code>
      </p>
      {baseUrl === null ? <p class="small muted">{text.noAddress}</p> : null}
    </details>
  )
}

const attribute = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
