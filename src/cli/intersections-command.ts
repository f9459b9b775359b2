import { parseArgs } from 'node:util'
import { ExpectedError } from '../records/expected-error.ts'
import { findRegionCalled } from '../places/region-called.ts'
import { intersections } from '../shapes/intersection-shape.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { readCode } from '../thesaurus/read-code.ts'
import { intersectionsTable } from '../documents/open-tables.ts'
import { tableToMachineCsv } from '../documents/table-files.ts'
import { langOf } from './command.ts'
import type { Command, Io } from './command.ts'
import { reporting, UsageError } from './with-registry.ts'
import { answer, questionOptions, withSnapshot } from './with-snapshot.ts'

/** `spets intersections`: the areas that join two or more themes, as lines, JSON or CSV. */
export const intersectionsCommand: Command = {
  name: 'intersections',
  summary: { sv: 'Visa områden som förenar två eller flera teman', en: 'Show areas that join two or more themes' },
  usage: 'spets intersections [THEME …] [--region REGION] [--period PERIOD] [--all] [--date YYYY-MM-DD] [--json | --csv]',
  run: (args, io) => reporting(intersectionsCommand, io, () => list(args, io)),
}

const options = {
  ...questionOptions,
  region: { type: 'string', default: '' },
  period: { type: 'string', default: '' },
  all: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
} as const

async function list(args: string[], io: Io): Promise<number> {
  const lang = langOf(io.env)
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.json && values.csv) throw new UsageError(lang === 'sv' ? 'Välj --json eller --csv.' : 'Choose --json or --csv.')
  return withSnapshot(io, values.date, (snapshot) => {
    const region = values.region ? findRegionCalled(snapshot, values.region) : null
    const joint = snapshot.everBegun('jointArea').find(({ id }) => id === values.region)
    if (values.region && !region && !joint)
      throw new ExpectedError('region_not_found', { detail: values.region.slice(0, 60), data: { asked: values.region } })
    const thesaurus = thesaurusOf(snapshot)
    const themes = positionals.map((theme) => readCode([thesaurus], 'theme', theme))
    const owner = region?.slug ?? joint?.id ?? ''
    const rows = intersections(snapshot, { themes, owner, period: values.period, onlyInForce: !values.all })
    if (values.csv) {
      io.stdout(tableToMachineCsv(intersectionsTable(rows)).trimEnd())
      return 0
    }
    return answer(io, values.json, {
      data: rows,
      lines: () => [
        lang === 'sv'
          ? `${rows.length} ${rows.length === 1 ? 'skärning' : 'skärningar'}`
          : `${rows.length} ${rows.length === 1 ? 'intersection' : 'intersections'}`,
        ...rows.map(
          ({ displayLabel, owner: { name }, joins, id }) =>
            `${displayLabel} (${name[lang]})  ${joins.map(({ label }) => label[lang]).join(' × ')}  ${id}`,
        ),
      ],
    })
  })
}
