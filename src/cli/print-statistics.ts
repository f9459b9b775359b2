import type { Cube, CubeListing, DimensionRole } from '../records/cube.ts'
import type { Language } from '../records/language.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { CubePreview } from '../sources/cubes/make-cube.ts'

export const roleWords: Record<DimensionRole, LocalText> = {
  region: { sv: 'region', en: 'region' },
  activity: { sv: 'verksamhet', en: 'activity' },
  time: { sv: 'tid', en: 'time' },
  measure: { sv: 'mått', en: 'measure' },
  group: { sv: 'grupp', en: 'group' },
}

interface Shown {
  cube: Cube
  preview: CubePreview
  /** Vintages of the table that are there already. */
  before: readonly CubeListing[]
}

/** What a file was taken for, as lines for a person to look at. */
export function previewLines({ cube, preview, before }: Shown, lang: Language): string[] {
  const sv = lang === 'sv'
  const none = sv ? 'inte angiven; säg den med --source' : 'not given; say it with --source'
  const facts: [string, string][] = [
    [sv ? 'Titel' : 'Title', preview.title[lang]],
    [
      sv ? 'Tabell' : 'Table',
      `${cube.table}${before.length > 0 ? (sv ? ` (ny årgång av en som finns, senast ${before[0]!.header.vintage})` : ` (another vintage of one that is there, latest ${before[0]!.header.vintage})`) : sv ? ' (ny)' : ' (new)'}`,
    ],
    [sv ? 'Format' : 'Format', preview.format],
    [sv ? 'Källa' : 'Source', preview.attribution?.[lang] ?? none],
    [sv ? 'Licens' : 'Licence', preview.licence ?? '–'],
    [sv ? 'Räknat' : 'Counted', `${cube.counted[lang]} (${cube.unit[lang]})`],
    [sv ? 'Ändrad' : 'Changed', preview.updated ?? '–'],
  ]
  return [
    ...facts.map(([name, value]) => `${name}: ${value}`),
    '',
    ...preview.dimensions.flatMap((one) => dimensionLines(one, lang)),
    '',
    sv ? `${preview.cells} celler.` : `${preview.cells} cells.`,
    ...preview.symbols.map(
      ({ symbol, meaning, isMissing, cells }) =>
        `  ${symbol}  ${cells} ${isMissing ? (sv ? 'utan tal' : 'without a number') : sv ? 'med tal' : 'with a number'}: ${meaning[lang]}`,
    ),
    ...preview.notices.map((notice) => notice[lang]),
    ...preview.notes.slice(0, 5).map((note) => `${sv ? 'Anmärkning' : 'Note'}: ${note}`),
    '',
    ...preview.sample.map(({ codes, value, symbol }) => `  ${codes.join(' | ')}: ${value ?? ''}${symbol ? ` ${symbol}` : ''}`),
  ]
}

function dimensionLines(one: CubePreview['dimensions'][number], lang: Language): string[] {
  const sv = lang === 'sv'
  const name = one.label === one.id ? one.id : `${one.label} (${one.id})`
  const folded = one.isFolded ? (sv ? ', en enda kod som sägs i ord' : ', a single code that is told in words') : ''
  return [
    `${roleWords[one.role][lang].padEnd(10)} ${name}: ${one.size} ${sv ? 'koder' : 'codes'}${one.classification ? ` (${one.classification})` : ''}${folded}. ${sv ? 'Skäl' : 'Why'}: ${one.why[lang]}.`,
    `           ${one.first.join('; ')}${one.size > one.first.length ? '; …' : ''}`,
    ...(one.sum === null
      ? []
      : [
          sv
            ? `           «${one.sum}» är summan av de andra och läggs aldrig ihop med dem.`
            : `           «${one.sum}» is the sum of the others and is never added to them.`,
        ]),
    ...one.leftOut.map(
      ({ codes, why }) =>
        `           ${sv ? 'Utelämnat' : 'Left out'} (${why[lang]}): ${codes.slice(0, 8).join('; ')}${codes.length > 8 ? `; … ${codes.length}` : ''}`,
    ),
  ]
}
