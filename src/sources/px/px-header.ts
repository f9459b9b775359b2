import { checkedCode, shortText, statisticsLimits, unreadable } from '../cubes/file-table.ts'

/** A keyword with its subkeys and values: `VALUES("kön")="män","kvinnor";`. */
export interface PxEntry {
  keyword: string
  language: string | null
  subkeys: readonly string[]
  values: readonly string[]
}

const longestHeader = 32 * 1024 * 1024

/**
 * Reads the keywords of a PX file up to DATA.
 * @returns the entries, and where the data begin
 * @throws ExpectedError with the line of what cannot be read
 */
export function readPxHeader(text: string): { entries: PxEntry[]; dataAt: number } {
  const entries: PxEntry[] = []
  let at = 0
  const lineAt = (place: number) => text.slice(0, place).split('\n').length
  const fail = (place: number) =>
    unreadable(
      `Rad ${lineAt(place)}: det här är inget nyckelord i en PX-fil: «${text.slice(place, place + 40).split('\n')[0]}».`,
      `Line ${lineAt(place)}: this is no keyword of a PX file: «${text.slice(place, place + 40).split('\n')[0]}».`,
    )
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++
    if (at >= text.length || at > longestHeader)
      throw unreadable(
        'DATA saknas: filen är avhuggen eller ingen PX-fil.',
        'DATA is missing: the file is cut short or no PX file.',
      )
    keyword.lastIndex = at
    const [found, name, language, subkeys] = keyword.exec(text) ?? []
    if (found === undefined) throw fail(at)
    at += found.length
    if (name === 'DATA') return { entries, dataAt: at }
    const { values, end } = readValues(text, at, fail)
    entries.push({
      keyword: name!,
      language: language ?? null,
      subkeys: subkeys ? [...subkeys.matchAll(/"((?:[^"]|"")*)"/g)].map(([, one]) => one!.replaceAll('""', '"')) : [],
      values,
    })
    at = end
  }
}

const keyword = /([A-Z][A-Z0-9_-]*)(?:\[([A-Za-z-]{2,8})\])?\s*(?:\(((?:[^()"]|"[^"]*")*)\))?\s*=/y

/** Values up to the semicolon. Quoted texts side by side are one text; TLIST(A1,"2020"-"2024") is a list of times. */
function readValues(text: string, from: number, fail: (at: number) => Error): { values: string[]; end: number } {
  const values: string[] = []
  let current: string | null = null
  let at = from
  for (;;) {
    const sign = text[at]
    if (sign === undefined) throw unreadable('Filen är avhuggen i sina nyckelord.', 'The file is cut short in its keywords.')
    if (sign === '"') {
      const end = text.indexOf('"', at + 1)
      if (end < 0) throw fail(at)
      current = (current ?? '') + text.slice(at + 1, end)
      at = end + 1
    } else if (sign === ',' || sign === ';') {
      if (current !== null) values.push(current)
      current = null
      at++
      if (sign === ';') return { values, end: at }
    } else if (/\s/.test(sign)) at++
    else {
      bare.lastIndex = at
      const [found] = bare.exec(text) ?? []
      if (!found) throw fail(at)
      current = (current ?? '') + found.trim()
      at += found.length
    }
  }
}

/** Text without quotes: numbers, YES, and TLIST with its brackets. */
const bare = /TLIST\([^)]*\)|-|[^",;\s()]+/y

/** The entries by keyword and subkey, in the file's main language. */
export class PxKeywords {
  readonly #entries: readonly PxEntry[]

  constructor(entries: readonly PxEntry[]) {
    this.#entries = entries.filter(({ language }) => language === null)
  }

  list(name: string, ...subkeys: string[]): readonly string[] {
    return (
      this.#entries.find(
        (one) =>
          one.keyword === name && one.subkeys.length === subkeys.length && one.subkeys.every((key, at) => key === subkeys[at]),
      )?.values ?? []
    )
  }

  text(name: string, ...subkeys: string[]): string | null {
    const text = this.list(name, ...subkeys)
      .join(', ')
      .replaceAll('#', ' ')
    return text === '' ? null : shortText(text)
  }

  /** Every entry of a keyword. */
  all(name: string): readonly PxEntry[] {
    return this.#entries.filter((one) => one.keyword === name)
  }
}

/** The times of `TLIST(A1,"2020"-"2024")` or `TLIST(A1),"2020","2021"`; null when it is no list of years that can be written out. */
export function timesOf(values: readonly string[]): string[] | null {
  const [first, ...listed] = values
  if (!first?.startsWith('TLIST')) return null
  const range = /^TLIST\(A1,\s*"(\d{4})"\s*-\s*"(\d{4})"\)$/.exec(first)
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    return to < from || to - from > statisticsLimits.codes
      ? null
      : Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
  }
  return listed.length > 0 ? listed.map(checkedCode) : null
}
