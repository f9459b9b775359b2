import type { PartContext } from './part-context.ts'
import { timeQueryNames } from './paths.ts'

/** The other values of the address's query, the chosen time among them, as hidden fields, so that sending a form keeps them. */
export function KeptQuery({ context, names = [] }: { context: PartContext; names?: readonly string[] }) {
  const kept = new Set<string>([...names, ...Object.values(timeQueryNames[context.lang])])
  return (
    <>
      {[...context.url.searchParams].map(([name, value], index) =>
        kept.has(name) && value !== '' ? <input key={index} type="hidden" name={name} value={value} /> : null,
      )}
    </>
  )
}
