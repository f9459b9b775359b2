import { ExpectedError } from '../records/expected-error.ts'
import type { RecordVersion } from '../records/record.ts'
import type { Store } from '../store/store.ts'
import type { ImportItem, ImportPlan } from './import-plan-types.ts'

export interface Published {
  items: ImportItem[]
  versions: RecordVersion[]
}

/**
 * Publishes all of a plan or a choice of its items, in one transaction.
 * @throws ExpectedError `bad_request` for an item that is not in the plan; `version_outdated` when the registry has moved on
 */
export async function publishPlan(
  store: Pick<Store, 'append'>,
  plan: ImportPlan,
  { accept }: { accept: 'all' | readonly string[] },
): Promise<Published> {
  const items = accept === 'all' ? plan.items : chooseItems(plan, accept)
  if (items.length === 0) return { items, versions: [] }
  const appends = [...(plan.base ? [plan.base] : []), ...items].flatMap((item) => item.appends)
  return { items, versions: await store.append(appends) }
}

function chooseItems({ items, base }: ImportPlan, ids: readonly string[]): ImportItem[] {
  const known = new Set([...items, ...(base ? [base] : [])].map(({ id }) => id))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    const words = {
      sv: `Det finns ingen sådan ändring i planen: ${unknown.join(', ')}.`,
      en: `There is no such change in the plan: ${unknown.join(', ')}.`,
    }
    throw new ExpectedError('bad_request', { detail: words.en, data: { unknown, words } })
  }
  const chosen = new Set(ids)
  return items.filter(({ id }) => chosen.has(id))
}
