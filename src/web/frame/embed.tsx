import { render } from 'preact-render-to-string'
import type { Assets } from './layout.tsx'
import { embedText } from './embed.text.ts'
import { formatDate } from './format.ts'
import type { Embed, PageContext, PartContext } from './page.ts'

/** Where a page's part for frames is served: `/embed` before the page's own address. */
export const embedPathOf = (path: string): string => `/embed${path === '/' ? '' : path}`

interface Shown extends Embed {
  /** The page that it is a part of. */
  href: string
}

/** The HTML document of a part for a frame on another site. Its links open beside the site that shows it. */
export function renderEmbed(context: PageContext, { title, body, href }: Shown, { styles }: Assets): string {
  const { lang, time, baseUrl } = context
  const text = embedText[lang]
  return `<!DOCTYPE html>${render(
    <html lang={lang} class="is-embed">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Spets`}</title>
        <meta name="color-scheme" content="light dark" />
        <base target="_blank" />
        <link rel="canonical" href={`${baseUrl ?? ''}${href}`} />
        {styles.map((style) => (
          <link key={style} rel="stylesheet" href={style} />
        ))}
      </head>
      <body>
        <main class="embed">{body}</main>
        <footer class="embed-foot">
          <a href={href}>{text.open}</a>
          <span>{text.asOf(formatDate(time.validAt, { precision: 'day', lang }))}</span>
        </footer>
      </body>
    </html>,
  )}`
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
export function EmbedFold({ context: { lang, baseUrl }, ...part }: CodeProps) {
  const text = embedText[lang]
  return (
    <details class="embed-code">
      <summary>{text.heading}</summary>
      <p class="small">{text.about}</p>
      <textarea readOnly rows={3} aria-label={text.code(part.title)} spellcheck={false}>
        {embedCode(baseUrl ?? '', part)}
      </textarea>
      {baseUrl === null ? <p class="small muted">{text.noAddress}</p> : null}
    </details>
  )
}

const attribute = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
