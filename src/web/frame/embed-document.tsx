import { render } from 'preact-render-to-string'
import type { Assets } from './layout.tsx'
import { embedFootText } from './embed.text.ts'
import { formatDate } from './format.ts'
import type { Embed, PageContext } from './page.ts'

interface Shown extends Embed {
  /** The page that it is a part of. */
  href: string
}

/** The HTML document of a part for a frame on another site. Its links open beside the site that shows it. */
export function renderEmbed(context: PageContext, { title, body, href }: Shown, { styles }: Assets): string {
  const { lang, time, baseUrl } = context
  const text = embedFootText[lang]
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
