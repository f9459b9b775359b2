import { parseArgs } from 'node:util'
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
  usage: 'spets facts update [--publish[=ITEM|REGION,…]] [--json]',
  run: (args, io) => reporting(factsCommand, io, () => updateFacts(readArguments(args, io), io)),
}

interface Asked {
  /** Null: only show. */
  publish: 'all' | string[] | null
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
    options: { json: { type: 'boolean', default: false } },
  })
  const ids = publish.flatMap((list) => list.split(',')).filter(Boolean)
  return { publish: publish.length === 0 ? null : ids.length === 0 ? 'all' : ids, isJson: values.json }
}

async function updateFacts({ publish, isJson }: Asked, io: Io): Promise<number> {
  const lang = langOf(io.env)
  return withRegistry(io, async (store) => {
    const registry = registryToWrite(store, io)
    const { known, numbers } = await registry.view()
    const today = swedishDay(io.clock())
    const plan = planFactsUpdate({ reader: readerOf(known), numbers, shipped: firstFacts(), today })
    const accept = Array.isArray(publish) ? findItemIds(plan, known, publish) : publish
    if (accept !== null) await submit(registry, { type: 'import', plan, accept }, actorOf(io))
    const published = accept === null ? null : chosenItems(plan, accept)
    if (isJson) io.stdout(JSON.stringify(jsonOf(plan, published), null, 2))
    else io.stdout(printFacts(plan, published, lang))
    return 0
  })
}

/** A choice names items, or regions by code, short name or any way of writing the name. */
function findItemIds(plan: FactsPlan, known: KnownRegistry, asked: readonly string[]): string[] {
  const slugs = new Map(historiesOf(known, 'region').flatMap((history) => history.map(({ slug, code }) => [slug, code])))
  const readRegion = makeRegionReader(gazetteerOf(known))
  return asked.map((name) => {
    const code = slugs.get(name.toLowerCase()) ?? readRegion(name, { isSure: true })?.code ?? name
    return plan.items.find(({ id, regionCode }) => id === name || regionCode === code)?.id ?? name
  })
}

const jsonOf = ({ items, base, kept, date }: FactsPlan, published: readonly ImportItem[] | null) => ({
  date,
  base: base && withoutAppends(base),
  items: items.map(withoutAppends),
  kept,
  published: published?.map(({ id }) => id) ?? null,
})

const withoutAppends = ({ id, regionCode, title, lines }: ImportItem): Omit<ImportItem, 'appends' | 'kind'> => ({
  id,
  regionCode,
  title,
  lines,
})

function printFacts(plan: FactsPlan, published: readonly ImportItem[] | null, lang: Language): string {
  const { base, items, kept } = plan
  const shown = published ?? items
  const text = words[lang]
  const parts = [
    base && shown.length > 0 ? printItem(base, lang) : '',
    ...shown.map((item) => printItem(item, lang)),
    kept.length > 0
      ? [text.kept, ...kept.map(({ title, reason, recordId }) => `  ${title[lang]} (${recordId}): ${reason[lang]}`)].join('\n')
      : '',
    items.length === 0
      ? text.nothing
      : published
        ? text.published(changesInWords(published.length)[lang])
        : text.how(items[0]!.id),
  ]
  return parts.filter(Boolean).join('\n\n')
}

const command = 'npm run spets -- facts update'
const words = {
  sv: {
    kept: 'Lämnas som det är',
    nothing: 'Registret har redan det som följer med Spets. Inget att ta in.',
    published: (changes: string) => `Publicerat: ${changes}.`,
    how: (id: string) =>
      `Inget är publicerat än. Ta in allt:\n  ${command} --publish\nEller en del, efter det inom [ ] eller efter region:\n  ${command} --publish=${id}`,
  },
  en: {
    kept: 'Left as it is',
    nothing: 'The registry already has what ships with Spets. There is nothing to take in.',
    published: (changes: string) => `Published: ${changes}.`,
    how: (id: string) =>
      `Nothing is published yet. To take in all of it:\n  ${command} --publish\nOr part of it, by what is in [ ] or by region:\n  ${command} --publish=${id}`,
  },
}
