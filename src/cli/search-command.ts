import { parseArgs } from 'node:util'
import { linkOfHit } from '../search/hit-link.ts'
import { search } from '../search/search.ts'
import { searchIndexOf } from '../search/search-of-snapshot.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { reporting, UsageError } from './with-registry.ts'
import { answer, questionOptions, withSnapshot } from './with-snapshot.ts'

const mostHits = 100

/** `spets search WORDS`: what the search page finds, in the same order. */
export const searchCommand: Command = {
  name: 'search',
  summary: { sv: 'Sök bland områden, regioner, teman och det som hörts', en: 'Search areas, regions, themes and what was heard' },
  usage: 'spets search WORDS [--limit 10] [--date YYYY-MM-DD] [--json]',
  run: (args, io) => reporting(searchCommand, io, () => find(args, io)),
}

async function find(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const options = { ...questionOptions, limit: { type: 'string', default: '10' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const text = positionals.join(' ').trim()
  const limit = Number(values.limit)
  if (!text) throw new UsageError(lang === 'sv' ? 'Skriv det som ska sökas.' : 'Write what to search for.')
  if (!Number.isInteger(limit) || limit < 1 || limit > mostHits) throw new UsageError(`--limit: 1–${mostHits}.`)
  const paths = await io.hitPathsFor?.({ lang, date: values.date })
  return withSnapshot(io, values.date, (snapshot) => {
    const { total, hits, suggestion } = search(searchIndexOf(snapshot), { text, lang, limit })
    const nameOf = (code: string) => snapshot.getBegun('region', code)?.name ?? code
    const rows = hits.map(({ document, score, why }) => {
      const { id, kind, regionCodes, isInForce } = document
      const title = lang === 'en' ? (document.titleEn ?? document.title) : document.title
      const href = paths ? linkOfHit(document, paths) : null
      return { id, kind, title, regions: regionCodes.map(nameOf), isInForce, href, score, why }
    })
    return answer(io, values.json, {
      data: { total, suggestion, hits: rows },
      lines: () => [
        lang === 'sv' ? `${total} träffar` : `${total} hits`,
        ...rows.map(
          ({ title, regions, id, why }) =>
            `${title}${regions.length > 0 ? ` (${regions.join(', ')})` : ''}  ${id}${why ? `  – ${why[lang]}` : ''}`,
        ),
      ],
    })
  })
}
