import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { escapeXml } from '../linked-data/rdf-files.ts'

interface Finishing {
  /** What shapes show, by their names. */
  alts: ReadonlyMap<string, string>
  /** The name of each slide's title, in the order of the slides. */
  titleNames: readonly string[]
  /** The day that the file is dated by. */
  validAt: string
}

type Parts = Record<string, Uint8Array>

/**
 * Mends what the library leaves: descriptions of shapes, names of titles, heading rows of tables, properties of paragraphs that
 * it repeats, and all that differs from one run to the next, so that the same content gives the same bytes.
 */
export function finishPptx(bytes: Uint8Array, finishing: Finishing): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes)
  const renumber = chartRenumbering(Object.keys(parts))
  const finished = Object.entries(parts).map(([name, part]): [string, Uint8Array] => [
    renumber(name),
    name.endsWith('.xlsx') ? dated(part, finishing.validAt) : finishPart(name, { part, finishing, renumber }),
  ])
  return zipOn(Object.fromEntries(finished), finishing.validAt)
}

/** Charts are numbered on through all decks that the program has made; here they begin with 1. */
function chartRenumbering(names: readonly string[]): (text: string) => string {
  const numbers = names.flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
  const places = new Map(numbers.toSorted((one, other) => Number(one) - Number(other)).map((number, at) => [number, at + 1]))
  return (text) =>
    text.replaceAll(/(chart|Microsoft_Excel_Worksheet)(\d+)(?=\.xm?l(?:sx)?\b)/g, (whole, stem: string, number: string) =>
      places.has(number) ? `${stem}${places.get(number)}` : whole,
    )
}

interface Part {
  part: Uint8Array
  finishing: Finishing
  renumber: (text: string) => string
}

function finishPart(name: string, { part, finishing, renumber }: Part): Uint8Array {
  if (!/\.(?:xml|rels)$/.test(name)) return part
  const text = renumber(strFromU8(part))
  if (name === 'docProps/core.xml')
    return strToU8(withDay(text, finishing.validAt).replace(/<dc:subject>.*?<\/dc:subject>/, '<dc:subject>Spets</dc:subject>'))
  const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)
  return strToU8(slide ? finishSlide(text, finishing.titleNames[Number(slide[1]) - 1]!, finishing.alts) : text)
}

const finishSlide = (xml: string, titleName: string, alts: Finishing['alts']): string =>
  xml
    // A paragraph's properties are valid only once, where it begins.
    .replaceAll(/(?<!<a:p>)<a:pPr(?:[^>]*\/>|[^>]*[^/]>.*?<\/a:pPr>|>.*?<\/a:pPr>)/gs, '')
    .replace(/name="[^"]*"(?=><\/p:cNvPr><p:cNvSpPr\/><p:nvPr><p:ph[^>]*type="title")/, `name="${titleName}"`)
    .replaceAll(/name="(spets:own:map-[^"]+)"/g, (whole, own: string) =>
      alts.has(own) ? `${whole} descr="${escapeXml(alts.get(own)!)}"` : whole,
    )
    .replaceAll(/<a:tblPr(?=[ />])/g, '<a:tblPr firstRow="1"')

const withDay = (xml: string, day: string): string =>
  xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)

/** The sheet behind a chart, dated by the deck's day. */
function dated(xlsx: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(xlsx)
  const core = parts['docProps/core.xml']
  return zipOn({ ...parts, ...(core ? { 'docProps/core.xml': strToU8(withDay(strFromU8(core), day)) } : {}) }, day)
}

/** Zip's times are local; noon keeps the day in any time zone. */
const zipOn = (parts: Parts, day: string): Uint8Array<ArrayBuffer> =>
  zipSync(parts, { mtime: new Date(`${day}T12:00:00`), level: 6 })
