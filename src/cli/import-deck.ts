import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { ExpectedError } from '../records/expected-error.ts'
import { IsoDate } from '../records/time.ts'
import { planDeckImport } from '../changes/import-plan.ts'
import type { ImportItem, ImportPlan } from '../changes/import-plan-types.ts'
import { chosenItems } from '../changes/import-choice.ts'
import { submit } from '../changes/submit.ts'
import { gazetteerOf, historiesOf, historyOf } from '../changes/registry-view.ts'
import type { RegistryView } from '../changes/registry-view.ts'
import { deckLimits } from '../sources/deck/deck-limits.ts'
import type { DeckDraft, GazetteerEntry } from '../sources/deck/deck-draft.ts'
import { whyNoDate } from '../sources/deck/deck-words.ts'
import { explainDeck } from '../sources/deck/explain-deck.ts'
import type { ExplainedSlide } from '../sources/deck/explain-deck.ts'
import { readDeckApart } from '../sources/deck/read-deck-apart.ts'
import { makeRegionReader } from '../sources/deck/region-names.ts'
import { makeRegionFinder } from '../places/region-called.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { changesInWords, countsOf, printPlan } from './print-plan.ts'
import { printSlides } from './print-slides.ts'
import { actorOf, registryToWrite, reporting, UsageError, withRegistry } from './with-registry.ts'
import type { Language } from '../records/language.ts'

/** `spets import deck FILE`: shows what a deck changes; with `--publish`, publishes it. */
export const importCommand: Command = {
  name: 'import',
  summary: {
    sv: 'Läs in ett bildspel (text, PPTX, PDF) och visa eller publicera vad det ändrar',
    en: 'Read a deck (text, PPTX, PDF) and show or publish what it changes',
  },
  usage: 'spets import deck FILE [--date YYYY-MM-DD] [--explain] [--publish[=ITEM|REGION,…]] [--json]',
  run: (args, io) => reporting(importCommand, io, () => importDeck(readArguments(args, io), io)),
}

interface Asked {
  file: string
  date: IsoDate | null
  /** Null when the deck is only shown. */
  publish: 'all' | string[] | null
  isJson: boolean
  /** Whether to show what each line was taken for. */
  isExplained: boolean
}

