import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { RecordVersion } from '../records/record.ts'
import { swedishDay } from '../records/time.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import type { WorkerSetting } from '../matching/register/match-batch-job.ts'
import { matchRegister, openRegister } from '../matching/register/match-companies.ts'
import type { Matcher } from '../matching/register/match-companies.ts'
import type { NamedColumns } from '../matching/register/match-register.ts'
import { writeToFile, writeToStream } from '../matching/register/match-output.ts'
import { UnreadableTable } from '../sources/delimited/delimited-rows.ts'
import { startWorkers } from '../matching/register/match-workers.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { reporting, UsageError, withRegistry } from './with-registry.ts'
import type { Language } from '../records/language.ts'

/**
 * `spets match companies FILE.csv`: a register of companies to the areas they fit, a row a match, to standard output or a file;
 * and one company, a region's partners, or groups of regions.
 */
export const matchCommand: Command = {
  name: 'match',
  summary: {
    sv: 'Matcha företag mot områden, och regioner med varandra',
    en: 'Match companies to areas, and regions to each other',
  },
  usage: [
    'spets match companies FILE.csv|- [--out MATCHES.csv] [--most 3] [--workers N] [--text|--sni|--id|--place COLUMN] [--sni-edition 2007|2025]',
    'spets match company TEXT [--place PLACE] [--sni CODE] [--sni-edition 2007|2025]',
    'spets match region REGION',
    'spets match group THEME… [--with REGION] [--size 3|4|5]',
  ].join('\n  '),
  run: (args, io) => reporting(matchCommand, io, () => answerOrMatch(args, io)),
}

/** A question is answered at once; a register is streamed, without loading what questions need. */
async function answerOrMatch(args: string[], io: Io): Promise<number> {
  const [what = '', ...rest] = args
  if (what === 'companies') return match(args, io)
  const { matchQuestions } = await import('./match-questions.ts')
  return Object.hasOwn(matchQuestions, what) ? matchQuestions[what]!(rest, io) : match(args, io)
}

const mostMatches = 20
const mostWorkers = 64

async function match(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { file, out, most, workers, named } = readArgs(args, lang)
  const setting = { versions: await readVersions(io), beside: getShippedBeside(), validAt: swedishDay(io.clock()) }
  const { matcher, close } = await matcherFor(workers, { io, setting })
  let badRows = 0
  const pieces = matchRegister(openRegister(file), {
    matcher,
    options: { most, lang },
    named,
    countBad: (rows) => void (badRows += rows),
    notify: (notice) => io.stderr(`${file}: ${notice[lang]}`),
  })
  try {
    await (out === null ? writeToStream(pieces, io.output) : writeToFile(pieces, out))
    if (badRows === 0) return 0
    io.stderr(`${file}: ${badRowsWords(badRows)[lang]}`)
    return 1
  } catch (error) {
    const words = wordsFor(error, { file, out, lang })
    if (words === null) throw error
    io.stderr(words)
    return 1
  } finally {
    await close()
  }
}

const badRowsWords = (rows: number) => ({
  sv: `${rows === 1 ? '1 rad kunde inte läsas som den ska' : `${rows} rader kunde inte läsas som de ska`}; resten är matchad. Kolumnen problem anger rad och fel.`,
  en: `${rows === 1 ? '1 row could not be read as it should' : `${rows} rows could not be read as they should`}; the rest is matched. The column problem gives line and fault.`,
})

interface Asked {
  named: NamedColumns
  file: string
  /** Null for standard output. */
  out: string | null
  most: number
  workers: number
}

function readArgs(args: string[], lang: Language): Asked {
  const { values, positionals } = parseArgs({
    args,
    options: {
      most: { type: 'string', default: '3' },
      workers: { type: 'string', default: String(Math.min(availableParallelism(), mostWorkers)) },
      out: { type: 'string' },
      text: { type: 'string' },
      sni: { type: 'string' },
      id: { type: 'string' },
      place: { type: 'string' },
      'sni-edition': { type: 'string' },
    },
    allowPositionals: true,
  })
  const [what, file, ...surplus] = positionals
  const refuse = (sv: string, en: string): never => {
    throw new UsageError(lang === 'sv' ? sv : en)
  }
  if (what !== 'companies' || !file || surplus.length > 0)
    return refuse(
      'Säg companies och en fil, eller - för det som skickas in.',
      'Name companies and a file, or - for standard input.',
    )
  const [most, workers] = [Number(values.most), Number(values.workers)]
  if (!isWithin(most, mostMatches))
    return refuse(`--most ska vara 1 till ${mostMatches}.`, `--most must be from 1 to ${mostMatches}.`)
  if (!isWithin(workers, mostWorkers))
    return refuse(`--workers ska vara 1 till ${mostWorkers}.`, `--workers must be from 1 to ${mostWorkers}.`)
  if (values.out !== undefined && file !== '-' && resolve(values.out) === resolve(file))
    return refuse('--out ska vara en annan fil än registret.', '--out must be another file than the register.')
  const { text, sni, id, place, 'sni-edition': edition } = values
  if (edition !== undefined && edition !== '2007' && edition !== '2025')
    return refuse('--sni-edition ska vara 2007 eller 2025.', '--sni-edition must be 2007 or 2025.')
  const names = Object.fromEntries(Object.entries({ text, sni, id, place }).filter(([, name]) => name !== undefined))
  return { file, out: values.out ?? null, most, workers, named: { names, edition: edition ?? null } }
}

const isWithin = (count: number, most: number): boolean => Number.isInteger(count) && count >= 1 && count <= most

const readVersions = (io: Io): Promise<readonly RecordVersion[]> => withRegistry(io, (store) => store.readVersions())

interface OpenMatcher {
  matcher: Matcher
  close: () => Promise<void>
}

/** With one worker, this thread does the work. The modules for matching are loaded only in the thread that uses them. */
async function matcherFor(
  workers: number,
  { io, setting }: { io: Pick<Io, 'workerEntry'>; setting: WorkerSetting },
): Promise<OpenMatcher> {
  if (io.workerEntry) {
    const pool = startWorkers(workers, { entry: io.workerEntry, setting })
    return { matcher: pool, close: pool.close }
  }
  const { matchHere } = await import('../matching/register/match-here.ts')
  return { matcher: matchHere(setting), close: async () => {} }
}

/** The message of an expected error; null for a bug. */
function wordsFor(error: unknown, { file, out, lang }: { file: string; out: string | null; lang: Language }): string | null {
  if (error instanceof UnreadableTable) return `${file}: ${error.words[lang]}`
  const { code, path } = error as NodeJS.ErrnoException
  const isOut = out !== null && path !== file
  if (code === 'ENOENT' && !isOut) return lang === 'sv' ? `Det finns ingen fil ${file}.` : `There is no file ${file}.`
  const why = code === undefined ? undefined : troubles[code]
  const name = isOut ? out : file
  return why ? `${name}: ${why[lang]}` : null
}

const troubles: Record<string, { sv: string; en: string }> = {
  ENOENT: { sv: 'mappen finns inte.', en: 'the folder does not exist.' },
  EISDIR: { sv: 'det är en mapp, ingen fil.', en: 'that is a folder, not a file.' },
  EACCES: { sv: 'du har inte rätt att läsa eller skriva där.', en: 'you may not read or write there.' },
  EROFS: { sv: 'dit går det inte att skriva.', en: 'nothing can be written there.' },
  ENOSPC: { sv: 'disken är full; inget har skrivits.', en: 'the disk is full; nothing has been written.' },
}
