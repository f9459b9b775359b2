// Opens a registry and prints the outcome, as a separate program: node opener.ts <file>
import { ExpectedError } from '../../records/expected-error.ts'
import { openStore } from '../open-store.ts'

const [path] = process.argv.slice(2) as [string]
try {
  const store = await openStore({ databaseUrl: null, sqlitePath: path, clock: () => new Date() })
  await store.close()
  process.stdout.write('opened\n')
} catch (error) {
  process.stdout.write(error instanceof ExpectedError ? `${error.code}: ${error.detail}\n` : `bug: ${String(error)}\n`)
}
