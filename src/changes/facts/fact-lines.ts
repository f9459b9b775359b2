import { joinWords } from '../../language/join-words.ts'
import { fieldLabel } from '../../records/fields.ts'
import { kindOf } from '../../records/record.ts'
import type { RecordKind } from '../../records/record.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { ImportChange, ImportLine, ImportSubject } from '../import-plan-types.ts'
import { versionKey } from '../registry-view.ts'
import { isSameValue } from './fact-authors.ts'
import type { FactStretch, ShippedFact } from './merge-fact.ts'

const subjects: Partial<Record<RecordKind, ImportSubject>> = {
  source: 'source',
  programmePeriod: 'programmePeriod',
  strategy: 'list',
  priorityArea: 'area',
  contact: 'contact',
  cluster: 'cluster',
  region: 'region',
  jointArea: 'region',
}

/** Fields by which an area is described; its name and place in the list are not among them. */
const describing = new Set(['description', 'descriptionBasis', 'types', 'role', 'joinedThemeIds', 'sdgGoals'])

interface Difference {
  before: readonly FactStretch[]
  after: readonly FactStretch[]
  changed: readonly string[]
}

/** One record before and after, as a line of a plan. */
export function factLine({ kind, recordId }: Pick<ShippedFact, 'kind' | 'recordId'>, difference: Difference): ImportLine {
  const { before, after, changed } = difference
  const [was, next] = [before.at(-1) ?? null, after.at(-1) ?? null]
  const titleOf = (stretch: FactStretch | null): LocalText | null =>
    stretch && kindOf(kind).title(stretch.body as never, recordId)
  const [called, isCalled] = [titleOf(was), titleOf(next)]
  const description = (next?.body['description'] ?? null) as LocalText | null
  return {
    subject: subjects[kind] ?? 'statement',
    change: changeOf(difference),
    before: called?.sv ?? null,
    after: isCalled?.sv ?? null,
    inEnglish: { before: called?.en ?? null, after: isCalled?.en ?? null },
    deckLine: null,
    reason: reasonOf(kind, difference),
    description: isSameValue(was?.body['description'], description) ? null : description,
    records: changed.length > 0 || before.length !== after.length ? [versionKey(kind, recordId)] : [],
  }
}

function changeOf({ before, after, changed }: Difference): ImportChange {
  if (before.length === 0) return 'new'
  if (after.length === 0) return 'dropped'
  if (changed.every((name) => name === 'validTo')) return 'ended'
  return changed.every((name) => describing.has(name)) ? 'described' : 'corrected'
}

const dayFields: Record<string, LocalText> = {
  validFrom: { sv: 'första dagen', en: 'first day' },
  validTo: { sv: 'sista dagen', en: 'last day' },
  source: { sv: 'källan', en: 'the source' },
}

/** The names of fields for people. */
export function fieldNames(kind: RecordKind, fields: readonly string[]): LocalText {
  const names = fields.map((name) => dayFields[name] ?? fieldLabel(kindOf(kind), name))
  const join = (lang: 'sv' | 'en') =>
    joinWords(
      names.map((name) => name[lang].toLowerCase()),
      lang,
    )
  return { sv: join('sv'), en: join('en') }
}

function reasonOf(kind: RecordKind, { before, after, changed }: Difference): LocalText {
  if (before.length === 0) return { sv: 'Finns inte i registret.', en: 'It is not in the registry.' }
  if (after.length === 0) return { sv: 'Följer inte längre med.', en: 'It no longer ships.' }
  const names = fieldNames(kind, changed)
  const end = after.at(-1)!.validTo
  const until = changed.includes('validTo') && end ? { sv: ` Upphör ${end}.`, en: ` Ends on ${end}.` } : { sv: '', en: '' }
  return { sv: `Ändras: ${names.sv}.${until.sv}`, en: `Changes: ${names.en}.${until.en}` }
}
