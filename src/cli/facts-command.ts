import { parseArgs } from 'node:util'
import type { Change } from '../changes/change.ts'
import { declineNotes } from '../changes/facts/decline-facts.ts'
import type { Declined } from '../changes/facts/decline-facts.ts'
import { submit } from '../changes/submit.ts'
import { gazetteerOf, historiesOf } from '../changes/registry-view.ts'
import { chosenItems } from '../changes/import-choice.ts'
import type { ImportItem } from '../changes/import-plan-types.ts'
import { planFactsUpdate } from '../changes/facts/plan-facts-update.ts'
import type { FactsPlan } from '../changes/facts/plan-facts-update.ts'
import { readerOf } from '../changes/facts/facts-readers.ts'
import { firstFacts } from '../changes/first-facts.ts'
import type { Language } from '../records/language.ts'
import { swedishDay } from '../records/time.ts'
import type { KnownRegistry } from '../snapshot/snapshot.ts'
import { makeRegionReader } from '../sources/deck/region-names.ts'
import { makeRegionFinder } from '../places/region-called.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { changesInWords, printItem } from './print-plan.ts'
import { actorOf, registryToWrite, reporting, UsageError, withRegistry } from './with-registry.ts'

/** `spets facts update`: shows how the facts that ship differ from a filled registry; with `--publish`, takes them in. */
export const factsCommand: Command = {
  name: 'facts',
  summary: {
    sv: 'Visa eller ta in det som är nytt i uppgifterna som följer med Spets',
    en: 'Show or take in what is new in the facts that ship with Spets',
  },
  usage:
    'spets facts update [--publish[=ITEM|REGION,…] | --decline=ITEM|REGION,… [--note TEXT] | --reopen=ID,… [--note TEXT]] [--json]',
  run: (args, io) => reporting(factsCommand, io, () => updateFacts(readArguments(args, io), io)),
}

interface Asked {
  /** Null: only show. */
  publish: 'all' | string[] | null
  /** What is declined for good, and what is to be proposed again. */
  decline: string[]
  reopen: string[]
  note: string | null
  isJson: boolean
}

function readArguments([what, ...rest]: string[], io: Io): Asked {
  if (what !== 'update')
    throw new UsageError(
      langOf(io.env) === 'sv' ? 'Skriv vad som ska göras: spets facts update.' : 'Write what to do: spets facts update.',
    )
  const publish = rest.filter((arg) => /^--publish(=|$)/.test(arg)).map((arg) => arg.slice('--publish='.length))
  const { values } = parseArgs({
    args: rest.filter((arg) => !/^--publish(=|$)/.test(arg)),
    options: {
      json: { type: 'boolean', default: false },
      decline: { type: 'string', multiple: true, default: [] },
      reopen: { type: 'string', multiple: true, default: [] },
      note: { type: 'string' },
    },
  })
  const idsOf = (lists: readonly string[]) => lists.flatMap((list) => list.split(',')).filter(Boolean)
  const ids = idsOf(publish)
  const [decline, reopen] = [idsOf(values.decline), idsOf(values.reopen)]
  if ([publish.length, decline.length, reopen.length].filter((count) => count > 0).length > 1)
    throw new UsageError(
      langOf(io.env) === 'sv'
        ? 'Gör en sak i taget: --publish, --decline eller --reopen.'
        : 'Do one thing at a time: --publish, --decline or --reopen.',
    )
  const note = values.note?.trim().slice(0, 1000) || null
  return { publish: publish.length === 0 ? null : ids.length === 0 ? 'all' : ids, decline, reopen, note, isJson: values.json }
}

async function updateFacts({ publish, decline, reopen, note, isJson }: Asked, io: Io): Promise<number> {
  const lang = langOf(io.env)
  return withRegistry(io, async (store) => {
    const registry = registryToWrite(store, io)
    const { known, numbers } = await registry.view()
    const today = swedishDay(io.clock())
    const plan = planFactsUpdate({ reader: readerOf(known), numbers, shipped: firstFacts(), today })
    if (decline.length + reopen.length > 0) {
      const change: Change =
        decline.length > 0
          ? { type: 'declineFacts', plan, items: findItemIds(plan, known, decline), changeNote: note ?? declineNotes.declined }
          : { type: 'reopenFacts', ids: reopen, changeNote: note ?? declineNotes.reopened }
      const written = await submit(registry, change, actorOf(io))
      io.stdout((decline.length > 0 ? words[lang].declinedNow : words[lang].reopenedNow)(written.length))
      return 0
    }
    const accept = Array.isArray(publish) ? findItemIds(plan, known, publish) : publish
    if (accept !== null) await submit(registry, { type: 'import', plan, accept }, actorOf(io))
    const published = accept === null ? null : chosenItems(plan, accept)
    if (isJson) io.stdout(JSON.stringify(jsonOf(plan, published), null, 2))
    else io.stdout(printFacts(plan, published, lang))
    return 0
  })
}

