import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    accessibility: true
  }
}

export const accessibilityAddress = defineAddress({
  name: 'accessibility',
  paths: { sv: '/tillganglighet', en: '/accessibility' },
})
