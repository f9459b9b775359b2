import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    heard: true
  }
}

export const heardAddress = defineAddress({
  name: 'heard',
  paths: { sv: '/hort', en: '/heard' },
})
