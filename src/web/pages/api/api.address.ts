import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    api: true
  }
}

export const apiAddress = defineAddress({
  name: 'api',
  paths: { sv: '/api', en: '/api' },
})
