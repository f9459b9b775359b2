import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    brief: true
  }
}

export const briefAddress = defineAddress({
  name: 'brief',
  paths: { sv: '/region/:slug/pa-en-sida', en: '/region/:slug/on-one-page' },
  takes: { slug: 'regionSlug' },
})
