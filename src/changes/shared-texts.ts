import type { RecordKind, RecordVersion } from '../records/record.ts'
import type { Owner } from '../records/shared-fields.ts'
import { ownerKey } from '../snapshot/snapshot.ts'

/** Longer texts are hardly ever the same in two records. */
const longestShared = 60

/**
 * Makes equal short texts of the versions that it is given one text in memory, and equal sources and owners one object. As they are
 * read, each version has texts of its own, and most of them are days, ids and names that hundreds of others have too. It changes the
 * versions, so they must be just read, and nobody else may have them yet.
 * @param texts by each text the one that is shared
 */
export function makeTextSharing(texts = new Map<string, string>()): (versions: readonly RecordVersion[]) => void {
  const sources = new Map<string, RecordVersion['source']>()
  const knownSources = new Set<RecordVersion['source']>()
  const sharedSource = (source: RecordVersion['source']) => {
    if (source === null || knownSources.has(source)) return source
    const name = JSON.stringify(source)
    const known = sources.get(name) ?? source
    sources.set(name, known)
    knownSources.add(known)
    return known
  }
  const sharedText = (text: string) => {
    if (text.length > longestShared) return text
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
  const owners = new Map<string, Owner>()
  const sharedOwner = (owner: Owner) => {
    const name = ownerKey(owner)
    const known = owners.get(name) ?? owner
    owners.set(name, known)
    return known
  }
  const last = new Map<RecordKind, EnvelopeTexts>()
  return (versions) => {
    for (const version of versions) {
      const fields = version as unknown as EnvelopeTexts
      const before = last.get(version.kind)
      version.source = sharedSource(version.source)
      for (const field of envelopeFields) {
        // Mostly the same as in the version before of the kind, and comparing is quicker than looking it up.
        const text = fields[field]
        if (text !== null) fields[field] = before?.[field] === text ? before[field] : sharedText(text)
      }
      shareIn(version.body, sharedText)
      if ('owner' in version.body) version.body.owner = sharedOwner(version.body.owner)
      last.set(version.kind, fields)
    }
  }
}

/** The texts around a body that many versions have in common. */
const envelopeFields = ['kind', 'state', 'recordedAt', 'recordedBy', 'changeNote', 'validFrom', 'validTo'] as const
type EnvelopeTexts = Record<(typeof envelopeFields)[number], string | null>

function shareIn(fields: object, sharedText: (text: string) => string): void {
  const writable = fields as Record<string, unknown>
  for (const name of Object.keys(fields)) {
    const value = writable[name]
    if (typeof value === 'string') writable[name] = sharedText(value)
    else if (typeof value === 'object' && value !== null) shareIn(value, sharedText)
  }
}
