import type { MadeAt, SnapshotSource } from './snapshot-source.ts'

/** A document that was made, and what of. */
export interface MadeDocument {
  bytes: Uint8Array<ArrayBuffer>
  etag: string
  fileName: string
  madeAt: MadeAt
}

/** Documents by their address, bounded in bytes; the oldest go first. Large ones take seconds to make. */
export function makeKeptDocuments(source: Pick<SnapshotSource, 'isCurrent'>, { mostBytes = 24 * 1024 * 1024 } = {}) {
  const kept = new Map<string, MadeDocument>()
  return {
    /** The document, if nothing that it was made from has changed since. */
    async get(address: string): Promise<MadeDocument | null> {
      const made = kept.get(address)
      if (made && (await source.isCurrent(made.madeAt))) return made
      kept.delete(address)
      return null
    },
    put(address: string, made: MadeDocument): void {
      kept.delete(address)
      if (made.bytes.length > mostBytes || made.madeAt.awaySince !== null) return
      kept.set(address, made)
      let total = [...kept.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
      for (const [oldest, { bytes }] of kept) {
        if (total <= mostBytes) break
        kept.delete(oldest)
        total -= bytes.length
      }
    },
  }
}
export type KeptDocuments = ReturnType<typeof makeKeptDocuments>
