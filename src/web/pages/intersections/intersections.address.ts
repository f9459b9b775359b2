import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    intersections: true
  }
}

export const intersectionsAddress = defineAddress({
  name: 'intersections',
  paths: { sv: '/skarningar', en: '/intersections' },
  query: {
    theme: { sv: 'tema', en: 'theme' },
    region: { sv: 'region', en: 'region', takes: 'ownerSlug' },
    period: { sv: 'period', en: 'period' },
    inForce: { sv: 'galler', en: 'holds', words: { all: { sv: 'alla', en: 'all' } } },
  },
})