/** A choice names items, or regions by any of their codes and names, also misspelt. */
function findItemIds(plan: FactsPlan, known: KnownRegistry, asked: readonly string[]): string[] {
  const findCode = makeRegionFinder(historiesOf(known, 'region').map((history) => history.toReversed()))
  const readRegion = makeRegionReader(gazetteerOf(known))
  return asked.map((name) => {
    const code = findCode(name) ?? readRegion(name, { isSure: true })?.code ?? name
    return plan.items.find(({ id, regionCode }) => id === name || regionCode === code)?.id ?? name
  })
}

const jsonOf = ({ items, base, kept, declined, date }: FactsPlan, published: readonly ImportItem[] | null) => ({
  date,
  base: base && withoutAppends(base),
  items: items.map(withoutAppends),
  kept,
  declined,
  published: published?.map(({ id }) => id) ?? null,
})

const withoutAppends = ({ id, regionCode, title, lines }: ImportItem): Omit<ImportItem, 'appends' | 'kind'> => ({
  id,
  regionCode,
  title,
  lines,
})

function printFacts(plan: FactsPlan, published: readonly ImportItem[] | null, lang: Language): string {
  const { base, items, kept, declined } = plan
  const shown = published ?? items
  const text = words[lang]
  const parts = [
    base && shown.length > 0 ? printItem(base, lang) : '',
    ...shown.map((item) => printItem(item, lang)),
    kept.length > 0
      ? [text.kept, ...kept.map(({ title, reason, recordId }) => `  ${title[lang]} (${recordId}): ${reason[lang]}`)].join('\n')
      : '',
    declined.length > 0
      ? [
          text.declined,
          ...declined.map((one) => `  ${one.what[lang]} (${one.about.id}): ${text.declinedBy(one)}`),
          text.howToReopen(declined[0]!.about.id),
        ].join('\n')
      : '',
    items.length === 0
      ? text.nothing
      : published
        ? text.published(changesInWords(published.length)[lang])
        : text.how(items[0]!.id),
  ]
  return parts.filter(Boolean).join('\n\n')
}

const uppgifter = (count: number) => `${count} ${count === 1 ? 'uppgift' : 'uppgifter'}`
const facts = (count: number) => `${count} ${count === 1 ? 'fact' : 'facts'}`
const command = 'npm run spets -- facts update'
const words = {
  sv: {
    kept: 'Lämnas som det är',
    declined: 'Avböjt',
    declinedBy: ({ on, by, note }: Declined) => `${on} av ${by}. ${note}`,
    declinedNow: (count: number) =>
      count === 0
        ? 'Inget skrevs: så står det redan.'
        : `Avböjt: ${uppgifter(count)}. Det föreslås inte igen om inget nytt kommer.`,
    reopenedNow: (count: number) => `Tas upp igen: ${uppgifter(count)}.`,
    howToReopen: (id: string) => `  Ta upp igen: ${command} --reopen=${id}`,
    nothing: 'Registret har redan det som följer med Spets. Inget att ta in.',
    published: (changes: string) => `Publicerat: ${changes}.`,
    how: (id: string) =>
      `Inget är publicerat än. Ta in allt:\n  ${command} --publish\nEller en del, efter det inom [ ] eller efter region:\n  ${command} --publish=${id}\nEller avböj den:\n  ${command} --decline=${id}`,
  },
  en: {
    kept: 'Left as it is',
    declined: 'Declined',
    declinedBy: ({ on, by, note }: Declined) => `${on} by ${by}. ${note}`,
    declinedNow: (count: number) =>
      count === 0
        ? 'Nothing was written: it is so already.'
        : `Declined: ${facts(count)}. It is not proposed again unless something is new.`,
    reopenedNow: (count: number) => `Proposed again: ${facts(count)}.`,
    howToReopen: (id: string) => `  Propose again: ${command} --reopen=${id}`,
    nothing: 'The registry already has what ships with Spets. There is nothing to take in.',
    published: (changes: string) => `Published: ${changes}.`,
    how: (id: string) =>
      `Nothing is published yet. To take in all of it:\n  ${command} --publish\nOr part of it, by what is in [ ] or by region:\n  ${command} --publish=${id}\nOr decline it:\n  ${command} --decline=${id}`,
  },
}
