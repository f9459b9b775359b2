import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    statisticsImport: true
  }
}

export const statisticsImportAddress = defineAddress({
  name: 'statisticsImport',
  paths: { sv: '/statistik/las-in', en: '/statistics/import' },
})
