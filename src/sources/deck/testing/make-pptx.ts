import { strToU8, zipSync } from 'fflate'

/** A paragraph: its text, where `\n` is a line break within it, and what the paragraph says of itself. */
export type TestParagraph = string | { text: string; level?: number; bullet?: boolean }

export interface TestShape {
  paragraphs?: TestParagraph[]
  /** Type of its placeholder; `body` for one without a type, null for a text box. */
  placeholder?: string | null
  /** Inches from the slide's upper left corner: x, y, width, height. */
  box?: [number, number, number, number]
  isHidden?: boolean
  /** Rows of cells of paragraphs. */
  table?: TestParagraph[][][]
  picture?: string
  /** The points of a SmartArt drawing, with the point that each is under. */
  diagram?: { text: string; under?: number }[]
}

export interface TestSlide {
  title?: string
  shapes?: TestShape[]
  isHidden?: boolean
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function paragraphXml(paragraph: TestParagraph): string {
  const { text, level, bullet } = typeof paragraph === 'string' ? { text: paragraph, level: 0, bullet: undefined } : paragraph
  const sign = bullet === undefined ? '' : bullet ? '<a:buChar char="•"/>' : '<a:buNone/>'
  const runs = text.split('\n').map((piece) => `<a:r><a:t>${escape(piece)}</a:t></a:r>`)
  return `<a:p><a:pPr${level ? ` lvl="${level}"` : ''}>${sign}</a:pPr>${runs.join('<a:br/>')}</a:p>`
}

const inches = (value: number): number => Math.round(value * 914_400)

function boxXml(box: TestShape['box'], tag: string): string {
  if (!box) return ''
  const [x, y, width, height] = box.map(inches)
  return `<${tag}><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></${tag}>`
}

function shapeXml(
  { paragraphs = [], placeholder = 'body', box, isHidden, table, picture, diagram }: TestShape,
  index: number,
): string {
  const about = `<p:cNvPr id="${index + 2}" name="s"${isHidden ? ' hidden="1"' : ''}${picture ? ` descr="${escape(picture)}"` : ''}/>`
  if (picture) return `<p:pic><p:nvPicPr>${about}<p:nvPr/></p:nvPicPr><p:spPr/></p:pic>`
  if (table) {
    const rows = table.map(
      (row) =>
        `<a:tr>${row.map((cell) => `<a:tc><a:txBody>${cell.map(paragraphXml).join('')}</a:txBody></a:tc>`).join('')}</a:tr>`,
    )
    return frameXml(about, box, `<a:tbl>${rows.join('')}</a:tbl>`)
  }
  if (diagram) return frameXml(about, box, '<dgm:relIds r:dm="rId9"/>')
  const type = placeholder === 'body' ? '<p:ph idx="1"/>' : placeholder ? `<p:ph type="${placeholder}"/>` : ''
  return `<p:sp><p:nvSpPr>${about}<p:nvPr>${type}</p:nvPr></p:nvSpPr><p:spPr>${boxXml(box, 'a:xfrm')}</p:spPr><p:txBody>${paragraphs.map(paragraphXml).join('')}</p:txBody></p:sp>`
}

const frameXml = (about: string, box: TestShape['box'], data: string): string =>
  `<p:graphicFrame><p:nvGraphicFramePr>${about}<p:nvPr/></p:nvGraphicFramePr>${boxXml(box, 'p:xfrm')}<a:graphic><a:graphicData>${data}</a:graphicData></a:graphic></p:graphicFrame>`

function diagramXml(points: NonNullable<TestShape['diagram']>): string {
  const all = points.map(({ text }, index) => `<dgm:pt modelId="${index}"><dgm:t>${paragraphXml(text)}</dgm:t></dgm:pt>`)
  const links = points.flatMap(({ under }, index) =>
    under === undefined ? [] : [`<dgm:cxn srcId="${under}" destId="${index}" srcOrd="${index}"/>`],
  )
  return `<dgm:dataModel><dgm:ptLst>${all.join('')}<dgm:pt modelId="p" type="pres"/></dgm:ptLst><dgm:cxnLst>${links.join('')}</dgm:cxnLst></dgm:dataModel>`
}

/** The parts of a PPTX by name. */
export function pptxParts(slides: readonly TestSlide[]): Record<string, Uint8Array> {
  const parts: Record<string, string> = {
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${slides.map((_, index) => `<p:sldId r:id="r${index}"/>`).join('')}</p:sldIdLst><p:sldSz cx="${inches(10)}" cy="${inches(7.5)}"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships>${slides.map((_, index) => `<Relationship Id="r${index}" Target="slides/slide${index + 1}.xml"/>`).join('')}</Relationships>`,
  }
  slides.forEach(({ title, shapes = [], isHidden }, index) => {
    const all = title === undefined ? shapes : [{ paragraphs: [title], placeholder: 'title' }, ...shapes]
    const show = isHidden ? ' show="0"' : ''
    parts[`ppt/slides/slide${index + 1}.xml`] =
      `<p:sld${show}><p:cSld><p:spTree>${all.map(shapeXml).join('')}</p:spTree></p:cSld></p:sld>`
    const diagram = shapes.find((shape) => shape.diagram)?.diagram
    if (!diagram) return
    parts[`ppt/slides/_rels/slide${index + 1}.xml.rels`] =
      `<Relationships><Relationship Id="rId9" Target="../diagrams/data${index}.xml"/></Relationships>`
    parts[`ppt/diagrams/data${index}.xml`] = diagramXml(diagram)
  })
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
}

/** A PPTX as PowerPoint would save it, with what a test needs and no more. */
export const makePptx = (slides: readonly TestSlide[]): Uint8Array => zipSync(pptxParts(slides))
