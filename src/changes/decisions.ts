import { ExpectedError } from '../records/expected-error.ts'
import type { NewVersion, RecordKind } from '../records/record.ts'
import type { CodingAspect } from '../records/coding-decision.ts'
import type { LineageChange } from '../records/lineage-decision.ts'
import type { LocalText, Verdict } from '../records/shared-fields.ts'
import { slugOf } from '../records/slug.ts'
import { isSameOwner } from '../snapshot/snapshot.ts'
import type { Known, KnownRegistry } from '../snapshot/snapshot.ts'
import type { Append } from '../store/store.ts'
import { readCode } from '../thesaurus/read-code.ts'
import { everyThesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Signed } from './edit-record.ts'
import { bodyOf, historyOf, versionKey } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'

type View = Pick<RegistryView, 'known' | 'numbers' | 'beside'>

export interface LineageChoice extends Signed {
  predecessorId: string
  successorId: string
  change: LineageChange
  /** null takes an earlier decision back: the suggestion counts again. */
  verdict: Verdict | null
}

/**
 * The append by which a person confirms or rejects that two priority areas hang together, or takes that back.
 * @throws ExpectedError `priority_not_found`; `bad_request` when one cannot have become the other; `not_found` when there is no
 * decision to take back
 */
export function decideLineage(view: View, { predecessorId, successorId, change, verdict, ...signed }: LineageChoice): Append {
  const predecessor = getArea(view.known, predecessorId)
  const successor = getArea(view.known, successorId)
  checkSuccession(predecessor[0]!, successor[0]!)
  const recordId = pairId(predecessorId, successorId)
  if (verdict === null) return takeBack(view, { kind: 'lineage', recordId, ...signed })
  return decided(view, {
    ...published(signed),
    kind: 'lineage',
    recordId,
    validFrom: successor[0]!.meta.validFrom,
    body: { predecessorId, successorId, change, verdict },
  })
}

/** @throws ExpectedError `bad_request` when one cannot have become the other: two owners, or the wrong way round */
function checkSuccession(before: Known<'priorityArea'>, after: Known<'priorityArea'>): void {
  if (isSameOwner(before.owner, after.owner) && before.meta.validFrom < after.meta.validFrom) return
  const words: LocalText = isSameOwner(before.owner, after.owner)
    ? {
        sv: `”${before.displayLabel}” står inte i en äldre lista än ”${after.displayLabel}”. Ange det äldre området först.`,
        en: `“${before.displayLabel}” is not of an older list than “${after.displayLabel}”. Name the older area first.`,
      }
    : {
        sv: `”${before.displayLabel}” och ”${after.displayLabel}” har valts av olika regioner. Härstamning följer en regions egna listor.`,
        en: `“${before.displayLabel}” and “${after.displayLabel}” were chosen by different regions. Lineage follows one region’s own lists.`,
      }
  throw new ExpectedError('bad_request', { detail: words.en, data: { words } })
}

export interface CodingChoice extends Signed {
  priorityAreaId: string
  aspect: CodingAspect
  /** As people write it: an id or English slug, "16.1" or "161". */
  code: string
  /** null takes an earlier decision back: the suggestion counts again. */
  verdict: Verdict | null
}

/**
 * The append by which a person decides on one code of an area, or takes that back.
 * @throws ExpectedError `priority_not_found`; `bad_request` when there is no such code; `not_found` when there is no decision to take back
 */
export function decideCoding(view: View, { priorityAreaId, aspect, verdict, ...choice }: CodingChoice): Append {
  const { recordedBy, changeNote } = choice
  const area = getArea(view.known, priorityAreaId)
  const code = readCode(view.beside.thesaurus ? everyThesaurusOf(view.beside.thesaurus) : [], aspect, choice.code)
  const recordId = pairId(priorityAreaId, aspect === 'theme' ? code : slugOf(`${aspectSlugs[aspect]} ${code}`, 120))
  if (verdict === null) return takeBack(view, { kind: 'coding', recordId, recordedBy, changeNote })
  return decided(view, {
    ...published({ recordedBy, changeNote }),
    kind: 'coding',
    recordId,
    validFrom: area[0]!.meta.validFrom,
    body: { priorityAreaId, aspect, code, verdict },
  })
}

const aspectSlugs: Record<Exclude<CodingAspect, 'theme'>, string> = {
  concept: 'concept',
  kind: 'kind',
  industry: 'industry',
  scienceField: 'science field',
  goal: 'goal',
  objective: 'objective',
}

const published = (signed: Signed) => ({ ...signed, validTo: null, state: 'published' as const, source: null })

const decided = ({ numbers }: View, version: NewVersion): Append => ({
  version,
  expectedVersion: numbers.get(versionKey(version.kind, version.recordId)) ?? 0,
})

/** From the day it began to hold there is no decision any more; what was decided, and that it was taken back, stays in the history. */
function takeBack(view: View, { kind, recordId, ...signed }: { kind: RecordKind; recordId: string } & Signed): Append {
  const last = historyOf(view.known, kind, recordId).at(-1)
  if (!last) {
    const words: LocalText = { sv: 'Det finns inget beslut att ta tillbaka.', en: 'There is no decision to take back.' }
    throw new ExpectedError('not_found', { detail: words.en, data: { kind, recordId, words } })
  }
  const { validFrom, validTo, source } = last.meta
  const version = { kind, recordId, validFrom, validTo, ...signed, state: 'withdrawn', source, body: bodyOf(last) } as NewVersion
  return decided(view, version)
}

/** The same pair always has the same record; an id that would grow too long is shortened by a checksum of the pair. */
function pairId(one: string, other: string): string {
  const whole = `${one}-to-${other}`
  return whole.length <= 120 ? whole : `${slugOf(one, 50)}-to-${slugOf(other, 50)}-${shortSum(whole)}`
}

/** FNV-1a, 32 bits: enough to tell apart the few pairs whose first fifty letters agree. */
function shortSum(text: string): string {
  let sum = 0x811c9dc5
  for (const sign of text) sum = Math.imul(sum ^ sign.codePointAt(0)!, 0x01000193) >>> 0
  return sum.toString(16).padStart(8, '0')
}

function getArea(known: KnownRegistry, id: string): readonly Known<'priorityArea'>[] {
  const history = historyOf(known, 'priorityArea', id)
  if (history.length === 0) throw new ExpectedError('priority_not_found', { detail: id, data: { id } })
  return history
}
