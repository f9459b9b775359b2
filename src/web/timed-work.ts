import { logging } from '../accounts/log-of-versions.ts'
import { sendDueLetters } from '../conversation/round-job.ts'
import { registryInMemory } from '../changes/registry.ts'
import { publishSilent } from '../drafts/proposals.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import { sendDigests } from './weekly-digest.ts'
import type { Effects } from './http/effects.ts'

const everyMs = 60_000

type Timed = Pick<Effects, 'store' | 'source' | 'clock' | 'logger' | 'accounts' | 'siteUrl' | 'contents'>

/**
 * What is done when its time has come, without anybody asking: letters of the yearly round, weekly digests and mail that waits are sent, and
 * proposals that nobody has answered are published. Several servers may do it at once; what is written twice is refused the second time. @returns what stops it
 */
export function startTimedWork(effects: Timed): () => void {
  let isUnderWay = false
  const timer = setInterval(() => {
    if (isUnderWay) return
    isUnderWay = true
    void doTimedWork(effects)
      .catch((err: unknown) => effects.logger.error({ err }, 'timed work failed'))
      .finally(() => (isUnderWay = false))
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** Everything whose time has come by now. */
export async function doTimedWork({ store, source, clock, logger, accounts, siteUrl, contents }: Timed): Promise<void> {
  const registry = registryInMemory(store, source.registry, {
    clock,
    warn: ({ en }) => logger.warn(en),
    ...logging(store.side, clock),
  })
  const view = await registry.view()
  const letters = { side: store.side, queue: accounts.outbox.queue, siteUrl, now: clock() }
  const snapshot = snapshotAt(view.known, source.today(), view.beside)
  await sendDueLetters(snapshot, letters)
  await sendDigests(snapshot, { store, accounts, clock, siteUrl, contents })
  await accounts.outbox.flush()
  await publishSilent(registry, store)
}
