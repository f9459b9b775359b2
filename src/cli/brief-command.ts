import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { briefOf } from '../documents/brief/brief-content.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { reporting, UsageError } from './with-registry.ts'
import { withSnapshot } from './with-snapshot.ts'

/** `spets brief REGION FILE`: writes a region on one sheet, as PDF or DOCX by the file's ending. */
export const briefCommand: Command = {
  name: 'brief',
  summary: {
    sv: 'Skriv en region på en sida, för politiker (PDF eller DOCX)',
    en: 'Write a region on one sheet, for politicians (PDF or DOCX)',
  },
  usage: 'spets brief REGION FILE.pdf|FILE.docx [--lang sv|en] [--date YYYY-MM-DD]',
  run: (args, io) => reporting(briefCommand, io, () => makeBrief(args, io)),
}

async function makeBrief(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { lang: { type: 'string' }, date: { type: 'string' } },
    allowPositionals: true,
  })
  const own = langOf(io.env)
  const [asked, file, ...surplus] = positionals
  const { lang = own } = values
  const form = /\.(pdf|docx)$/.exec(file ?? '')?.[1]
  if (!asked || !file || !form || surplus.length > 0 || (lang !== 'sv' && lang !== 'en'))
    throw new UsageError(
      own === 'sv'
        ? 'Ange en region och en fil som slutar på .pdf eller .docx; --lang är sv eller en.'
        : 'Name a region and a file that ends with .pdf or .docx; --lang is sv or en.',
    )
  const brief = await withSnapshot(io, values.date, (snapshot) => briefOf(snapshot, { asked, lang }))
  const bytes =
    form === 'pdf'
      ? (await import('../documents/brief/brief-pdf.ts')).briefToPdf(brief)
      : await (await import('../documents/brief/brief-docx.ts')).briefToDocx(brief)
  await writeFile(file, bytes)
  io.stdout(own === 'sv' ? `Skrivet: ${file}.` : `Written: ${file}.`)
  return 0
}