function readArguments([what, ...rest]: string[], io: Io): Asked {
  const sv = langOf(io.env) === 'sv'
  if (what !== 'deck')
    throw new UsageError(
      sv
        ? 'Det som kan läsas in är ett bildspel: spets import deck FILE.'
        : 'What can be imported is a deck: spets import deck FILE.',
    )
  const publish = rest.filter((arg) => /^--publish(=|$)/.test(arg)).map((arg) => arg.slice('--publish='.length))
  const others = rest.filter((arg) => !/^--publish(=|$)/.test(arg))
  const { values, positionals } = parseArgs({
    args: others,
    options: {
      date: { type: 'string' },
      json: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [file, ...surplus] = positionals
  if (!file || surplus.length > 0) throw new UsageError(sv ? 'Ange en fil.' : 'Name one file.')
  if (values.date !== undefined && !IsoDate.safeParse(values.date).success)
    throw new UsageError(
      sv ? 'Ett datum skrivs ÅÅÅÅ-MM-DD, till exempel 2018-01-31.' : 'A date is written YYYY-MM-DD, for example 2018-01-31.',
    )
  const ids = publish.flatMap((list) => list.split(',')).filter(Boolean)
  return {
    file,
    date: values.date ?? null,
    publish: publish.length === 0 ? null : ids.length === 0 ? 'all' : ids,
    isJson: values.json,
    isExplained: values.explain,
  }
}

async function importDeck(asked: Asked, io: Io): Promise<number> {
  const lang = langOf(io.env)
  const bytes = await readBytes(asked.file)
  return withRegistry(io, async (store) => {
    const registry = registryToWrite(store, io)
    const view = await registry.view()
    const gazetteer = gazetteerOf(view.known)
    const job = { fileName: basename(asked.file), bytes, gazetteer }
    const read = await readDeckApart(job, { workerEntry: io.workerEntry })
    const draft = { ...read.draft, date: asked.date ?? read.draft.date }
    const slides = explainDeck(read.deck, draft)
    if (!asked.isJson) {
      if (asked.isExplained) io.stdout(`${printSlides(slides, { format: read.deck.format, gazetteer, lang })}\n`)
      io.stdout(`${draft.title ?? basename(asked.file)}${draft.date ? `, ${draft.date}` : ''}: ${countsOf(draft)[lang]}\n`)
    }
    refuseWithoutDate(draft)
    const plan = planDeckImport({ draft, ...view, recordedBy: actorOf(io).name })
    const accept = Array.isArray(asked.publish) ? findItemIds(plan, gazetteer, view, asked.publish) : asked.publish
    if (accept !== null && accept.length > 0) await submit(registry, { type: 'import', plan, accept }, actorOf(io))
    const published = accept === null ? null : chosenItems(plan, accept)
    if (asked.isJson) io.stdout(JSON.stringify(jsonOf(plan, { published, slides: asked.isExplained ? slides : null }), null, 2))
    else io.stdout(printPlan(shownOf(plan, published), lang) + nextWords(asked, { plan, count: published?.length ?? null, lang }))
    return 0
  })
}

/** Refuses a date in the deck that is not a day, with that reason. A deck without a date is refused by the plan. */
function refuseWithoutDate(draft: DeckDraft): void {
  const words = draft.date === null ? whyNoDate(draft) : null
  if (words) throw new ExpectedError('invalid_date', { detail: words.en, data: { words } })
}

/** When only a part is published, only that part is shown, with the notices of its regions. */
function shownOf(plan: ImportPlan, published: readonly ImportItem[] | null): ImportPlan {
  if (!published || published.length === plan.items.length) return plan
  const codes = new Set(published.map(({ regionCode }) => regionCode))
  const isOfRegion = ({ regionCode, kind }: ImportPlan['notices'][number]): boolean =>
    kind !== 'absent' && codes.has(regionCode) && regionCode !== null
  return { ...plan, items: [...published], notices: plan.notices.filter(isOfRegion), notUnderstood: [] }
}

async function readBytes(file: string): Promise<Uint8Array> {
  const refuse = (sv: string, en: string): ExpectedError =>
    new ExpectedError('unsupported_file', { detail: en, data: { fileName: file, words: { sv, en } } })
  const about = await stat(file).catch(() => null)
  if (!about) throw refuse('Filen finns inte.', 'There is no such file.')
  if (!about.isFile()) throw refuse('Det är ingen fil.', 'It is not a file.')
  // A file over the limit is not read: bytes over the limit make the reader of decks refuse it, with its own message.
  if (about.size > deckLimits.bytes) return new Uint8Array(deckLimits.bytes + 1)
  return new Uint8Array(await readFile(file))
}

/** A choice names items by id, or all items of a region by any of its codes and names, also misspelt. */
function findItemIds(
  plan: ImportPlan,
  gazetteer: readonly GazetteerEntry[],
  { known }: RegistryView,
  asked: readonly string[],
): string[] {
  const findCode = makeRegionFinder(historiesOf(known, 'region').map((history) => history.toReversed()))
  const readRegion = makeRegionReader(gazetteer)
  const isKnown = (code: string) => historyOf(known, 'region', code).length > 0
  return asked.flatMap((name) => {
    if (plan.items.some(({ id }) => id === name)) return [name]
    const code = findCode(name) ?? readRegion(name, { isSure: true })?.code ?? name
    const ofRegion = plan.items.filter(({ regionCode }) => regionCode === code)
    // A region that is known but has no change has nothing to publish, which is no mistake.
    return ofRegion.length > 0 || isKnown(code) ? ofRegion.map(({ id }) => id) : [name]
  })
}

const jsonOf = (
  { items, base, ...plan }: ImportPlan,
  { published, slides }: { published: readonly ImportItem[] | null; slides: ExplainedSlide[] | null },
) => ({
  ...plan,
  newSource: base !== null,
  items: items.map(({ appends, ...item }) => ({
    ...item,
    records: appends.map(({ version }) => `${version.kind}/${version.recordId}`),
  })),
  published: published?.map(({ id }) => id) ?? null,
  ...(slides ? { slides } : {}),
})

/** The result, or the exact command to publish. */
function nextWords(
  { file, date }: Asked,
  { plan, count, lang }: { plan: ImportPlan; count: number | null; lang: Language },
): string {
  if (count !== null) return `\n\n${lang === 'sv' ? 'Publicerat' : 'Published'}: ${changesInWords(count)[lang]}.`
  if (plan.items.length === 0) return ''
  const command = `npm run spets -- import deck ${quoteForShell(file)}${date ? ` --date ${date}` : ''}`
  const one = plan.items[0]!.id
  return lang === 'sv'
    ? `\n\nInget är publicerat än. Publicera allt:\n  ${command} --publish\nEller en del, efter det som står inom [ ] eller efter region:\n  ${command} --publish=${one}`
    : `\n\nNothing is published yet. To publish all of it:\n  ${command} --publish\nOr part of it, by the id in [ ] or by region:\n  ${command} --publish=${one}`
}

const quoteForShell = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
