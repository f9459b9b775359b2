import { ExpectedError } from '../records/expected-error.ts'
import type { Append } from '../store/store.ts'
import type { ImportItem, ImportPlan } from './import-plan-types.ts'

export type ImportChoice = 'all' | readonly string[]

/**
 * The items of a plan that a choice names.
 * @throws ExpectedError `bad_request` for an item that is not in the plan
 */
export function chosenItems({ items, base }: ImportPlan, accept: ImportChoice): ImportItem[] {
  if (accept === 'all') return items
  const known = new Set([...items, ...(base ? [base] : [])].map(({ id }) => id))
  const unknown = accept.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    const words = {
      sv: `Det finns ingen sådan ändring i planen: ${unknown.join(', ')}.`,
      en: `There is no such change in the plan: ${unknown.join(', ')}.`,
    }
    throw new ExpectedError('bad_request', { detail: words.en, data: { unknown, words } })
  }
  const chosen = new Set(accept)
  return items.filter(({ id }) => chosen.has(id))
}

/** What the chosen items append; what they all rest on comes first. */
export function appendsOf(plan: ImportPlan, accept: ImportChoice): Append[] {
  const items = chosenItems(plan, accept)
  return items.length === 0 ? [] : [...(plan.base ? [plan.base] : []), ...items].flatMap((item) => item.appends)
}
