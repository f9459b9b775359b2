import { namesBase } from '../../frame/public-address.ts'
import type { DocumentRoute } from '../../frame/document-route.ts'
import { allPriorities } from '../../../shapes/theme-shape.ts'

/** All that is open, in one file. What makes the files is loaded when somebody asks for one. */
export const exportDocuments: readonly DocumentRoute[] = [
  {
    path: 'documents/everything.zip',
    summary: 'Everything in one file: tables as CSV, Excel and JSON, every version, licence, citation, checksums',
    type: 'application/zip',
    needs: [allPriorities],
    fileName: (_context, { lang }) => (lang === 'sv' ? 'spets-allt' : 'spets-everything'),
    make: async ({ snapshot, baseUrl }, { lang }) =>
      (await import('../../../documents/export/everything.ts')).everythingZip(snapshot, { lang, base: namesBase(baseUrl) }),
  },
  {
    path: 'documents/tables.xlsx',
    summary: 'Every table as one Excel file, a sheet for each, codes as text',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    needs: [allPriorities],
    fileName: (_context, { lang }) => (lang === 'sv' ? 'spets-tabeller' : 'spets-tables'),
    make: async ({ snapshot, time }, { lang }) => {
      const [{ everyTable }, { tablesToXlsx }] = await Promise.all([
        import('../../../documents/export/every-table.ts'),
        import('../../../documents/export/xlsx-file.ts'),
      ])
      return tablesToXlsx(everyTable(snapshot), { lang, day: time.validAt })
    },
  },
]
