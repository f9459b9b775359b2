import { parseArgs } from 'node:util'
import { ExpectedError } from '../records/expected-error.ts'
import type { RecordVersion } from '../records/record.ts'
import { isShippedFact } from '../records/actor.ts'
import { swedishDay } from '../records/time.ts'
import { canonicalJson } from '../records/version.ts'
import { parseRecordKind } from '../changes/edit-record.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { recordIdOf } from './named-records.ts'
import { reporting, UsageError, withRegistry } from './with-registry.ts'
import type { Language } from '../records/language.ts'

/** `spets history KIND ID`: every version of a record, and what each changed. */
export const historyCommand: Command = {
  name: 'history',
  summary: {
    sv: 'Visa en posts alla versioner och vad var och en ändrade',
    en: 'Show every version of a record and what each changed',
  },
  usage: 'spets history KIND ID [--json]',
  run: (args, io) => reporting(historyCommand, io, () => showHistory(args, io)),
}

async function showHistory(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [kindText, asked, ...surplus] = positionals
  if (!kindText || !asked || surplus.length > 0)
    throw new UsageError(lang === 'sv' ? 'Ange slag och id eller namn.' : 'Name a kind and an id or a name.')
  const kind = parseRecordKind(kindText)
  const { recordId, versions, loading } = await withRegistry(io, async (store) => {
    const id = await recordIdOf(store, io, { kind, asked })
    return {
      recordId: id,
      versions: await store.findVersions(kind, id),
      loading: await store.findVersions('loadedFacts', 'first'),
    }
  })
  const loadedOn = loading[0] ? swedishDay(loading[0].recordedAt) : null
  if (versions.length === 0) throw new ExpectedError('not_found', { detail: `${kind} ${recordId}`, data: { kind, recordId } })
  if (values.json) io.stdout(JSON.stringify(versions, null, 2))
  else
    io.stdout(
      `${kind} ${recordId}\n\n${versions.map((version, index) => describe(version, { previous: versions[index - 1], loadedOn, lang })).join('\n\n')}`,
    )
  return 0
}

interface Describing {
  previous: RecordVersion | undefined
  /** When the shipped facts were loaded; null where that was not recorded. */
  loadedOn: string | null
  lang: Language
}

function describe(version: RecordVersion, { previous, loadedOn, lang }: Describing): string {
  const { validFrom, validTo, recordedBy, state, changeNote, source } = version
  const period =
    lang === 'sv' ? `gäller ${validFrom} – ${validTo ?? 'tills vidare'}` : `in force ${validFrom} – ${validTo ?? 'open'}`
  const place = source
    ? [
        `  ${lang === 'sv' ? 'källa' : 'source'}: ${source.sourceId}${source.line === null ? '' : `, ${lang === 'sv' ? 'rad' : 'line'} ${source.line}`}`,
      ]
    : []
  const changes = changedFields(version, previous).map(
    ([name, before, after]) => `  ${name}: ${before === undefined ? '' : `${before} → `}${after}`,
  )
  return [
    `version ${version.version}, ${state}, ${period}`,
    `  ${whenKnown(version, { loadedOn, lang })}, ${recordedBy}: ${changeNote}`,
    ...place,
    ...changes,
  ].join('\n')
}

function whenKnown(version: RecordVersion, { loadedOn, lang }: Pick<Describing, 'loadedOn' | 'lang'>): string {
  const day = swedishDay(version.recordedAt)
  if (!isShippedFact(version)) return day
  const loaded = loadedOn ? (lang === 'sv' ? `, inläst ${loadedOn}` : `, loaded ${loadedOn}`) : ''
  return `${lang === 'sv' ? 'kunde vara känd från' : 'could be known from'} ${day}${loaded}`
}

/** Each field that differs from the version before, as text; all of them for the first. */
function changedFields(version: RecordVersion, previous: RecordVersion | undefined): [string, string | undefined, string][] {
  const before = (previous?.body ?? {}) as Record<string, unknown>
  return Object.entries(version.body).flatMap(([name, value]): [string, string | undefined, string][] => {
    if (previous && canonicalJson(before[name] ?? null) === canonicalJson(value)) return []
    return [[name, previous ? JSON.stringify(before[name]) : undefined, JSON.stringify(value)]]
  })
}
