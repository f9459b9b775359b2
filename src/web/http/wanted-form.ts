import { rdfTypes } from '../../documents/linked-data/rdf-files.ts'

/** The forms in which a thing with a name is given to machines, by the ending of its address. */
export const dataForms = { ...rdfTypes, json: 'application/json' } as const
export type DataForm = keyof typeof dataForms

const longestAccept = 1000

/**
 * The form for machines that a reader would rather have than a page; null for readers of pages, and for those who take
 * anything. What is named without a weight counts before what has a lower one; a page wins where both count alike.
 */
export function wantedForm(accept: string | null | undefined): DataForm | null {
  if (!accept || accept.length > longestAccept) return null
  const weights = new Map<string, number>()
  for (const part of accept.split(',')) {
    const [type = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase())
    const weight = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1)
    weights.set(type, Number.isFinite(weight) ? weight : 0)
  }
  const page = weights.get('text/html') ?? weights.get('application/xhtml+xml') ?? weights.get('text/*') ?? 0
  const wanted = (Object.entries(dataForms) as [DataForm, string][])
    .map(([form, type]) => ({ form, weight: weights.get(type) ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)[0]
  return wanted && wanted.weight > page ? wanted.form : null
}

const ending = new RegExp(`^(.+)\\.(${Object.keys(dataForms).join('|')})$`)

/** A name with the ending of a form, taken apart; null where it has none. */
export function withoutEnding(name: string): { name: string; form: DataForm } | null {
  const found = ending.exec(name)
  return found && { name: found[1]!, form: found[2] as DataForm }
}
