import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    table: true
  }
}

export const tableAddress = defineAddress({
  name: 'table',
  paths: { sv: '/tabell', en: '/table' },
  query: {
    text: { sv: 'q', en: 'q' },
    region: { sv: 'region', en: 'region', takes: 'ownerSlug' },
    theme: { sv: 'tema', en: 'theme' },
    period: { sv: 'period', en: 'period' },
    inForce: { sv: 'galler', en: 'holds', words: { all: { sv: 'alla', en: 'all' } } },
    sort: { sv: 'sortera', en: 'sort' },
  },
})
