import { namesPerson } from '../records/confirming-roles.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { NewVersion } from '../records/record.ts'
import { foldWords } from '../records/fold-words.ts'
import { unknownSender } from '../records/source.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { isWithin } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { Known } from '../snapshot/snapshot.ts'
import type { DeckDraft } from '../sources/deck/deck-draft.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { appendInTurn, makeVersion, mintId, recordsOf } from './import-appends.ts'
import { findMoves } from './import-moves.ts'
import { planRegion } from './import-plan-region.ts'
import { planStatements } from './import-plan-statements.ts'
import type { ImportInput, ImportItem, ImportLine, ImportPlan, PlanContext } from './import-plan-types.ts'
import { historiesOf, historyOf } from './registry-view.ts'

/**
 * The difference between a deck and the registry. Pure; the same deck read twice proposes nothing the second time.
 * @throws ExpectedError `invalid_date` when the deck has no date
 */
export function planDeckImport(input: ImportInput): ImportPlan {
  const context = makeContext(input)
  const { draft, date, sourceId } = context
  const lists = draft.regions
    .filter(({ code, priorities }) => priorities.length > 0 && context.regions.has(code))
    .map((region) => planRegion(context, region))
  const statements = planStatements(context)
  const items = [...findMoves(context, lists.flat()), ...statements.items]
  return {
    date,
    sourceId,
    base: items.length > 0 ? planBase(context, items) : null,
    items,
    unchanged: { lists: lists.filter((list) => list.length === 0).length, statements: statements.unchanged },
    notUnderstood: draft.notUnderstood,
    notices: draft.notices,
  }
}

function makeContext(input: ImportInput): PlanContext {
  const { date } = input.draft
  if (date === null) {
    const words: LocalText = {
      sv: 'Bildspelet har inget datum. Säg vilken dag det gäller, till exempel --date 2018-01-31.',
      en: 'The deck has no date. Say which day it is of, for example --date 2018-01-31.',
    }
    throw new ExpectedError('invalid_date', { detail: words.en, data: { words } })
  }
  const regions = new Map(historiesOf(input.known, 'region').map((history) => [history.at(-1)!.code, history.at(-1)!]))
  return {
    ...input,
    date,
    sourceId: findDeck(input, date)?.id ?? mintId({ ...input, minted: new Set() }, 'source', [`deck-${date}`]),
    programmePeriodId: findPeriod(input, date)?.id ?? euPeriodOf(date).id,
    regions,
    minted: new Set(),
    thesaurus: thesaurusOf(snapshotAt(input.known, date, input.beside)),
  }
}

/** The same deck read before: another one of the same day is a source of its own, so that its lines are looked up in the right one. */
function findDeck({ known, draft }: ImportInput, date: IsoDate): Known<'source'> | null {
  const ofDay = historiesOf(known, 'source')
    .map((history) => history.at(-1)!)
    .filter(({ kind, date: day }) => kind === 'deck' && day === date)
  return ofDay.find((source) => isSameDeck(source, { draft, date })) ?? null
}

/** By its words, or by its title where those of either are unknown. */
function isSameDeck({ title, fingerprint }: Known<'source'>, { draft, date }: { draft: DeckDraft; date: IsoDate }): boolean {
  if (fingerprint !== undefined && draft.fingerprint !== undefined) return fingerprint === draft.fingerprint
  return foldWords(title.sv) === foldWords(titleOf(draft, date).sv)
}

const titleOf = ({ title }: DeckDraft, date: IsoDate): LocalText => ({
  sv: title ?? `Bildspel ${date}`,
  en: title ?? `Deck ${date}`,
})

const findPeriod = ({ known }: ImportInput, date: IsoDate) =>
  historiesOf(known, 'programmePeriod')
    .map((history) => history.at(-1)!)
    .find(({ from, to }) => isWithin(date, { validFrom: from, validTo: to })) ?? null

/** The EU plans seven years at a time: 2014–2020, 2021–2027. */
function euPeriodOf(date: IsoDate): { id: string; first: number; last: number } {
  const first = 2000 + 7 * Math.floor((Number(date.slice(0, 4)) - 2000) / 7)
  return { id: `${yearText(first)}-${yearText(first + 6)}`, first, last: first + 6 }
}

const yearText = (year: number): string => String(year).padStart(4, '0')

/** The deck as a source, and the programme period, where the registry has none. */
function planBase(context: PlanContext, items: readonly ImportItem[]): ImportItem | null {
  const versions = [...sourceVersions(context), ...periodVersions(context, items)]
  if (versions.length === 0) return null
  const entered = versions.map((version) => ({ version, appends: appendInTurn(context, [version]) }))
  return {
    id: `source:${context.date}`,
    kind: 'newSource',
    regionCode: null,
    title: { sv: 'Bildspelet förs in som källa', en: 'The deck is entered as a source' },
    lines: entered.map(({ version, appends }) => baseLine(version, recordsOf(appends))),
    appends: entered.flatMap(({ appends }) => appends),
  }
}

function baseLine(version: NewVersion, records: string[]): ImportLine {
  const isSource = version.kind === 'source'
  const after = isSource ? version.body.title.sv : version.kind === 'programmePeriod' ? version.body.label : version.recordId
  const reason = isSource
    ? {
        sv: 'Det som publiceras ur bildspelet anger det som källa.',
        en: 'What is published from the deck names it as its source.',
      }
    : { sv: 'Listorna hör till den programperioden.', en: 'The lists belong to that programme period.' }
  const subject = isSource ? 'source' : 'programmePeriod'
  return { subject, change: 'new', before: null, after, deckLine: null, reason, description: null, records }
}

function sourceVersions(context: PlanContext): NewVersion[] {
  const { draft, date, sourceId, known } = context
  if (historyOf(known, 'source', sourceId).length > 0) return []
  // The author of a deck is most often a person, and names of people are not kept.
  const sender = draft.author !== null && !namesPerson(draft.author) ? draft.author : unknownSender
  const publisher = [sender, draft.place].filter(Boolean).join(', ')
  const body = {
    title: titleOf(draft, date),
    publisher: publisher.slice(0, 200),
    kind: 'deck' as const,
    date,
    datePrecision: 'day' as const,
    url: null,
    note: null,
    ...(draft.fingerprint === undefined ? {} : { fingerprint: draft.fingerprint }),
  }
  const changeNote = `Bildspelet lästes in ur filen ${draft.fileName}.`
  return [
    makeVersion(context, { kind: 'source', recordId: sourceId, validFrom: date, validTo: null, body, source: null, changeNote }),
  ]
}

function periodVersions(context: PlanContext, items: readonly ImportItem[]): NewVersion[] {
  const { date, programmePeriodId, known } = context
  const isUsed = items.some(({ appends }) =>
    appends.some(({ version }) => version.kind === 'strategy' && version.body.programmePeriodId === programmePeriodId),
  )
  if (!isUsed || historyOf(known, 'programmePeriod', programmePeriodId).length > 0) return []
  const { first, last } = euPeriodOf(date)
  const body = { label: `${first}–${last}`, from: `${yearText(first)}-01-01`, to: `${yearText(last + 1)}-01-01` }
  const changeNote = 'Programperioden förs in när den första listan hör till den.'
  return [
    makeVersion(context, {
      kind: 'programmePeriod',
      recordId: programmePeriodId,
      validFrom: body.from,
      validTo: null,
      body,
      source: null,
      changeNote,
    }),
  ]
}
