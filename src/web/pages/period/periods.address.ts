import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    periods: true
  }
}

export const periodsAddress = defineAddress({
  name: 'periods',
  paths: { sv: '/period', en: '/period' },
})
