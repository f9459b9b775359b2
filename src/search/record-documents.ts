import { conceptsOfArea, themesOfArea } from '../coding/area-coding.ts'
import { codeCluster } from '../coding/cluster-coding.ts'
import { ownersName } from '../records/define-kind.ts'
import type { PageTarget, RecordName } from '../records/define-kind.ts'
import { isRecordKind, kindOf, recordKinds } from '../records/record.ts'
import type { RecordKind } from '../records/record.ts'
import type { LocalText, Owner } from '../records/shared-fields.ts'
import type { SnapshotPart } from '../records/beside.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { SearchDocument } from './search-document.ts'

/** The kinds of record that search finds. */
export const searchedKinds: readonly RecordKind[] = recordKinds.filter((kind) => kindOf(kind).search !== null)

/** The name of each kind of record. */
export const kindNames: Readonly<Record<string, LocalText>> = Object.fromEntries(
  searchedKinds.map((kind) => [kind, kindOf(kind).label.one]),
)

/** Everything that search documents are made from: the records, their owners, coding decisions and the thesaurus. */
export const searchedParts: readonly SnapshotPart[] = [
  ...new Set<SnapshotPart>([...searchedKinds, 'region', 'jointArea', 'coding', 'thesaurus']),
]

/** The records of a kind that search finds. */
export const searchedRecords = (snapshot: Snapshot, kind: RecordKind): readonly Known<RecordKind>[] =>
  isAmongBegun(kind) ? snapshot.everBegun(kind) : snapshot.inForce(kind)

const isAmongBegun = (kind: RecordKind): boolean => kindOf(kind).search?.among === 'everBegun'

/** A record's search document, made by the definition of its kind; null when search does not find the record. */
export function documentOfRecord(snapshot: Snapshot, kind: RecordKind, id: string): SearchDocument | null {
  const definition = kindOf(kind)
  const record: Known<RecordKind> | null = isAmongBegun(kind) ? snapshot.getBegun(kind, id) : snapshot.get(kind, id)
  if (!record || !definition.search) return null
  const owner = ownerOf(snapshot, definition.owner(record))
  const { title, titleEn, texts, programmePeriodId = null } = definition.search.texts(record, id)
  const written = texts.map((text) => (text === ownersName ? owner?.name : text))
  return {
    id,
    kind,
    title: title ?? definition.title(record, id).sv,
    titleEn,
    text: written.filter(Boolean).join(' ; '),
    regionCodes: owner?.regionCodes ?? [],
    ...subjectsOf(snapshot, record),
    programmePeriodId,
    isInForce: !isAmongBegun(kind) || snapshot.get(kind, id) !== null,
    target: targetOf(snapshot, { kind, id }),
  }
}

/** The subjects of a record; empty for kinds that are not coded. */
function subjectsOf(snapshot: Snapshot, record: Known<RecordKind>): Pick<SearchDocument, 'themeIds' | 'conceptIds'> {
  if (record.meta.kind === 'priorityArea') {
    const area = record as Known<'priorityArea'>
    return {
      themeIds: themesOfArea(snapshot, area).map(({ themeId }) => themeId),
      conceptIds: conceptsOfArea(snapshot, area).map(({ conceptId }) => conceptId),
    }
  }
  if (record.meta.kind !== 'cluster') return { themeIds: [], conceptIds: [] }
  const { themes, concepts } = codeCluster(thesaurusOf(snapshot), record as Known<'cluster'>)
  return { themeIds: themes.map(({ themeId }) => themeId), conceptIds: concepts.map(({ conceptId }) => conceptId) }
}

/** The name of a record's region or joint area, and the codes of its regions. */
function ownerOf(snapshot: Snapshot, named: RecordName | null): { name: string; regionCodes: readonly string[] } | null {
  const owner = named as Owner | null
  if (owner?.kind === 'region') {
    const region = snapshot.getBegun('region', owner.id)
    return region && { name: region.name, regionCodes: [owner.id] }
  }
  if (owner?.kind !== 'jointArea') return null
  const area = snapshot.getBegun('jointArea', owner.id)
  return area && { name: area.name, regionCodes: area.memberCodes }
}

/** The page that shows a record: its own page, the page of the record it belongs to, or else its history. */
export function targetOf(snapshot: Snapshot, { kind, id }: RecordName): PageTarget {
  const record = isRecordKind(kind) ? snapshot.getBegun(kind, id) : null
  const target = record && isRecordKind(kind) ? kindOf(kind).page?.(record, id) : null
  if (!target) return { page: 'history', params: { kind, id } }
  return 'page' in target ? target : targetOf(snapshot, target)
}
