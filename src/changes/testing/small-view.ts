import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import type { RegistryView } from '../registry-view.ts'
import { registryViewOf } from '../registry-view.ts'
import { versionsOf } from '../../snapshot/testing/small-registry.ts'
import type { Sketch } from '../../snapshot/testing/small-registry.ts'

/** What is known when all of it has been recorded on one day. */
export const viewOf = (sketches: readonly Sketch[]): RegistryView =>
  registryViewOf(versionsOf(sketches.map((one) => ({ ...one, recorded: '2024-01-01' }))), getShippedBeside())

/** What a refusal says, as a whole. */
export function refusal(run: () => unknown): { code: string; detail: string; data: Record<string, unknown> } {
  try {
    run()
  } catch (error) {
    return error as never
  }
  throw new Error('It was not refused.')
}
