// Questions at the command line: commands that only read, and a sequence that writes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../prepare.mjs'
import { companies, descriptions, fewSearches, pairs } from './questions.mjs'

const deck = join(root, 'fixtures/deck/smart-specialisering-2018-01-31.txt')
const langs = ['sv', 'en']
const every = (list, step) => list.filter((_item, index) => index % step === 0)
const inBoth = (args) => langs.map((lang) => ({ args, lang }))
const asData = (args) => [
  { args, lang: 'sv' },
  { args: [...args, '--json'], lang: 'sv' },
]

/** The names that `spets help` lists. */
export const commandNames = (help) => [...new Set([...help.matchAll(/^ {2}spets (\w+)/gm)].map(([, name]) => name))]

/** Questions that leave the registry as it is. `samples` are those of the reading list. */
export function readingCommands({ names, samples: { records, regions, priorities, themes } }) {
  const ofEachKind = [...new Map(records.map((record) => [record.kind, record])).values()]
  return [
    ...inBoth(['help']),
    ...inBoth(['--version']),
    ...inBoth(['serach', 'skog']),
    ...names.flatMap((name) => inBoth([name, '--help'])),
    ...names.filter((name) => name !== 'serve').flatMap((name) => (['check'].includes(name) ? [] : inBoth([name]))),
    ...every(
      fewSearches.filter((text) => text.trim() !== ''),
      5,
    ).flatMap((text) => asData(['search', text])),
    { args: ['search', 'forest', '--json', '--limit', '30'], lang: 'en' },
    { args: ['search', 'skog', '--date', '2019-06-01', '--json'], lang: 'sv' },
    { args: ['search', 'skog', '--limit', '0'], lang: 'sv' },
    ...every(priorities, 40).flatMap((id) => asData(['similar', id])),
    ...pairs.map(({ left, right }) => ({ args: ['similar', left, right, '--json'], lang: 'sv' })),
    { args: ['similar', 'finns-inte'], lang: 'en' },
    ...every(companies, 6).map(({ about, place, industry }) => ({
      args: ['match', 'company', about, '--place', place, '--sni', industry, '--json'],
      lang: 'sv',
    })),
    ...asData(['match', 'company', 'Vi bygger trähus', '--place', 'Växjö']),
    ...every(regions, 5).flatMap((region) => asData(['match', 'region', region])),
    ...asData(['match', 'group', themes[3], themes[6], '--with', regions[7], '--size', '3']),
    ...['csv', 'semicolon.csv'].flatMap((ending) => inBoth(['match', 'companies', `register.${ending}`, '--workers', '1'])),
    { args: ['match', 'companies', 'register.csv', '--workers', '2', '--most', '1'], lang: 'sv' },
    { args: ['match', 'companies', 'finns-inte.csv'], lang: 'sv' },
    ...ofEachKind.flatMap(({ kind, id }) => asData(['history', kind, id])),
    { args: ['history', 'region', '99'], lang: 'en' },
    ...every(descriptions, 6).flatMap((text) => asData(['coding', 'suggest', text])),
    ...asData(['import', 'deck', deck]),
    ...asData(['import', 'deck', deck, '--date', '2026-03-01']),
    ...inBoth(['check']),
  ]
}

/** The registers that the commands above read. */
export function writeRegisters(folder) {
  const rows = companies
    .filter(({ about }) => about !== '')
    .map(({ about, place, industry }, index) => [String(index + 1), about, place, industry])
  const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`
  const table = (separator) =>
    [['id', 'text', 'municipality', 'sni'], ...rows].map((row) => row.map(quoted).join(separator)).join('\r\n')
  writeFileSync(join(folder, 'register.csv'), table(','))
  writeFileSync(join(folder, 'register.semicolon.csv'), Buffer.from(table(';'), 'latin1'))
}

const area = 'varmland-2022-skoglig-bioekonomi'
const older = 'varmland-2018-skoglig-bioekonomi'

/** Commands that write, in order on one registry. The dump at the end has everything that was stored. */
export const writingCommands = [
  ['edit', 'priorityArea', older, '--set', 'translatedLabel=Woods', '--expect', '99', '--note', 'Fel.'],
  ['edit', 'priorityArea', older, '--set', 'order=first', '--expect', '1', '--note', 'Fel.'],
  ['edit', 'priorityArea', older, '--set', 'translatedLabel=Woods', '--expect', '1', '--note', 'Bättre.'],
  ['edit', 'priorityArea', older, '--set', 'translatedLabel=Woods', '--expect', '2', '--note', 'Bättre.'],
  ['edit', 'region', '17', '--set', 'name=Varmland', '--expect', '1', '--note', 'Prov.', '--from', '2026-03-01'],
  ['edit', 'region', '17', '--set', 'name=Varmland', '--expect', '2', '--note', 'Prov.', '--from', '2026-03-01'],
  ['confirm', 'varmland', '--on', '2026-03-01', '--role', 'regionutvecklingsdirektör'],
  ['confirm', 'atlantis', '--on', '2026-03-01', '--role', 'regionutvecklingsdirektör'],
  ['lineage', 'confirm', older, area, '--change', 'renamed', '--note', 'Sagt av regionen.'],
  ['lineage', 'reject', older, area],
  ['lineage', 'reopen', older, area],
  ['lineage', 'confirm', 'nowhere', area],
  ['coding', 'confirm', area, 'theme', 'livsmedel', '--note', 'Sagt av regionen.'],
  ['coding', 'reject', area, 'industry', '16.1'],
  ['coding', 'reopen', area, 'theme', 'livsmedel'],
  ['coding', 'confirm', area, 'theme', 'finns-inte'],
  ['coding', 'confirm', area, 'colour', 'red'],
  ['import', 'deck', deck, '--date', '2026-03-01', '--publish=varmland,kalmar'],
  ['import', 'deck', deck, '--date', '2026-03-01', '--publish=finns-inte'],
  ['import', 'deck', deck, '--date', '2026-03-01', '--publish', '--json'],
  ['import', 'deck', deck, '--date', '2026-03-01'],
  ['history', 'priorityArea', older],
  ['history', 'region', '17'],
  ['match', 'region', 'varmland'],
  ['check'],
  ['dump', 'dump.jsonl'],
  ['load', 'dump.jsonl'],
  ['restore', 'dump.jsonl'],
  ['restore', 'dump.jsonl', '--replace'],
  ['check'],
]
