import { createHash } from 'node:crypto'
import { planFactsUpdate } from '../../../changes/facts/plan-facts-update.ts'
import type { FactsPlan } from '../../../changes/facts/plan-facts-update.ts'
import { readerOfSnapshot } from '../../../changes/facts/facts-readers.ts'
import { firstFacts } from '../../../changes/first-facts.ts'
import { recordKinds } from '../../../records/record.ts'
import { canonicalJson } from '../../../records/version.ts'
import { derive } from '../../../snapshot/derive.ts'

/** What is new in the facts that ship, for a registry that was filled before. */
export const factsNews = derive<FactsPlan>('what is new in the shipped facts', recordKinds, (snapshot) =>
  planFactsUpdate({
    reader: readerOfSnapshot(snapshot),
    numbers: new Map(),
    shipped: firstFacts(),
    today: snapshot.validAt,
  }),
)

/** The same for the same changes, so that only what was shown is published. */
export const fingerprintOfPlan = ({ items }: FactsPlan): string =>
  createHash('sha256')
    .update(canonicalJson(items.map(({ id, lines }) => ({ id, lines }))))
    .digest('hex')
    .slice(0, 16)
