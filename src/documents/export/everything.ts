import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { Language } from '../../records/language.ts'
import { recordKinds } from '../../records/record.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import { thesaurusToRdf } from '../linked-data/thesaurus-skos.ts'
import { tableToExcelCsv, tableToJson, tableToMachineCsv } from '../table-files.ts'
import { everyTable } from './every-table.ts'
import { citationFile, readmeFile } from './export-words.ts'
import { tablesToXlsx } from './xlsx-file.ts'

interface Asked {
  lang: Language
  /** What names of linked data begin with. */
  base: string
}

/**
 * Everything that is open, in one file: each table as CSV for programs, CSV for Excel and JSON; all as one Excel file; every version
 * of every record; the thesaurus; the licence, how to cite it, and checksums. The same snapshot gives the same bytes.
 */
export function everythingZip(snapshot: Snapshot, { lang, base }: Asked): Uint8Array<ArrayBuffer> {
  const day = snapshot.validAt
  const tables = everyTable(snapshot)
  const texts: [string, string][] = [
    ['README.md', readmeFile({ day, base, tables: tables.map(({ name }) => name) })],
    ['CITATION.cff', citationFile({ day, base })],
    ['LICENSE.txt', licence],
    ...tables.flatMap((table): [string, string][] => [
      [`csv/${table.name}.csv`, tableToMachineCsv(table)],
      [`excel-csv/${table.name}.csv`, tableToExcelCsv(table, lang)],
      [`json/${table.name}.json`, tableToJson(table)],
    ]),
    ['history/versions.jsonl', historyLines(snapshot)],
    ['thesaurus.ttl', thesaurusToRdf(thesaurusOf(snapshot), { base, form: 'ttl' })],
  ]
  const files = new Map<string, Uint8Array>(texts.map(([name, text]) => [name, strToU8(text)]))
  files.set('spets.xlsx', tablesToXlsx(tables, { lang, day }))
  const sums = [...files].map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  files.set('SHA256SUMS', strToU8(sums.join('')))
  return zipSync(Object.fromEntries([...files].map(([name, bytes]) => [`spets-${day}/${name}`, bytes])), {
    mtime: new Date(`${day}T12:00:00`),
    level: 6,
  })
}

/** Every published and withdrawn version of every record that the snapshot knows, a JSON object a line, kind by kind. */
function historyLines(snapshot: Snapshot): string {
  const lines = recordKinds.flatMap((kind) =>
    snapshot
      .histories(kind)
      .flatMap((stretches) => snapshot.versions(kind, stretches[0]!.id).map((version) => JSON.stringify(version))),
  )
  return lines.map((line) => `${line}\n`).join('')
}

const licence = `The data are dedicated to the public domain: CC0 1.0 Universal.
https://creativecommons.org/publicdomain/zero/1.0/

Uppgifterna är fria att använda utan villkor: CC0 1.0 Universal.
`
