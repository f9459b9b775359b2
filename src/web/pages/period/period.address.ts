import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    period: true
  }
}

export const periodAddress = defineAddress({
  name: 'period',
  paths: { sv: '/period/:id', en: '/period/:id' },
})
