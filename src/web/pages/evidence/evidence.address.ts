import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    evidence: true
  }
}

export const evidenceAddress = defineAddress({
  name: 'evidence',
  paths: { sv: '/belagg/:slug', en: '/evidence/:slug' },
  takes: { slug: 'regionSlug' },
  query: {
    year: { sv: 'ar', en: 'year' },
    threshold: { sv: 'grans', en: 'threshold' },
    basis: {
      sv: 'matt',
      en: 'basis',
      words: { interval: { sv: 'intervall', en: 'interval' }, quotient: { sv: 'kvot', en: 'quotient' } },
    },
  },
})
