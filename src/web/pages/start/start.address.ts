import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    start: true
  }
}

export const startAddress = defineAddress({
  name: 'start',
  paths: { sv: '/', en: '/' },
  query: {
    mode: {
      sv: 'farg',
      en: 'colour',
      words: {
        own: { sv: 'eget', en: 'own' },
        theme: { sv: 'tema', en: 'theme' },
        changed: { sv: 'andrat', en: 'changed' },
        evidence: { sv: 'belagg', en: 'evidence' },
        fresh: { sv: 'farskhet', en: 'freshness' },
      },
    },
    theme: { sv: 'tema', en: 'theme' },
  },
})
