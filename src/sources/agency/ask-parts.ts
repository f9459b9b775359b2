import type { FileTable } from '../cubes/file-table.ts'
import { joinTables } from './join-tables.ts'
import { ServiceRefusal } from './polite-client.ts'
import { splitSelection } from './split-selection.ts'
import type { Selected } from './split-selection.ts'

/** Told after each part of how many. */
export type Progress = (done: number, all: number) => void

interface Parts {
  mostCells: number
  /** Null where the service has nothing for a part. */
  ask: (selection: Selected[]) => Promise<FileTable | null>
  onProgress: Progress
}

/** Whether a service says that a query is too large, whatever it says before or in whichever status. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof ServiceRefusal &&
  (error.status === 413 || /too many (?:values|cells) selected|EXTRACTION_TOO_BIG/i.test(error.text))

/** Asks for a selection in parts that are not too large, halves what is refused as too large, and joins the answers. */
export async function askParts(selection: Selected[], { mostCells, ask, onProgress }: Parts): Promise<FileTable> {
  const waiting = splitSelection(selection, mostCells)
  const found: FileTable[] = []
  let done = 0
  while (waiting.length > 0) {
    const part = waiting.shift()!
    try {
      const table = await ask(part)
      if (table) found.push(table)
      done++
    } catch (error) {
      const halves = splitSelection(part, Math.floor(part.reduce((product, { values }) => product * values.length, 1) / 2))
      if (!isTooLarge(error) || halves.length < 2) throw error
      waiting.unshift(...halves)
    }
    onProgress(done, done + waiting.length)
  }
  return joinTables(found)
}
