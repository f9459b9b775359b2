import { parseArgs } from 'node:util'
import { ExpectedError } from '../records/expected-error.ts'
import { findSimilarPriorities } from '../likeness/area-likeness.ts'
import { similarityOf } from '../likeness/similarity.ts'
import { ownerRef } from '../shapes/from-snapshot.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { areaIdIn } from './named-records.ts'
import { reporting, UsageError } from './with-registry.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { answer, besideToday, questionOptions, withSnapshot } from './with-snapshot.ts'

const mostSimilar = 20

/** `spets similar AREA` or `spets similar TEXT TEXT`: the areas similar to an area, or how similar two texts are, with reasons. */
export const similarCommand: Command = {
  name: 'similar',
  summary: {
    sv: 'Visa vad som liknar ett område, eller hur lika två texter är',
    en: 'Show what is like an area, or how alike two texts are',
  },
  usage: 'spets similar AREA | TEXT TEXT [--date YYYY-MM-DD] [--json]',
  run: (args, io) => reporting(similarCommand, io, () => compare(args, io)),
}

async function compare(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { values, positionals } = parseArgs({ args, options: questionOptions, allowPositionals: true })
  const [one, other, ...surplus] = positionals
  if (!one || surplus.length > 0)
    throw new UsageError(lang === 'sv' ? 'Ange ett område, eller två texter.' : 'Name an area, or two texts.')
  if (other !== undefined) {
    const { score, reason } = similarityOf(thesaurusOf(besideToday(io)), one, other)
    return answer(io, values.json, { data: { score, reason }, lines: () => [`${score.toFixed(2)}  ${reason[lang]}`] })
  }
  return withSnapshot(io, values.date, (snapshot) => {
    const id = areaIdIn(snapshot, one)
    if (!snapshot.getBegun('priorityArea', id)) throw new ExpectedError('priority_not_found', { detail: one })
    const rows = findSimilarPriorities(snapshot, id, mostSimilar).map(({ priority, score, reason }) => ({
      id: priority.id,
      label: priority.displayLabel,
      owner: ownerRef(snapshot, priority.owner).name[lang],
      score,
      reason,
    }))
    const none = lang === 'sv' ? 'Inget annat område liknar det tillräckligt.' : 'No other area is similar enough.'
    return answer(io, values.json, {
      data: rows,
      lines: () =>
        rows.length === 0
          ? [none]
          : rows.map((row) => `${row.score.toFixed(2)}  ${row.label} (${row.owner})  ${row.id}  – ${row.reason[lang]}`),
    })
  })
}
