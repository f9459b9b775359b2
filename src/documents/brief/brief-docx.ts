import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { AlignmentType, Document, Footer, HeadingLevel, LevelFormat, Packer, PageBreak, Paragraph, TextRun } from 'docx'
import type { Brief, BriefItem, BriefSection } from './brief-content.ts'
import { briefText } from './brief-text.ts'

const font = 'Arial'
const locales = { sv: 'sv-SE', en: 'en-GB' } as const
/** Millimetres in twentieths of a point. */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

/** The brief as a Word document that can be edited. The same brief gives the same bytes. */
export async function briefToDocx(brief: Brief): Promise<Uint8Array<ArrayBuffer>> {
  const text = briefText[brief.lang]
  const document = new Document({
    title: brief.title,
    creator: 'Spets',
    lastModifiedBy: 'Spets',
    description: text.made(brief.validAt),
    styles: stylesFor(brief.lang),
    numbering: {
      config: [
        {
          reference: 'questions',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 360, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { top: twips(16), bottom: twips(15), left: twips(20), right: twips(20) },
          },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ text: text.made(brief.validAt), size: 16, color: '535D74' })] })],
          }),
        },
        children: [
          new Paragraph({ children: [new TextRun({ text: brief.eyebrow, color: '535D74' })] }),
          new Paragraph({ text: brief.title, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun({ text: brief.lead, size: 23 })] }),
          ...brief.front.flatMap((section) => sectionOf(section, brief)),
          new Paragraph({ children: [new PageBreak()] }),
          new Paragraph({ text: brief.back.heading, heading: HeadingLevel.HEADING_1 }),
          ...brief.back.paragraphs.map((words) => new Paragraph({ children: [new TextRun({ text: words, size: 23 })] })),
          new Paragraph({ text: text.sources, heading: HeadingLevel.HEADING_2 }),
          ...brief.sources.map((words) => new Paragraph({ children: [new TextRun({ text: words, size: 17, color: '535D74' })] })),
        ],
      },
    ],
  })
  return fixed(new Uint8Array(await Packer.toBuffer(document)), brief.validAt)
}

const stylesFor = (lang: Brief['lang']): ConstructorParameters<typeof Document>[0]['styles'] => ({
  default: {
    document: {
      run: { font, size: 20, color: '16203A', language: { value: locales[lang] } },
      paragraph: { spacing: { after: 80, line: 252 } },
    },
    heading1: { run: { font, size: 40, bold: true, color: '12305C' }, paragraph: { spacing: { before: 60, after: 120 } } },
    heading2: {
      run: { font, size: 24, bold: true, color: '12305C' },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
  },
})

function sectionOf({ heading, paragraphs, items, isNumbered }: BriefSection, brief: Brief): Paragraph[] {
  return [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    ...paragraphs.map((words) => new Paragraph({ text: words })),
    ...items.map((item) =>
      isNumbered
        ? new Paragraph({ text: item.words, numbering: { reference: 'questions', level: 0 } })
        : new Paragraph({ children: runsOf(item, brief), bullet: { level: 0 }, spacing: { after: 50 } }),
    ),
  ]
}

const runsOf = ({ words, wordsLang, note }: BriefItem, { lang }: Brief): TextRun[] => [
  new TextRun({ text: words, bold: true, language: { value: locales[wordsLang ?? lang] } }),
  ...(note ? [new TextRun({ text: note, break: 1, color: '535D74', size: 18 })] : []),
]

/** The library dates the file by the clock; here it has the brief's day. */
function fixed(bytes: Uint8Array, day: string): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes)
  const core = parts['docProps/core.xml']
  if (core)
    parts['docProps/core.xml'] = strToU8(
      strFromU8(core).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
    )
  return zipSync(parts, { mtime: new Date(`${day}T12:00:00`), level: 6 })
}
