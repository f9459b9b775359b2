import { parseArgs } from 'node:util'
import { pairChanges } from '../records/lineage-decision.ts'
import type { Verdict } from '../records/shared-fields.ts'
import { submit } from '../changes/submit.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { pairIdsOf } from './named-records.ts'
import { actorOf, publishedLine, registryToWrite, reporting, UsageError, withRegistry } from './with-registry.ts'

/** `spets lineage confirm|reject|reopen PREDECESSOR SUCCESSOR`: a person decides on a suggested link, or takes that back. */
export const lineageCommand: Command = {
  name: 'lineage',
  summary: { sv: 'Bekräfta eller avvisa att två områden hör ihop', en: 'Confirm or reject that two areas are linked' },
  usage: `spets lineage confirm|reject|reopen PREDECESSOR SUCCESSOR [--change ${pairChanges.join('|')}] [--note TEXT]`,
  run: (args, io) => reporting(lineageCommand, io, () => decide(args, io)),
}

const verdictOf: Record<string, readonly [Verdict | null, string]> = {
  confirm: ['confirmed', 'Områdena hör ihop.'],
  reject: ['rejected', 'Områdena hör inte ihop.'],
  reopen: [null, 'Beslutet är taget tillbaka.'],
}

async function decide(args: string[], io: Io): Promise<number> {
  const sv = langOf(io.env) === 'sv'
  const { values, positionals } = parseArgs({
    args,
    options: { change: { type: 'string', default: 'renamed' }, note: { type: 'string' } },
    allowPositionals: true,
  })
  const [verb, older, newer, ...surplus] = positionals
  if (!verb || !Object.hasOwn(verdictOf, verb))
    throw new UsageError(sv ? 'Skriv confirm, reject eller reopen.' : 'Write confirm, reject or reopen.')
  if (!older || !newer || surplus.length > 0)
    throw new UsageError(sv ? 'Ange det äldre och det nyare området.' : 'Name the older and the newer area.')
  const change = pairChanges.find((one) => one === values.change)
  if (!change)
    throw new UsageError(sv ? `Ett par kan vara ${pairChanges.join(', ')}.` : `A pair can be ${pairChanges.join(', ')}.`)
  const [verdict, usualNote] = verdictOf[verb]!
  return withRegistry(io, async (store) => {
    const choice = { ...(await pairIdsOf(store, io, { older, newer })), change, verdict, changeNote: values.note ?? usualNote }
    const decisions = [{ type: 'lineage' as const, ...choice }]
    const [published] = await submit(registryToWrite(store, io), { type: 'decisions', decisions }, actorOf(io))
    io.stdout(publishedLine(published, sv))
    return 0
  })
}
