import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    presentation: true
  }
}

export const presentationAddress = defineAddress({
  name: 'presentation',
  paths: { sv: '/presentation', en: '/presentation' },
})
