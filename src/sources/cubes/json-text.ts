import { findJsonFault } from './json-fault.ts'
import { decodeNarrowText } from './narrow-text.ts'
import { unreadable } from './file-table.ts'

export type JsonObject = Record<string, unknown>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an object itself has under a key, and never what it inherits. */
export const own = (object: unknown, key: string): unknown =>
  isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined

/** A text, or null when it is something else. */
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** JSON from a file's bytes. @throws ExpectedError with the line and column where it cannot be read */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decodeNarrowText(bytes)
  try {
    return JSON.parse(text)
  } catch (cause) {
    const { at, isEnd } = findJsonFault(text)
    const line = text.slice(0, at).split('\n').length
    const column = at - text.lastIndexOf('\n', at - 1)
    if (isEnd)
      throw unreadable(
        `Filen är avhuggen: JSON-texten tar slut på rad ${line} innan den är färdig. Hämta filen på nytt.`,
        `The file is cut short: its JSON ends on line ${line} before it is finished. Fetch the file again.`,
        cause,
      )
    throw unreadable(
      `Rad ${line}, tecken ${column}: JSON-texten går inte att tolka där. Hämta filen på nytt.`,
      `Line ${line}, character ${column}: the JSON cannot be understood there. Fetch the file again.`,
      cause,
    )
  }
}
