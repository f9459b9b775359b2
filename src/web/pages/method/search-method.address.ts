import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    searchMethod: true
  }
}

export const searchMethodAddress = defineAddress({
  name: 'searchMethod',
  paths: { sv: '/metod/sok', en: '/method/search' },
  query: { text: { sv: 'text', en: 'text' } },
})
