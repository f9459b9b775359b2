import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    history: true
  }
}

export const historyAddress = defineAddress({
  name: 'history',
  paths: { sv: '/historik/:kind/:id', en: '/history/:kind/:id' },
  takes: { id: 'recordId' },
})
