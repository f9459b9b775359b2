import { z } from 'zod'
import { heardTopics } from '../records/heard-topics.ts'
import { northToSouth } from '../records/sweden.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { regionRef } from './from-snapshot.ts'
import { LocalTextShape, RegionRef } from './shapes.ts'

export const HeardTopicShape = z.object({
  topic: z.string(),
  label: LocalTextShape,
  /** The regions that said it in a dialogue here and agreed to show it, north to south, with the latest day. */
  regions: z.array(RegionRef.extend({ latestOn: z.string(), findingIds: z.array(z.string()) })),
})
export type HeardTopicShape = z.infer<typeof HeardTopicShape>

/** What the regions said, by topic: who and when. Statements whose source does not tell who are in no row. */
export function heardTopicShapes(snapshot: Snapshot): HeardTopicShape[] {
  const findings = snapshot.inForce('finding').filter(({ regionCode, topic }) => regionCode !== undefined && topic !== undefined)
  return heardTopics.map(({ id, label }) => {
    const own = findings.filter(({ topic }) => topic === id)
    const codes = northToSouth([...new Set(own.map(({ regionCode }) => regionCode!))])
    return {
      topic: id,
      label,
      regions: codes.map((code) => {
        const said = own.filter(({ regionCode }) => regionCode === code)
        return {
          ...regionRef(snapshot, code),
          latestOn: said
            .map(({ meta }) => meta.inForceFrom)
            .toSorted()
            .at(-1)!,
          findingIds: said.map(({ id: one }) => one),
        }
      }),
    }
  })
}
