import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    region: true
  }
}

export const regionAddress = defineAddress({
  name: 'region',
  paths: { sv: '/region/:slug', en: '/region/:slug' },
  takes: { slug: 'regionSlug' },
})
