// Starts a writer, prints its process id and waits to be killed: node writer-parent.ts <database address or file>
import { startWriter } from './run-writer.ts'

const { child } = await startWriter('crash-writer.ts', [process.argv[2]!, '1'])
process.stdout.write(`${child.pid}\n`)
