import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    compare: true
  }
}

export const compareAddress = defineAddress({
  name: 'compare',
  paths: { sv: '/jamfor', en: '/compare' },
  query: { region: { sv: 'region', en: 'region', takes: 'regionSlug' } },
})
