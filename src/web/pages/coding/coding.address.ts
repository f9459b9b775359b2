import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    coding: true
  }
}

export const codingAddress = defineAddress({
  name: 'coding',
  paths: { sv: '/prioritet/:id/kodning', en: '/priority/:id/coding' },
  takes: { id: 'areaId' },
  query: { saved: { sv: 'sparat', en: 'saved' } },
})
