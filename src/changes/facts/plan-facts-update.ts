import type { DeclinedFact } from '../../records/declined-fact.ts'
import { isFromFacts } from '../../records/actor.ts'
import { kindOf, recordKinds } from '../../records/record.ts'
import type { RecordKind } from '../../records/record.ts'
import type { LocalText, Owner } from '../../records/shared-fields.ts'
import type { IsoDate } from '../../records/time.ts'
import { finish } from '../../snapshot/in-pieces.ts'
import type { Steps } from '../../snapshot/in-pieces.ts'
import { ownerKey } from '../../snapshot/snapshot.ts'
import type { LoadableVersion } from '../../store/store.ts'
import type { ImportItem, ImportLine, ImportPlan } from '../import-plan-types.ts'
import { versionKey } from '../registry-view.ts'
import type { VersionNumbers } from '../registry-view.ts'
import { declinableFact, findDeclined, fingerprintOfFact, keyOf } from './decline-facts.ts'
import type { Declined } from './decline-facts.ts'
import { factAppends } from './fact-appends.ts'
import { factLine, fieldNames } from './fact-lines.ts'
import type { FactsReader } from './facts-readers.ts'
import { findListsOfPeople } from './lists-of-people.ts'
import { mergeFact, stretchesNow } from './merge-fact.ts'
import type { FactStretch, MergedFact, ShippedFact } from './merge-fact.ts'
import { isBaseKind, ownerOfFact, shippedRecords, strategyOf } from './shipped-records.ts'

/** A shipped value that is not taken, because people have decided otherwise. */
export interface KeptFact {
  kind: RecordKind
  recordId: string
  title: LocalText
  reason: LocalText
}

/** The difference between the facts that ship and a registry, ready to be accepted whole or in part. */
export interface FactsPlan extends ImportPlan {
  origin: 'shippedFacts'
  kept: KeptFact[]
  /** What is declined when an item is, by the item's id. */
  declinable: ReadonlyMap<string, readonly DeclinedFact[]>
  /** What has been declined, and is not proposed for that reason. */
  declined: readonly Declined[]
}

interface Input {
  reader: FactsReader
  /** The newest version number of every record, whatever its state. */
  numbers: VersionNumbers
  shipped: readonly LoadableVersion[]
  today: IsoDate
}

/**
 * What shipped facts would change in a registry. What people have written, decided or confirmed stays as it is; the same
 * facts proposed again after they were accepted change nothing. Pure.
 */
export const planFactsUpdate = (input: Input): FactsPlan => finish(factsUpdateSteps(input))

/** The same as work that can be interrupted. */
export function* factsUpdateSteps(input: Input): Steps<FactsPlan> {
  const differences = yield* findDifferences(input)
  const declined = findDeclined(input.reader)
  const isDeclined = ({ declinable }: Difference) => declined.get(keyOf(declinable))?.fingerprint === declinable.fingerprint
  // What was declined together is proposed together again as soon as a part of it is new, since its parts rest on each other.
  const all = Map.groupBy(differences.changed, ({ group }) => group)
  const groups = new Map([...all].filter(([, ofGroup]) => !ofGroup.every(isDeclined)))
  const left = [...all.values()].filter((ofGroup) => ofGroup.every(isDeclined)).flat()
  const itemOf = (group: string): ImportItem | null => {
    const ofGroup = groups.get(group)
    return ofGroup ? makeItem(input, group, { differences: ofGroup, declined }) : null
  }
  const items = [...groups.keys()].filter((group) => group !== baseGroup).map((group) => itemOf(group)!)
  return {
    origin: 'shippedFacts',
    date: input.today,
    sourceId: '',
    base: items.length > 0 ? itemOf(baseGroup) : null,
    items: items.sort((a, b) => (a.id < b.id ? -1 : 1)),
    unchanged: { lists: 0, statements: 0 },
    notUnderstood: [],
    notices: [],
    kept: differences.kept,
    declinable: new Map([...groups].map(([group, ofGroup]) => [idOf(group), ofGroup.map(({ declinable }) => declinable)])),
    declined: left.map(({ declinable }) => declined.get(keyOf(declinable))!),
  }
}

const idOf = (group: string): string => `facts:${group}`

interface Difference extends MergedFact {
  fact: ShippedFact
  group: string
  declinable: DeclinedFact
}

