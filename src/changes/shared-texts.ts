import type { RecordVersion } from '../records/record.ts'

/** Longer texts are hardly ever the same in two records. */
const longestShared = 60

/**
 * Makes equal short texts of the versions that it is given one text in memory, and equal sources one object. As they are read,
 * each version has texts of its own, and most of them are days, ids and names that hundreds of others have too. It changes the
 * versions, so they must be just read, and nobody else may have them yet.
 */
export function makeTextSharing(): (versions: readonly RecordVersion[]) => void {
  const texts = new Map<string, string>()
  const sources = new Map<string, RecordVersion['source']>()
  return (versions) => {
    for (const version of versions) {
      shareIn(version as unknown as Fields, texts)
      if (!version.source) continue
      const name = JSON.stringify(version.source)
      const known = sources.get(name)
      if (known) version.source = known
      else sources.set(name, version.source)
    }
  }
}

type Fields = Record<string, unknown>

function shareIn(fields: Fields, texts: Map<string, string>): void {
  for (const name of Object.keys(fields)) {
    const value = fields[name]
    if (typeof value === 'string' && value.length <= longestShared) {
      const known = texts.get(value)
      if (known === undefined) texts.set(value, value)
      else fields[name] = known
    } else if (typeof value === 'object' && value !== null) shareIn(value as Fields, texts)
  }
}
