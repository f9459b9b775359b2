import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    theme: true
  }
}

export const themeAddress = defineAddress({
  name: 'theme',
  paths: { sv: '/tema/:id', en: '/theme/:id' },
})
