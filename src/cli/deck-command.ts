import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readDeckChoice } from '../documents/deck/deck-choice.ts'
import { deckContent } from '../documents/deck/deck-content.ts'
import { writeDeck } from '../documents/deck/write-deck.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { reporting, UsageError } from './with-registry.ts'
import { withSnapshot } from './with-snapshot.ts'

/** `spets deck FILE`: writes the regions' lists as a deck. */
export const deckCommand: Command = {
  name: 'deck',
  summary: { sv: 'Skriv regionernas listor som ett bildspel (PPTX)', en: 'Write the regions’ lists as a deck (PPTX)' },
  usage:
    'spets deck FILE.pptx [--region REGION…] [--theme THEME…] [--since YYYY-MM-DD] [--layout one|many] [--lang sv|en] [--date YYYY-MM-DD]',
  run: (args, io) => reporting(deckCommand, io, () => makeDeck(args, io)),
}

const options = {
  region: { type: 'string', multiple: true, default: [] as string[] },
  theme: { type: 'string', multiple: true, default: [] as string[] },
  since: { type: 'string' },
  layout: { type: 'string', default: 'one' },
  lang: { type: 'string' },
  date: { type: 'string' },
} as const

async function makeDeck(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const own = langOf(io.env)
  const [file, ...surplus] = positionals
  const { layout, lang = own } = values
  const isKnown = (layout === 'one' || layout === 'many') && (lang === 'sv' || lang === 'en')
  if (!file || surplus.length > 0 || !isKnown)
    throw new UsageError(
      own === 'sv'
        ? 'Ange en fil att skriva; --layout är one eller many, --lang är sv eller en.'
        : 'Name one file to write; --layout is one or many, --lang is sv or en.',
    )
  const outlines = (await io.mapOutlines?.()) ?? []
  const content = await withSnapshot(io, values.date, (snapshot) =>
    deckContent(
      snapshot,
      readDeckChoice(snapshot, { lang, layout, regions: values.region, themes: values.theme, since: values.since ?? null }),
    ),
  )
  const bytes = await writeDeck(content, outlines)
  await writeFile(file, bytes)
  io.stdout(
    own === 'sv'
      ? `Skrivet: ${file} (${content.regions.length} regioner).`
      : `Written: ${file} (${content.regions.length} regions).`,
  )
  return 0
}
