import type { BodyOf } from '../../records/record.ts'
import { programmePeriod, region, source } from '../../snapshot/testing/small-registry.ts'
import type { Sketch } from '../../snapshot/testing/small-registry.ts'
import type { DeckDraft, DeckPriority } from '../../sources/deck/deck-draft.ts'
import type { Append } from '../../store/store.ts'
import { planDeckImport } from '../import-plan.ts'
import type { ImportItem, ImportPlan } from '../import-plan-types.ts'
import { viewOf } from './small-view.ts'

export const deckDay = '2018-01-31'
/** An area as the deck spells it, and as it should be spelt. */
export type Label = string | [verbatim: string, suggested: string]

const priorityOf = (label: Label, index: number): DeckPriority => {
  const [verbatimLabel, suggestedLabel] = typeof label === 'string' ? [label, null] : label
  return { verbatimLabel, suggestedLabel, line: 10 + index, page: 2 }
}
/** A deck with lists by region code, and what was heard. */
export const deck = (lists: Record<string, Label[]>, more: Partial<DeckDraft> = {}): DeckDraft => ({
  fileName: 'bild.txt',
  title: 'Bilderna',
  author: 'Verket',
  place: 'Orten',
  date: deckDay,
  language: 'sv',
  regions: Object.entries(lists).map(([code, labels]) => ({
    code,
    writtenAs: code,
    line: 9,
    page: 1,
    priorities: labels.map(priorityOf),
  })),
  findings: [],
  wishes: [],
  nextSteps: [],
  recognised: [],
  notUnderstood: [],
  notices: [],
  ...more,
})
/** Two regions without a list, the period, and the deck as a source. */
export const base: readonly Sketch[] = [
  region('03', 'Alvik'),
  region('04', 'Byn'),
  programmePeriod('2014-2020'),
  source(`deck-${deckDay}`, { body: { title: { sv: 'Bilderna', en: 'Bilderna' }, kind: 'deck', date: deckDay } }),
]
/** What a deck would change in a registry. */
export const plan = (sketches: readonly Sketch[], draft: DeckDraft): ImportPlan =>
  planDeckImport({ draft, ...viewOf(sketches), recordedBy: 'prov' })
/** Kind, id, first day, last day, state unless published, and the number seen. */
export const written = (appends: readonly Append[]) =>
  appends.map(({ version: { kind, recordId, validFrom, validTo, state }, expectedVersion }) =>
    [kind, recordId, validFrom, validTo, ...(state === 'published' ? [] : [state]), expectedVersion].join(' '),
  )
export const bodyIn = (item: ImportItem, id: string) =>
  item.appends.find(({ version }) => version.recordId === id)!.version.body as BodyOf<'priorityArea'>
/** What becomes of areas and statements; the lines of lists are `listLines`. */
export const lines = ({ lines: all }: ImportItem) => all.filter(({ subject }) => subject !== 'list').map(changeIn)
export const listLines = ({ lines: all }: ImportItem) => all.filter(({ subject }) => subject === 'list').map(changeIn)
const changeIn = ({ change, before, after, deckLine }: ImportItem['lines'][number]) => [change, before, after, deckLine]
