import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    import: true
  }
}

export const importAddress = defineAddress({
  name: 'import',
  paths: { sv: '/import', en: '/import' },
})