const baseGroup = 'base'

const factsAStep = 10

function* findDifferences(input: Input): Steps<{ changed: Difference[]; kept: KeptFact[] }> {
  const { reader } = input
  const shipped = shippedRecords(input.shipped)
  const strategyOwner = (id: string): Owner | null =>
    (shipped.get(versionKey('strategy', id))?.body['owner'] as Owner | undefined) ??
    (stretchesNow(reader.versions('strategy', id)).at(-1)?.body['owner'] as Owner | undefined) ??
    null
  const ofPeople = yield* findListsOfPeople(reader, shipped)
  const kept: KeptFact[] = ofPeople.left.map((fact) => keptFact(fact, listOfPeople))
  const changed: Difference[] = []
  const ends = new Map<string, IsoDate | null>()
  const add = (fact: ShippedFact, merged: MergedFact, says: FactStretch | { ends: IsoDate } | null = fact) => {
    const declinable = declinableFact(fact, fingerprintOfFact(says))
    if (merged.kept.length > 0) kept.push(keptFact(fact, keptFields(fact.kind, merged.kept)))
    if (merged.changed.length > 0 || merged.before.length !== merged.after.length)
      changed.push({ fact, ...merged, group: groupOf(fact, merged, strategyOwner), declinable })
  }
  let count = 0
  for (const fact of shipped.values()) {
    if (++count % factsAStep === 0) yield
    const strategyId = strategyOf(fact)
    if (strategyId !== null && ofPeople.isLeft(strategyId)) continue
    const versions = reader.versions(fact.kind, fact.recordId)
    if (versions.length === 0) {
      if (strategyId !== null && strategyId !== fact.recordId && ends.get(strategyId) === undefined) continue
      const validTo = strategyId !== null && ends.has(strategyId) ? ends.get(strategyId)! : fact.validTo
      const added = { validFrom: fact.validFrom, validTo, body: fact.body, source: fact.source }
      if (fact.kind === 'strategy') ends.set(fact.recordId, validTo)
      add(fact, { before: [], after: [added], changed: [], kept: [] })
      continue
    }
    const last = stretchesNow(versions).at(-1)
    const isEndLeft = strategyId !== null && ofPeople.isEndLeft(strategyOwner(strategyId), fact.validTo)
    const merged = mergeFact(versions, isEndLeft && last ? { ...fact, validTo: last.validTo } : fact)
    if (fact.kind === 'strategy' && merged.after.length > 0) ends.set(fact.recordId, merged.after.at(-1)!.validTo)
    add(fact, merged)
  }
  for (const fact of yield* findRemoved(reader, shipped)) add(fact, { before: fact.before, after: [], changed: [], kept: [] }, null)
  for (const { fact, merged, end } of yield* findEnded(reader, shipped, ends)) add(fact, merged, { ends: end })
  return { changed, kept }
}

const removable: readonly RecordKind[] = ['priorityArea', 'contact', 'cluster', 'finding', 'wish', 'nextStep']

const recordsAStep = 500

/** The records that do not ship, as work that can be interrupted: a registry has tens of thousands. */
function* notShipped<T>(
  kinds: readonly RecordKind[],
  { reader, shipped }: Pick<Input, 'reader'> & { shipped: ReadonlyMap<string, ShippedFact> },
  read: (kind: RecordKind, recordId: string) => T | null,
): Steps<T[]> {
  const found: T[] = []
  let count = 0
  for (const kind of kinds)
    for (const recordId of reader.ids(kind)) {
      if (++count % recordsAStep === 0) yield
      const one = shipped.has(versionKey(kind, recordId)) ? null : read(kind, recordId)
      if (one) found.push(one)
    }
  return found
}

/** Facts that shipped before, that nobody has touched, and that no longer ship. */
function* findRemoved(
  reader: FactsReader,
  shipped: ReadonlyMap<string, ShippedFact>,
): Steps<(ShippedFact & { before: readonly FactStretch[] })[]> {
  return yield* notShipped(removable, { reader, shipped }, (kind, recordId) => {
    const versions = reader.versions(kind, recordId)
    if (!versions.every(({ recordedBy }) => isFromFacts(recordedBy))) return null
    const before = stretchesNow(versions)
    const last = before.at(-1)
    return last ? { kind, recordId, ...last, before, changeNote: 'Uppgiften följer inte längre med Spets.' } : null
  })
}

