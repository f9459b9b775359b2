import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import type { Append } from '../../store/store.ts'
import type { RegistryView } from '../registry-view.ts'
import { registryViewOf } from '../registry-view.ts'
import { versionsOf } from '../../snapshot/testing/small-registry.ts'
import type { Sketch } from '../../snapshot/testing/small-registry.ts'

/** What is known when all of it has been recorded on one day. */
export const viewOf = (sketches: readonly Sketch[]): RegistryView =>
  registryViewOf(versionsOf(sketches.map((one) => ({ ...one, recorded: '2024-01-01' }))), getShippedBeside())

interface Refused {
  code: string
  detail: string
  data: Record<string, unknown>
}

/** The code, detail and data of a refusal. */
export function refusal(run: () => unknown): Refused {
  try {
    run()
  } catch (error) {
    return error as never
  }
  throw new Error('It was not refused.')
}

/** The sketch as a version to append, for a writer who has seen the version with this number. */
export function appendOf(sketch: Sketch, expectedVersion = 0): Append {
  const { version: _version, sequence: _sequence, recordedAt: _at, contentHash: _hash, ...version } = versionsOf([sketch])[0]!
  return { version, expectedVersion }
}

/** What a change is refused with; an error when it is not refused. */
export const refusalOf = (run: Promise<unknown>): Promise<Refused> =>
  run.then(
    () => {
      throw new Error('It was not refused.')
    },
    (error: unknown) => error as never,
  )
