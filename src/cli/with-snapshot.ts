import { ExpectedError } from '../records/expected-error.ts'
import { IsoDate, swedishDay } from '../records/time.ts'
import { readRegistryView } from '../changes/registry-view.ts'
import { besideOn } from '../snapshot/beside-on-day.ts'
import type { BesideOnDay } from '../snapshot/beside-on-day.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import type { Io } from './command.ts'
import { loadStatistics } from './load-statistics.ts'
import { openCubes } from './open-cubes.ts'
import { withRegistry } from './with-registry.ts'

/** Options of every command that reads the registry as of a day and can print JSON. */
export const questionOptions = { date: { type: 'string' }, json: { type: 'boolean', default: false } } as const

/** Reads the registry as of a day, today when none is given. @throws ExpectedError `invalid_date` */
export async function withSnapshot<T>(io: Io, date: string | undefined, work: (snapshot: Snapshot) => T): Promise<T> {
  if (date !== undefined && !IsoDate.safeParse(date).success) throw new ExpectedError('invalid_date')
  return withRegistry(io, async (store) => {
    const { known } = await readRegistryView(store)
    const statistics = await loadStatistics(store, { ...io, stdout: io.stderr })
    const cubes = (await openCubes(io)).shelf()
    return work(snapshotAt(known, date ?? swedishDay(io.clock()), { ...getShippedBeside(), statistics, cubes }))
  })
}

/** The shipped thesaurus and gazetteer as of today, for questions that need no record. */
export const besideToday = (io: Io): BesideOnDay => besideOn(getShippedBeside(), swedishDay(io.clock()))

/** Prints an answer: as JSON for programs, or as lines for people. */
export function answer(io: Io, isJson: boolean, { data, lines }: { data: unknown; lines: () => readonly string[] }): number {
  io.stdout(isJson ? JSON.stringify(data, null, 2) : lines().join('\n'))
  return 0
}
