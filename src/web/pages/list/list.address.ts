import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    list: true
  }
}

export const listAddress = defineAddress({
  name: 'list',
  paths: { sv: '/lista/:id', en: '/list/:id' },
})
