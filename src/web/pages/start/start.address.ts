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
        number: { sv: 'antal', en: 'number' },
        theme: { sv: 'tema', en: 'theme' },
        changed: { sv: 'andrat', en: 'changed' },
        evidence: { sv: 'belagg', en: 'evidence' },
      },
    },
    theme: { sv: 'tema', en: 'theme' },
  },
})
