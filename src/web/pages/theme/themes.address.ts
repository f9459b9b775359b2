import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    themes: true
  }
}

export const themesAddress = defineAddress({
  name: 'themes',
  paths: { sv: '/tema', en: '/theme' },
})
