import type { PageContext } from './page.ts'
import { timeQueryNames } from './paths.ts'

/** What else the address asks, the chosen time among it, as hidden fields: a form that is sent loses nothing of it. */
export function KeptQuery({ context, names = [] }: { context: PageContext; names?: readonly string[] }) {
  const kept = new Set<string>([...names, ...Object.values(timeQueryNames[context.lang])])
  return (
    <>
      {[...context.url.searchParams].map(([name, value], index) =>
        kept.has(name) && value !== '' ? <input key={index} type="hidden" name={name} value={value} /> : null,
      )}
    </>
  )
}
