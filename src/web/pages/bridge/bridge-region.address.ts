import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    bridgeRegion: true
  }
}

export const bridgeRegionAddress = defineAddress({
  name: 'bridgeRegion',
  paths: { sv: '/bro/:year/:slug', en: '/bridge/:year/:slug' },
  takes: { slug: 'regionSlug' },
  query: { saved: { sv: 'sparat', en: 'saved' } },
})
