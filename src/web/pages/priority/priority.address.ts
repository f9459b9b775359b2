import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    priority: true
  }
}

export const priorityAddress = defineAddress({
  name: 'priority',
  paths: { sv: '/prioritet/:id', en: '/priority/:id' },
  takes: { id: 'areaId' },
})
