import { ExpectedError } from '../records/expected-error.ts'
import { kindOf } from '../records/record.ts'
import type { BodyOf } from '../records/record.ts'
import type { KnownRegistry } from '../snapshot/snapshot.ts'
import type { Append } from '../store/store.ts'
import { findLeftBehind, historiesAfter } from './histories.ts'
import type { Histories } from './histories.ts'
import { findListFaults } from './list-rules.ts'
import type { ListFault } from './list-rules.ts'
import type { Registry } from './registry.ts'
import { versionKey } from './registry-view.ts'

/**
 * Whether all pages would still name the same areas on every day once some versions have been appended: one list of an
 * owner at a time, each area within its list, and nothing left in force without what it belongs to.
 * @throws ExpectedError `invalid_record` with the first fault, where it is and how to mend it
 */
export async function checkLists(registry: Pick<Registry, 'view'>, appends: readonly Append[]): Promise<void> {
  if (!appends.some(({ version }) => concerned.has(version.kind))) return
  const { known } = await registry.view()
  const faults = faultsAfter(known, appends)
  const [first] = faults
  if (!first) return
  const more = faults.length > 1 ? ` (+ ${faults.length - 1})` : ''
  const record = versionKey(first.kind, first.recordId)
  const words = {
    sv: `${record}, fältet ${first.field}: ${first.words.sv}${more}`,
    en: `${record}, field ${first.field}: ${first.words.en}${more}`,
  }
  const issues = faults.map(({ kind, recordId, field, words: { en } }) => ({
    record: versionKey(kind, recordId),
    path: field,
    message: en,
  }))
  throw new ExpectedError('invalid_record', { detail: words.en, data: { issues, words } })
}

/** The kinds that others must lie within, and what lies within them. */
const concerned: ReadonlySet<string> = new Set(['region', 'jointArea', 'strategy', 'priorityArea'])

function faultsAfter(known: KnownRegistry, appends: readonly Append[]): ListFault[] {
  const [before, after] = [historiesAfter(known), historiesAfter(known, appends)]
  const names = new Map(appends.map(({ version: { kind, recordId } }) => [versionKey(kind, recordId), { kind, id: recordId }]))
  const left = [...names.values()].flatMap((name) =>
    findLeftBehind({ before, after }, name).map((one) => leftBehindFault(one, name)),
  )
  return [...left, ...findListFaults(after, touchedLists(after, appends))]
}

/** The lists that are appended to, and those whose areas are. */
const touchedLists = (after: Histories, appends: readonly Append[]): Set<string> =>
  new Set(
    appends.flatMap(({ version: { kind, recordId } }) => {
      if (kind === 'strategy') return [recordId]
      if (kind !== 'priorityArea') return []
      return after.of(kind, recordId).map(({ version }) => (version.body as BodyOf<'priorityArea'>).strategyId)
    }),
  )

function leftBehindFault(
  { kind, id, stretch, day }: ReturnType<typeof findLeftBehind>[number],
  named: { kind: ListFault['kind']; id: string },
): ListFault {
  const { sv, en } = kindOf(named.kind).label.one
  const title = kindOf(kind).title(stretch.version.body, id)
  return {
    kind,
    recordId: id,
    field: 'validTo',
    words: {
      sv: `”${title.sv}” gäller den ${day}, men ${sv} ”${named.id}” som det hör till gör det inte längre. Avsluta det först, senast den dagen, eller låt ${sv} gälla längre.`,
      en: `“${title.en}” is in force on ${day}, but the ${en} “${named.id}” that it belongs to no longer is. End it first, on that day at the latest, or let the ${en} be in force longer.`,
    },
  }
}
