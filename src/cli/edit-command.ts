import { parseArgs } from 'node:util'
import { kindOf } from '../records/record.ts'
import type { RecordVersion } from '../records/record.ts'
import { IsoDate } from '../records/time.ts'
import { parseRecordKind } from '../changes/edit-record.ts'
import { submit } from '../changes/submit.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { recordIdOf } from './named-records.ts'
import { actorOf, publishedLine, registryToWrite, reporting, UsageError, withRegistry } from './with-registry.ts'

/** `spets edit KIND ID --set field=value --expect N --note TEXT`: publishes a new version of one record. */
export const editCommand: Command = {
  name: 'edit',
  summary: { sv: 'Ändra fält i en post, som en ny version', en: 'Change fields of a record, as a new version' },
  usage: 'spets edit KIND ID --set FIELD=VALUE [--set …] --expect N --note TEXT [--from YYYY-MM-DD]',
  run: (args, io) => reporting(editCommand, io, () => edit(args, io)),
}

const options = {
  set: { type: 'string', multiple: true },
  expect: { type: 'string' },
  note: { type: 'string' },
  from: { type: 'string' },
} as const

async function edit(args: string[], io: Io): Promise<number> {
  const sv = langOf(io.env) === 'sv'
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [kindText, asked, ...surplus] = positionals
  const { set = [], expect, note, from } = values
  if (!kindText || !asked || surplus.length > 0)
    throw new UsageError(
      sv
        ? 'Ange slag och id, till exempel: priorityArea varmland-2018-skoglig-bioekonomi.'
        : 'Name a kind and an id, for example: priorityArea varmland-2018-skoglig-bioekonomi.',
    )
  if (set.length === 0 || !note)
    throw new UsageError(sv ? 'Minst ett --set och en --note behövs.' : 'At least one --set and a --note are needed.')
  if (!expect || !/^\d+$/.test(expect)) {
    throw new UsageError(
      sv
        ? `Ange med --expect den version du såg; se den med: spets history ${kindText} ${asked}`
        : `Give with --expect the version you saw; see it with: spets history ${kindText} ${asked}`,
    )
  }
  if (from !== undefined && !IsoDate.safeParse(from).success)
    throw new UsageError(sv ? 'Ett datum skrivs ÅÅÅÅ-MM-DD.' : 'A date is written YYYY-MM-DD.')
  const kind = parseRecordKind(kindText)
  return withRegistry(io, async (store) => {
    const recordId = await recordIdOf(store, io, { kind, asked })
    const versions = await store.findVersions(kind, recordId)
    const changes = Object.fromEntries(set.map((pair) => readSetting(pair, versions.at(-1), sv)))
    const edited = { kind, recordId, changes, expectedVersion: Number(expect), validFrom: from ?? null, changeNote: note }
    const published = await submit(registryToWrite(store, io), { type: 'fields', ...edited }, actorOf(io))
    io.stdout(publishedLine(published.at(-1), sv))
    return 0
  })
}

/** Reads `order=3`. The value stays text where the field is a text; elsewhere it is read as JSON. `null` empties a field that may be empty. */
function readSetting(pair: string, newest: RecordVersion | undefined, sv: boolean): [string, unknown] {
  const at = pair.indexOf('=')
  if (at < 1) throw new UsageError(sv ? `”${pair}” ska skrivas fält=värde.` : `“${pair}” must be written field=value.`)
  const [path, text] = [pair.slice(0, at), pair.slice(at + 1)]
  const current = path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], newest?.body)
  if (text === 'null') return [path, null]
  const isText = typeof current === 'string' || (current === null && acceptsText(newest, path, text)) || path.includes('.')
  return [path, isText ? text : fromJson(text)]
}

/** Whether a field that is empty now accepts this text. */
function acceptsText(newest: RecordVersion | undefined, path: string, text: string): boolean {
  return newest !== undefined && kindOf(newest.kind).schema.safeParse({ ...newest.body, [path]: text }).success
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
