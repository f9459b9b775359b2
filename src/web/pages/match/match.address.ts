import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    match: true
  }
}

export const matchAddress = defineAddress({
  name: 'match',
  paths: { sv: '/matchning', en: '/matching' },
  query: {
    region: { sv: 'region', en: 'region', takes: 'regionSlug' },
    area: { sv: 'omrade', en: 'area' },
    theme: { sv: 'tema', en: 'theme' },
    size: { sv: 'antal', en: 'size' },
    member: { sv: 'med', en: 'with', takes: 'regionSlug' },
    order: {
      sv: 'ordning',
      en: 'order',
      words: { alike: { sv: 'lika', en: 'alike' }, north: { sv: 'norr', en: 'north' }, name: { sv: 'namn', en: 'name' } },
    },
  },
})
