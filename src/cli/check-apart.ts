import { parentPort, Worker, workerData } from 'node:worker_threads'
import { ExpectedError } from '../records/expected-error.ts'
import type { ErrorCode } from '../records/expected-error.ts'
import type { Store } from '../store/store.ts'
import type { Io } from './command.ts'
import { openDemonstration } from './open-registry.ts'
import { registrySettings } from './settings.ts'

/** A mark in a worker's data, by which the program knows that it was started for this check. */
const task = 'check registry'

interface CheckSetting {
  task: typeof task
  env: Io['env']
}

/** The result of a check. An error is sent in its parts, because errors lose their class between threads. */
type Finding = null | { code: ErrorCode | null; detail: string | null }

/**
 * Checks the whole registry in a worker thread, with connections of its own, while this thread reads it. Without a
 * program for the thread, this thread checks it.
 * @throws ExpectedError `store_damaged` with the damage
 */
export async function checkApart(
  store: Pick<Store, 'checkIntegrity'>,
  { env, workerEntry }: Pick<Io, 'env' | 'workerEntry'>,
): Promise<void> {
  if (!workerEntry) return store.checkIntegrity()
  const setting: CheckSetting = { task, env: registrySettings(env) }
  const worker = new Worker(workerEntry, { workerData: setting })
  const finding = await new Promise<Finding>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The check of the registry ended without a finding.')))
  })
  await worker.terminate()
  if (!finding) return
  if (finding.code) throw new ExpectedError(finding.code, { detail: finding.detail })
  throw new Error(finding.detail ?? 'The registry could not be checked.')
}

/** The work of a thread that was started to check the registry. */
export async function checkAndReport(): Promise<void> {
  const { env } = workerData as CheckSetting
  parentPort!.postMessage(await findFault(env))
}

async function findFault(env: Io['env']): Promise<Finding> {
  try {
    const store = await openDemonstration({ env, clock: () => new Date() })
    try {
      await store.checkIntegrity()
      return null
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof ExpectedError) return { code: error.code, detail: error.detail }
    return { code: null, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
