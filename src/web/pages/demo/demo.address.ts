import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    demo: true
  }
}

/** Only a demonstration has this page. */
export const demoAddress = defineAddress({ name: 'demo', paths: { sv: '/demo', en: '/demo' } })
