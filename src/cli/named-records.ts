import { readArea } from '../places/area-called.ts'
import type { AreaReading } from '../places/area-called.ts'
import { findRegionCalled } from '../places/region-called.ts'
import { readRegistryView } from '../changes/registry-view.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { RecordKind } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { swedishDay } from '../records/time.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import type { Store } from '../store/store.ts'
import type { Io } from './command.ts'

/** The id of a record that is named by its id, or a region or an area by any of its names; as asked where none is called so. */
export async function recordIdOf(
  store: Store,
  io: Pick<Io, 'clock'>,
  { kind, asked }: { kind: RecordKind; asked: string },
): Promise<string> {
  if ((await store.findVersions(kind, asked)).length > 0) return asked
  const snapshot = await snapshotToday(store, io)
  if (kind === 'region') return findRegionCalled(snapshot, asked)?.code ?? asked
  return kind === 'priorityArea' ? areaIdIn(snapshot, asked) : asked
}

/** The id of an area by its id or a name. @throws ExpectedError `bad_request` naming the areas of several owners that are called so */
export function areaIdIn(snapshot: Snapshot, asked: string): string {
  return idOf(readArea(snapshot, asked), asked)
}

/**
 * The ids of an area and of the one that it became, each by its id or a name. Where lists of several years have the name, the
 * newest is meant, and of the older area the newest that is older than the other.
 */
export async function pairIdsOf(
  store: Store,
  io: Pick<Io, 'clock'>,
  { older, newer }: { older: string; newer: string },
): Promise<{ predecessorId: string; successorId: string }> {
  const snapshot = await snapshotToday(store, io)
  const successorId = areaIdIn(snapshot, newer)
  const successor = snapshot.getBegun('priorityArea', successorId)
  const reading = successor ? readArea(snapshot, older, successor) : readArea(snapshot, older)
  return { predecessorId: idOf(reading, older), successorId }
}

async function snapshotToday(store: Store, { clock }: Pick<Io, 'clock'>): Promise<Snapshot> {
  const { known } = await readRegistryView(store)
  return snapshotAt(known, swedishDay(clock()))
}

const mostListed = 30

function idOf(reading: AreaReading, asked: string): string {
  if (reading.outcome === 'known') return reading.area.id
  if (reading.outcome === 'unknown') return asked
  const list = reading.areas.slice(0, mostListed).map(({ id }: Known<'priorityArea'>) => `\n  ${id}`)
  const words: LocalText = {
    sv: `Flera regioner har ett område som heter ”${asked}”. Skriv regionen före (”Värmland: …”) eller ett id:${list.join('')}`,
    en: `Several regions have an area called “${asked}”. Write the region first (“Värmland: …”) or an id:${list.join('')}`,
  }
  throw new ExpectedError('bad_request', { detail: words.en, data: { words } })
}
