import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    wish: true
  }
}

export const wishAddress = defineAddress({
  name: 'wish',
  paths: { sv: '/onskemal/:id', en: '/wishes/:id' },
  query: { saved: { sv: 'sparat', en: 'saved', words: { yes: { sv: 'ja', en: 'yes' } } } },
})
