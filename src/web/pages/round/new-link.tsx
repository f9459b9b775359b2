import type { PageReading, RenderedPage } from '../../frame/page.ts'
import { roundText } from './round.text.ts'

/** A link that was just made. It is in no cache, and shown this once. */
export function NewLink(
  { lang, paths }: PageReading,
  { year, regionName, link }: { year: string; regionName: string; link: string },
): RenderedPage {
  const text = roundText[lang]
  return {
    title: text.title(year),
    description: text.description,
    isPrivate: true,
    body: (
      <article class="prose">
        <header class="page-head">
          <p class="eyebrow">
            <a href={paths.to('roundWork', { year })}>{text.title(year)}</a>
          </p>
          <h1>{text.newLink(regionName)}</h1>
        </header>
        <p>
          <code>{link}</code>
        </p>
      </article>
    ),
  }
}
