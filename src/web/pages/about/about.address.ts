import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    about: true
  }
}

export const aboutAddress = defineAddress({
  name: 'about',
  paths: { sv: '/om', en: '/about' },
})
