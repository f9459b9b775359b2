import type { PageContext } from './page.ts'

/** The message that replaces an answer when the registry has nothing in force on the chosen day. */
export function EmptyDay({ context: { lang, time } }: { context: PageContext }) {
  return (
    <p class="empty" role="status">
      {lang === 'sv'
        ? `Registret har inga områden som gäller ${time.validAt}${time.knownOn ? ` så som det var känt ${time.knownOn}` : ''}. Välj en annan dag överst på sidan.`
        : `The registry has no areas in force on ${time.validAt}${time.knownOn ? ` as known on ${time.knownOn}` : ''}. Choose another day at the top of the page.`}
    </p>
  )
}
