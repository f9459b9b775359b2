import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    insights: true
  }
}

export const insightsAddress = defineAddress({
  name: 'insights',
  paths: { sv: '/insikter', en: '/insights' },
})
