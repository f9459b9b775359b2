import { createHash } from 'node:crypto'
import { factsUpdateSteps } from '../../../changes/facts/plan-facts-update.ts'
import type { FactsPlan } from '../../../changes/facts/plan-facts-update.ts'
import { readerOfSnapshot } from '../../../changes/facts/facts-readers.ts'
import { shippedVersionSteps } from '../../../changes/first-facts.ts'
import { recordKinds } from '../../../records/record.ts'
import { canonicalJson } from '../../../records/version.ts'
import { deriveInSteps } from '../../../snapshot/derive.ts'
import type { Steps } from '../../../snapshot/in-pieces.ts'
import type { LoadableVersion } from '../../../store/store.ts'

/** What is new in the facts that ship, for a registry that was filled before. */
export const factsNews = deriveInSteps<FactsPlan>('what is new in the shipped facts', recordKinds, function* (snapshot) {
  const shipped = yield* shippedSteps()
  return yield* factsUpdateSteps({
    reader: readerOfSnapshot(snapshot),
    numbers: new Map(),
    shipped,
    today: snapshot.validAt,
  })
})

let kept: readonly LoadableVersion[] | null = null

/** The facts that ship, which are the same for as long as the program runs. */
function* shippedSteps(): Steps<readonly LoadableVersion[]> {
  return (kept ??= yield* shippedVersionSteps())
}

/** The same for the same changes, so that only what was shown is published. */
export const fingerprintOfPlan = ({ items }: FactsPlan): string =>
  createHash('sha256')
    .update(canonicalJson(items.map(({ id, lines }) => ({ id, lines }))))
    .digest('hex')
    .slice(0, 16)
