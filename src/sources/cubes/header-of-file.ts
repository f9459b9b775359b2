import type { Cube, CubeDimension, CubeHeader } from '../../records/cube.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { slugOf } from '../../records/slug.ts'
import type { FileTable } from './file-table.ts'
import { publisherNamed } from './publishers.ts'

/** What a person says about a table, or a preset; what is left out is taken from its earlier vintage, and then from the file. */
export interface HeaderChoices {
  /** The table's name over all its vintages. */
  table: string | null
  fileName: string
  origin: string
  vintage: string
  title: LocalText | null
  counted?: LocalText | null
  source: string | null
  licence: string | null
  unit: string | null
  numberKind: CubeHeader['numberKind'] | null
  breaks?: CubeHeader['breaks']
  caveats?: CubeHeader['caveats']
  /** The vintages in use of tables that are loaded. */
  loaded: readonly CubeHeader[]
}

interface MadeOf {
  dimensions: readonly CubeDimension[]
  /** Dimensions with one code, which are told in words. */
  folded: readonly { label: LocalText; code: LocalText }[]
  level: CubeHeader['level']
  isWhole: boolean
}

type Header = Omit<Cube, 'values' | 'statuses' | 'symbols'>

/** The header of a cube made from a file. A table that is loaded already keeps its words, and its names of dimensions and codes. */
export function headerOf(table: FileTable, made: MadeOf, choices: HeaderChoices): Header {
  const name =
    choices.table ?? slugOf(table.publisherTable ?? table.title ?? choices.fileName.replace(/\.[^.]+$/, '')).slice(0, 80)
  const before = choices.loaded.find((one) => one.table === name) ?? null
  const own = ownWords(table, made, choices)
  const words = before ? { ...own, ...wordsOf(before), ...said(choices, own) } : own
  return {
    table: name,
    ...words,
    publisherTable: table.publisherTable ?? before?.publisherTable ?? choices.fileName,
    origin: choices.origin,
    vintage: choices.vintage,
    level: made.level,
    dimensions: before ? made.dimensions.map((one) => likeBefore(one, before)) : [...made.dimensions],
  }
}

type Words = Pick<
  CubeHeader,
  | 'title'
  | 'counted'
  | 'unit'
  | 'numberKind'
  | 'countsPerUnit'
  | 'roundedTo'
  | 'publisher'
  | 'licence'
  | 'attribution'
  | 'sourceId'
  | 'breaks'
  | 'caveats'
>

const same = (text: string): LocalText => ({ sv: text, en: text })
const none: LocalText = { sv: '', en: '' }

function ownWords(table: FileTable, { folded, isWhole }: MadeOf, choices: HeaderChoices): Words {
  const publisher = publisherNamed(choices.source ?? table.source, choices.licence ?? table.licence)
  const title = choices.title ?? same(table.title ?? choices.fileName)
  const details = folded.map(({ label, code }) => ({ sv: `${label.sv}: ${code.sv}`, en: `${label.en}: ${code.en}` }))
  const counted =
    details.length === 0 ? title : { sv: details.map(({ sv }) => sv).join('; '), en: details.map(({ en }) => en).join('; ') }
  const unit = choices.unit ?? table.unit ?? unitIn(folded)
  const isCount =
    isWhole &&
    /person|antal|anställda|sysselsatta|employees|employed|number|företag|arbetsställen|population|folkm/i.test(
      `${unit ?? ''} ${counted.sv} ${title.sv}`,
    )
  const numberKind = choices.numberKind ?? (isCount ? 'count' : 'amount')
  return {
    title,
    counted: choices.counted ?? counted,
    unit: unit ? same(unit) : { sv: 'se tabellen', en: 'see the table' },
    numberKind,
    countsPerUnit: numberKind === 'count' ? 1 : null,
    roundedTo: null,
    publisher: publisher?.name ?? '',
    licence: choices.licence ?? publisher?.licence ?? table.licence ?? '',
    attribution: publisher?.attribution ?? none,
    sourceId: null,
    breaks: choices.breaks ?? [],
    caveats: choices.caveats ?? table.notes.slice(0, 10).map(same),
  }
}

const unitIn = (folded: MadeOf['folded']): string | null =>
  folded.find(({ label }) => /^(?:unit|enhet)$/i.test(label.sv))?.code.sv ?? null

const wordsOf = ({
  title,
  counted,
  unit,
  numberKind,
  countsPerUnit,
  roundedTo,
  publisher,
  licence,
  attribution,
  sourceId,
  breaks,
  caveats,
}: CubeHeader): Words => ({
  title,
  counted,
  unit,
  numberKind,
  countsPerUnit,
  roundedTo,
  publisher,
  licence,
  attribution,
  sourceId,
  breaks,
  caveats,
})

/** What a person says comes before what an earlier vintage said. */
function said(choices: HeaderChoices, own: Words): Partial<Words> {
  return {
    ...(choices.title ? { title: own.title } : {}),
    ...(choices.counted ? { counted: own.counted } : {}),
    ...(choices.source ? { publisher: own.publisher, attribution: own.attribution, licence: own.licence } : {}),
    ...(choices.licence ? { licence: own.licence } : {}),
    ...(choices.unit ? { unit: own.unit } : {}),
    ...(choices.numberKind ? { numberKind: own.numberKind, countsPerUnit: own.countsPerUnit } : {}),
    ...(choices.breaks ? { breaks: own.breaks } : {}),
    ...(choices.caveats ? { caveats: own.caveats } : {}),
  }
}

/** A dimension by the name, classification and names of codes that an earlier vintage has for it. */
function likeBefore(one: CubeDimension, before: CubeHeader): CubeDimension {
  const alike = before.dimensions.filter(({ role }) => role === one.role)
  const match =
    alike.find(({ id, classification }) => id === one.id || (classification !== null && classification === one.classification)) ??
    (one.role !== 'group' || alike.length === 1 ? alike[0] : undefined)
  if (!match) return one
  const names = new Map(match.codes.map((code, at) => [code, match.labels[at]!]))
  return {
    ...one,
    id: match.id,
    label: match.label,
    classification: match.classification,
    labels: one.codes.map((code, at) => names.get(code) ?? one.labels[at]!),
  }
}
