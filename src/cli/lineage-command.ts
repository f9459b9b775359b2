import { parseArgs } from 'node:util'
import { lineageChanges } from '../domain/record.ts'
import type { LineageChange } from '../domain/record.ts'
import { decideLineage } from '../publishing/edit-record.ts'
import { readRegistryView } from '../publishing/registry-view.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { reporting, UsageError, withRegistry, writerOf } from './with-registry.ts'

/** `spets lineage confirm|reject PREDECESSOR SUCCESSOR`: a person decides on a suggested link. */
export const lineageCommand: Command = {
  name: 'lineage',
  summary: { sv: 'Bekräfta eller avvisa att två områden hör ihop', en: 'Confirm or reject that two areas hang together' },
  usage: `spets lineage confirm|reject PREDECESSOR SUCCESSOR [--change ${lineageChanges.join('|')}] [--note TEXT]`,
  run: (args, io) => reporting(lineageCommand, io, () => decide(args, io)),
}

const pairChanges: readonly string[] = ['unchanged', 'renamed', 'split', 'merged']

async function decide(args: string[], io: Io): Promise<number> {
  const sv = langOf(io.env) === 'sv'
  const { values, positionals } = parseArgs({
    args,
    options: { change: { type: 'string', default: 'renamed' }, note: { type: 'string' } },
    allowPositionals: true,
  })
  const [verb, predecessorId, successorId, ...surplus] = positionals
  if (verb !== 'confirm' && verb !== 'reject') throw new UsageError(sv ? 'Säg confirm eller reject.' : 'Say confirm or reject.')
  if (!predecessorId || !successorId || surplus.length > 0)
    throw new UsageError(sv ? 'Ange det äldre och det nyare områdets id.' : 'Name the ids of the older and the newer area.')
  if (!pairChanges.includes(values.change))
    throw new UsageError(sv ? `Ett par kan vara ${pairChanges.join(', ')}.` : `A pair can be ${pairChanges.join(', ')}.`)
  const verdict = verb === 'confirm' ? ('confirmed' as const) : ('rejected' as const)
  const said = verdict === 'confirmed' ? 'Områdena hör ihop.' : 'Områdena hör inte ihop.'
  return withRegistry(io, async (store) => {
    const view = await readRegistryView(store)
    const choice = {
      predecessorId,
      successorId,
      change: values.change as LineageChange,
      verdict,
      recordedBy: writerOf(io),
      changeNote: values.note ?? said,
    }
    const [published] = await store.append([decideLineage(view, choice)])
    io.stdout(
      sv
        ? `Publicerat: lineage ${published!.recordId}, version ${published!.version}.`
        : `Published: lineage ${published!.recordId}, version ${published!.version}.`,
    )
    return 0
  })
}
