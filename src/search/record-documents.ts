import { subjectIdsOf } from '../coding/area-coding.ts'
import type { SubjectIds } from '../coding/area-coding.ts'
import { codeCluster } from '../coding/cluster-coding.ts'
import { ownersName } from '../records/define-kind.ts'
import type { PageTarget, RecordName } from '../records/define-kind.ts'
import { isRecordKind, kindOf, recordKinds } from '../records/record.ts'
import type { RecordKind } from '../records/record.ts'
import type { LocalText, Owner } from '../records/shared-fields.ts'
import type { SnapshotPart } from '../records/beside.ts'
import { deriveEach } from '../snapshot/derive-each.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { KeptDocument, SearchDocument } from './search-document.ts'

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
export function documentOfRecord(snapshot: Snapshot, kind: RecordKind, id: string): KeptDocument | null {
  const definition = kindOf(kind)
  const record: Known<RecordKind> | null = isAmongBegun(kind) ? snapshot.getBegun(kind, id) : snapshot.get(kind, id)
  if (!record || !definition.search) return null
  const page = definition.page?.(record, id)
  return new RecordDocument({
    record,
    owner: ownerOf(snapshot, definition.owner(record)),
    subjects: subjectsOf(snapshot, record),
    isInForce: !isAmongBegun(kind) || snapshot.get(kind, id) !== null,
    otherTarget: page && 'page' in page ? null : targetOf(snapshot, { kind, id }),
  })
}

interface OwnerTexts {
  name: string
  regionCodes: readonly string[]
}

interface DocumentParts {
  record: Known<RecordKind>
  owner: OwnerTexts | null
  subjects: SubjectIds
  isInForce: boolean
  /** The page it leads to; null when that is the record's own. */
  otherTarget: PageTarget | null
}

/** A document that refers to its record and its owner. */
class RecordDocument implements KeptDocument {
  readonly #record: Known<RecordKind>
  readonly #owner: OwnerTexts | null
  readonly #subjects: SubjectIds
  readonly #otherTarget: PageTarget | null
  readonly isInForce: boolean

  constructor({ record, owner, subjects, isInForce, otherTarget }: DocumentParts) {
    this.#record = record
    this.#owner = owner
    this.#subjects = subjects
    this.#otherTarget = otherTarget
    this.isInForce = isInForce
  }

  get kind(): RecordKind {
    return this.#record.meta.kind
  }

  get id(): string {
    return this.#record.id
  }

  whole(): SearchDocument {
    const { kind, id } = this
    const [record, owner] = [this.#record, this.#owner]
    const definition = kindOf(kind)
    const { title, titleEn, texts, description = null, programmePeriodId = null } = definition.search!.texts(record, id)
    const written = texts.map((text) => (text === ownersName ? owner?.name : text))
    return {
      id,
      kind,
      title: title ?? definition.title(record, id).sv,
      titleEn,
      text: written.filter(Boolean).join(' ; '),
      description: description && `${description.sv} ; ${description.en}`,
      regionCodes: owner?.regionCodes ?? [],
      ...this.#subjects,
      programmePeriodId,
      isInForce: this.isInForce,
      target: this.#otherTarget ?? (definition.page!(record, id) as PageTarget),
    }
  }
}

const noSubjects: SubjectIds = { themeIds: [], describedThemeIds: [], touchedThemeIds: [], conceptIds: [] }

/** The subjects of a record; empty for kinds that are not coded. */
function subjectsOf(snapshot: Snapshot, record: Known<RecordKind>): SubjectIds {
  if (record.meta.kind === 'priorityArea') return subjectIdsOf(snapshot, record as Known<'priorityArea'>)
  if (record.meta.kind !== 'cluster') return noSubjects
  const { themes, concepts } = codeCluster(thesaurusOf(snapshot), record as Known<'cluster'>)
  return {
    themeIds: themes.map(({ themeId }) => themeId),
    describedThemeIds: [],
    touchedThemeIds: [],
    conceptIds: concepts.map(({ conceptId }) => conceptId),
  }
}

/** The name of a record's region, with the part of the country it lies in, or of its joint area, and the codes of its regions. */
function ownerOf(snapshot: Snapshot, named: RecordName | null): OwnerTexts | null {
  const owner = named as Owner | null
  if (owner?.kind === 'region') {
    const region = snapshot.getBegun('region', owner.id)
    return region && textsOfRegion(region)
  }
  if (owner?.kind !== 'jointArea') return null
  const area = snapshot.getBegun('jointArea', owner.id)
  return area && textsOfJointArea(area)
}

const textsOfRegion = deriveEach('region that owns documents', ({ id, name, nuts2Name }: Known<'region'>): OwnerTexts => ({
  name: nuts2Name === name ? name : `${name}, ${nuts2Name}`,
  regionCodes: [id],
}))
const textsOfJointArea = deriveEach(
  'joint area that owns documents',
  ({ name, memberCodes }: Known<'jointArea'>): OwnerTexts => ({ name, regionCodes: memberCodes }),
)

/** The page that shows a record: its own page, the page of the record it belongs to, or else its history. */
export function targetOf(snapshot: Snapshot, { kind, id }: RecordName): PageTarget {
  const record = isRecordKind(kind) ? snapshot.getBegun(kind, id) : null
  const target = record && isRecordKind(kind) ? kindOf(kind).page?.(record, id) : null
  if (!target) return { page: 'history', params: { kind, id } }
  return 'page' in target ? target : targetOf(snapshot, target)
}
