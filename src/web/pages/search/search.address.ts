import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    search: true
  }
}

export const searchAddress = defineAddress({
  name: 'search',
  paths: { sv: '/sok', en: '/search' },
  query: {
    text: { sv: 'q', en: 'q' },
    kind: { sv: 'typ', en: 'kind' },
    themeId: { sv: 'tema', en: 'theme' },
    regionCode: { sv: 'region', en: 'region', takes: 'regionCode' },
    programmePeriodId: { sv: 'period', en: 'period' },
    page: { sv: 's', en: 's' },
  },
})
