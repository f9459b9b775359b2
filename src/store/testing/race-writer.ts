// One of several writers that race for the same record in one registry, as a separate program: node race-writer.ts
// <database address or file> <its name> <how many edits>. Every edit increments the shared record and adds a record of
// the writer's own, in one batch.
import { setTimeout as pause } from 'node:timers/promises'
import { ExpectedError } from '../../records/expected-error.ts'
import type { NewVersion } from '../../records/record.ts'
import { openStore } from '../open-store.ts'

const [place, name, edits] = process.argv.slice(2) as [string, string, string]
const isPostgres = place.startsWith('postgres')
const store = await openStore({ databaseUrl: isPostgres ? place : null, sqlitePath: place, clock: () => new Date() })
process.stdout.write('ready\n')
await new Promise((resolve) => process.stdin.once('data', resolve))
process.stdin.destroy()

let refused = 0
for (let edit = 1; edit <= Number(edits); edit++) while (!(await addOne(edit))) refused += 1
await store.close()
process.stdout.write(`${JSON.stringify({ refused })}\n`)

async function addOne(edit: number): Promise<boolean> {
  const seen = (await store.findVersions('finding', 'shared')).at(-1)
  // Pauses so that the other writers can write in between.
  await pause(2)
  const count = seen?.kind === 'finding' ? seen.body.order : 0
  try {
    await store.append([
      { version: finding('shared', count + 1), expectedVersion: seen?.version ?? 0 },
      { version: finding(`${name}-${edit}`, edit), expectedVersion: 0 },
    ])
    return true
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'version_outdated') return false
    throw error
  }
}

function finding(recordId: string, order: number): NewVersion {
  return {
    kind: 'finding',
    recordId,
    validFrom: '2018-01-31',
    validTo: null,
    recordedBy: name,
    changeNote: 'race',
    state: 'published',
    source: null,
    body: { order, text: { sv: 'Kapplöpning', en: 'A race' }, fingerprint: null },
  }
}
