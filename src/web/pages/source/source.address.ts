import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    source: true
  }
}

export const sourceAddress = defineAddress({
  name: 'source',
  paths: { sv: '/kalla/:id', en: '/source/:id' },
})