/** What people have added to a list that now ends earlier: it ends with the list. */
function* findEnded(
  reader: FactsReader,
  shipped: ReadonlyMap<string, ShippedFact>,
  ends: ReadonlyMap<string, IsoDate | null>,
): Steps<{ fact: ShippedFact; merged: MergedFact; end: IsoDate }[]> {
  if (![...ends.values()].some((end) => end !== null)) return []
  return yield* notShipped(['priorityArea', 'contact'], { reader, shipped }, (kind, recordId) => {
    const before = stretchesNow(reader.versions(kind, recordId))
    const last = before.at(-1)
    const end = last && ends.get(String(last.body['strategyId']))
    if (!last || !end || (last.validTo !== null && last.validTo <= end)) return null
    const within = before.filter(({ validFrom }) => validFrom < end)
    const after = within.map((stretch, at) => (at === within.length - 1 ? { ...stretch, validTo: end } : stretch))
    const fact = { kind, recordId, ...last, changeNote: `Upphör med sin lista ${end}.` }
    return { fact, merged: { before, after, changed: ['validTo'], kept: [] }, end }
  })
}

function groupOf(fact: ShippedFact, { before }: MergedFact, strategyOwner: (id: string) => Owner | null): string {
  if (isBaseKind(fact.kind)) return before.length === 0 ? baseGroup : 'sources'
  const owner = ownerOfFact(fact, strategyOwner)
  return owner ? ownerKey(owner) : versionKey(fact.kind, fact.recordId)
}

function makeItem(
  { numbers, reader }: Input,
  group: string,
  { differences, declined }: { differences: readonly Difference[]; declined: ReadonlyMap<string, Declined> },
): ImportItem {
  const sorted = differences.toSorted((a, b) => recordKinds.indexOf(a.fact.kind) - recordKinds.indexOf(b.fact.kind))
  return {
    id: idOf(group),
    kind: 'shippedFacts',
    regionCode: /^region[ /:](.+)$/.exec(group)?.[1] ?? null,
    title: titleOf(reader, group, sorted),
    lines: sorted.map(({ fact, ...difference }) => toldDeclined(factLine(fact, difference), declined.get(keyOf(difference.declinable)))),
    appends: sorted.flatMap(({ fact, before, after }) => factAppends(fact, { before, after }, numbers)),
  }
}

/** A line about what has been declined before, and is proposed again since something about it is new. */
function toldDeclined(line: ImportLine, declined: Declined | undefined): ImportLine {
  if (!declined) return line
  const { on, by, note } = declined
  const { sv, en } = line.reason
  return { ...line, reason: { sv: `${sv} Avböjt ${on} av ${by}: ${note}`, en: `${en} Declined ${on} by ${by}: ${note}` } }
}

function titleOf(reader: FactsReader, group: string, [first]: readonly Difference[]): LocalText {
  if (group === baseGroup)
    return { sv: 'Källor och programperioder som uppgifterna vilar på', en: 'Sources and programme periods that the facts rest on' }
  if (group === 'sources') return { sv: 'Rättade källor', en: 'Corrected sources' }
  const [kind, id] = group.split(/[ /:](.+)/) as [string, string]
  if (kind !== 'region' && kind !== 'jointArea') return kindOf(first!.fact.kind).label.one
  const owner = stretchesNow(reader.versions(kind, id)).at(-1) ?? first!.after.at(-1)!
  const name = String(owner.body['name'] ?? id)
  return { sv: name, en: String(owner.body['nameEn'] ?? name) }
}

const keptFact = ({ kind, recordId, body }: ShippedFact, reason: LocalText): KeptFact => ({
  kind,
  recordId,
  title: kindOf(kind).title(body as never, recordId),
  reason,
})

const listOfPeople: LocalText = {
  sv: 'Någon har fört in, ändrat eller bekräftat ägarens lista för samma tid, så den här listan föreslås inte.',
  en: 'Somebody has entered, changed or confirmed the owner’s list for the same time, so this list is not proposed.',
}

function keptFields(kind: RecordKind, fields: readonly string[]): LocalText {
  const names = fieldNames(kind, fields)
  return { sv: `Det som någon har skrivit behålls: ${names.sv}.`, en: `What somebody has written is kept: ${names.en}.` }
}
