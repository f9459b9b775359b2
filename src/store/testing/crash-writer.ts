// A writer that is killed at any moment: it appends batches of three versions and prints which are acknowledged. Runs as
// a separate program: node crash-writer.ts <database address or file> <first batch number>
import { openStore } from '../open-store.ts'
import type { Append } from '../store.ts'
import { endWithParent } from './end-with-parent.ts'

endWithParent()
const [place, first] = process.argv.slice(2) as [string, string]
const isPostgres = place.startsWith('postgres')
const store = await openStore({ databaseUrl: isPostgres ? place : null, sqlitePath: place, clock: () => new Date() })

process.stdout.write('ready\n')
for (let batch = Number(first); ; batch++) {
  await store.append(['a', 'b', 'c'].map((part) => appendOf(batch, part)))
  process.stdout.write(`${batch}\n`)
  // SQLite writes without waiting, so this loop would never let the end of its input be noticed.
  await new Promise((resolve) => setImmediate(resolve))
}

function appendOf(batch: number, part: string): Append {
  return {
    expectedVersion: 0,
    version: {
      kind: 'finding',
      recordId: `batch-${batch}-${part}`,
      validFrom: '2018-01-31',
      validTo: null,
      recordedBy: 'crash test',
      changeNote: `batch ${batch}`,
      state: 'published',
      source: null,
      body: { order: 1, text: { sv: `Del ${part} av ${batch}`.padEnd(400, '.'), en: 'A part' }, fingerprint: null },
    },
  }
}
