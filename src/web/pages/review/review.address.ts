import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    review: true
  }
}

export const reviewAddress = defineAddress({
  name: 'review',
  paths: { sv: '/granska', en: '/review' },
  query: {
    region: { sv: 'region', en: 'region', takes: 'ownerSlug' },
    show: { sv: 'visa', en: 'show', words: { all: { sv: 'alla', en: 'all' } } },
  },
})
