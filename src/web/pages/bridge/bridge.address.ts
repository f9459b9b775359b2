import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    bridge: true
  }
}

export const bridgeAddress = defineAddress({
  name: 'bridge',
  paths: { sv: '/bro/:year', en: '/bridge/:year' },
})
