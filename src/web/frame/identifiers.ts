import { readArea } from '../../places/area-called.ts'
import { findRegionCalled } from '../../places/region-called.ts'
import { foldWords } from '../../records/fold-words.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'

/**
 * What a part of an address identifies, and so in which one form it is read. People write regions and areas in many ways;
 * pages lead to the one form, and the API reads all.
 */
export const identifiers = ['regionSlug', 'regionCode', 'ownerSlug', 'jointAreaId', 'areaId', 'recordId'] as const
export type Identifier = (typeof identifiers)[number]

/** The one form of what is asked for; as asked where nothing, or more than one thing, is called so. @param kind of a `recordId` */
export function canonical(snapshot: Snapshot, identifier: Identifier, asked: string, kind = ''): string {
  if (asked.trim() === '') return asked
  if (identifier !== 'recordId') return readers[identifier](snapshot, asked) ?? asked
  const byKind: Record<string, keyof typeof readers> = { region: 'regionCode', priorityArea: 'areaId', jointArea: 'jointAreaId' }
  return Object.hasOwn(byKind, kind) ? (readers[byKind[kind]!](snapshot, asked) ?? asked) : asked
}

/** The named values in their one form; an input's other values as they are. */
export const canonicalInput = (
  snapshot: Snapshot,
  input: Record<string, string>,
  takes: Readonly<Record<string, Identifier>> = {},
): Record<string, string> => ({
  ...input,
  ...Object.fromEntries(
    Object.entries(takes).flatMap(([name, identifier]) =>
      input[name] === undefined ? [] : [[name, canonical(snapshot, identifier, input[name], input['kind'])]],
    ),
  ),
})

const readers: Record<Exclude<Identifier, 'recordId'>, (snapshot: Snapshot, asked: string) => string | null> = {
  regionSlug: (snapshot, asked) => findRegionCalled(snapshot, asked)?.slug ?? null,
  regionCode: (snapshot, asked) => findRegionCalled(snapshot, asked)?.code ?? null,
  // A region has its name before a joint area that is called alike.
  ownerSlug: (snapshot, asked) => findRegionCalled(snapshot, asked)?.slug ?? jointAreaId(snapshot, asked),
  jointAreaId,
  areaId(snapshot, asked) {
    const reading = readArea(snapshot, asked)
    return reading.outcome === 'known' ? reading.area.id : null
  },
}

function jointAreaId(snapshot: Snapshot, asked: string): string | null {
  const wanted = foldWords(asked)
  const found = snapshot
    .everBegun('jointArea')
    .filter(({ id, name, nameEn }) => [id, name, nameEn].some((one) => foldWords(one) === wanted))
  return found.length === 1 ? found[0]!.id : null
}
