import type { PageContext } from './page.ts'

/** Said instead of an answer when the chosen day has nothing to answer from. */
export function EmptyDay({ context: { lang, time } }: { context: PageContext }) {
  return (
    <p class="empty" role="status">
      {lang === 'sv'
        ? `Registret har inga områden som gäller ${time.validAt}${time.knownOn ? ` så som det var känt ${time.knownOn}` : ''}. Välj en annan dag överst på sidan.`
        : `The registry holds no areas for ${time.validAt}${time.knownOn ? ` as known on ${time.knownOn}` : ''}. Choose another day at the top of the page.`}
    </p>
  )
}
