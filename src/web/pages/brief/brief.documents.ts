import { z } from '@hono/zod-openapi'
import { briefOf } from '../../../documents/brief/brief-content.ts'
import type { Brief } from '../../../documents/brief/brief-content.ts'
import { readyEvidenceOf } from '../../../evidence/ready-evidence.ts'
import type { DocumentContext, DocumentInput, DocumentRoute } from '../../frame/document-route.ts'

const shared = {
  params: { slugOrCode: z.string().describe('For example varmland, 17, S, SE-S, SE311 or Värmlands län.') },
  takes: { slugOrCode: 'regionSlug' },
  missing: 'There is no such region.',
  needs: [readyEvidenceOf],
  fileName: (context: DocumentContext, input: DocumentInput) =>
    `spets-${contentOf(context, input).slug}-${input.lang === 'sv' ? 'pa-en-sida' : 'on-one-page'}`,
} as const

const contentOf = ({ snapshot }: DocumentContext, input: DocumentInput): Brief =>
  briefOf(snapshot, { asked: input.one('slugOrCode') ?? '', lang: input.lang })

/** A region on one sheet, in both forms. What makes the files is loaded when somebody asks for one. */
export const briefDocuments: readonly DocumentRoute[] = [
  {
    ...shared,
    path: 'regions/{slugOrCode}/brief.pdf',
    summary: 'A region on one sheet, for politicians, as tagged PDF',
    type: 'application/pdf',
    make: async (context, input) => (await import('../../../documents/brief/brief-pdf.ts')).briefToPdf(contentOf(context, input)),
  },
  {
    ...shared,
    path: 'regions/{slugOrCode}/brief.docx',
    summary: 'A region on one sheet, for politicians, as a Word document',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: async (context, input) =>
      (await import('../../../documents/brief/brief-docx.ts')).briefToDocx(contentOf(context, input)),
  },
]
