import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    sources: true
  }
}

export const sourcesAddress = defineAddress({
  name: 'sources',
  paths: { sv: '/kallor', en: '/sources' },
})
