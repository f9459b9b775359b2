import type { DeckPriority } from '../sources/deck/deck-draft.ts'
import { isMarkedDevelopment } from '../sources/deck/suggest-label.ts'
import { foldWords } from '../records/fold-words.ts'
import type { BodyOf } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { IsoDate } from '../records/time.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { Append } from '../store/store.ts'
import { appendInTurn, makeVersion, mintAreaId, sourceAt } from './import-appends.ts'
import type { PlanContext } from './import-plan-types.ts'
import { historiesOf } from './registry-view.ts'

/** A priority area that the registry does not have yet, as it will be. */
export interface PlannedArea {
  id: string
  priority: DeckPriority
  body: BodyOf<'priorityArea'>
}

interface InList {
  code: string
  strategyId: string
  programmePeriodId: string
  order: number
}

/** A new area of a list, in the deck's words. */
export function areaOf(context: PlanContext, priority: DeckPriority, { code, ...inList }: InList): PlannedArea {
  const labels = labelsOf(context, priority, code)
  const body: BodyOf<'priorityArea'> = {
    owner: { kind: 'region', id: code },
    ...inList,
    ...labels,
    language: context.draft.language,
    description: describeDetails(priority),
    ...(isMarkedDevelopment(labels.verbatimLabel) ? { role: 'development' } : {}),
    confirmedOn: null,
    confirmedByRole: null,
  }
  return { id: mintAreaId(context, inList.strategyId, labels.verbatimLabel), priority, body }
}

type Labels = Pick<BodyOf<'priorityArea'>, 'verbatimLabel' | 'displayLabel' | 'translatedLabel'>

/** The deck's own words; the corrected form and the translation that the registry already has for the same words, the region's first. */
export function labelsOf({ known, draft }: PlanContext, { verbatimLabel, suggestedLabel }: DeckPriority, code: string): Labels {
  const suggested = suggestedLabel ?? verbatimLabel
  const all = historiesOf(known, 'priorityArea').flatMap((history) =>
    history.filter(({ language }) => language === draft.language),
  )
  const own = all.filter(({ owner }) => owner.kind === 'region' && owner.id === code)
  const displayLabel = own.find((area) => area.verbatimLabel === verbatimLabel)?.displayLabel ?? suggested
  const isSame = (area: Known<'priorityArea'>): boolean =>
    area.translatedLabel !== null && foldWords(area.displayLabel) === foldWords(displayLabel)
  return { verbatimLabel, displayLabel, translatedLabel: (own.find(isSame) ?? all.find(isSame))?.translatedLabel ?? null }
}

/** The longest description that a field of text takes. */
const mostCharacters = 2_000

/** What the deck has under an area, as its description; null where it has nothing there. */
export function describeDetails({ details = [] }: DeckPriority): LocalText | null {
  if (details.length === 0) return null
  const texts = details.map(({ text }) => text)
  const quote = (open: string, close: string): string => texts.map((text) => `${open}${text}${close}`).join(', ')
  return {
    sv: shorten(`I bildspelet under området: ${quote('”', '”')}.`),
    en: shorten(`In the deck under the area: ${quote('“', '”')}.`),
  }
}

const shorten = (text: string): string => (text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text)

/** The first version of a new area. */
export function areaAppends(context: PlanContext, { id, priority, body }: PlannedArea, validTo: IsoDate | null): Append[] {
  const parts = {
    recordId: id,
    validFrom: context.date,
    validTo,
    source: sourceAt(context, priority),
    changeNote: `Ur bildspelet ${context.date}, rad ${priority.line}.`,
  }
  return appendInTurn(context, [makeVersion(context, { kind: 'priorityArea', body, ...parts })])
}
