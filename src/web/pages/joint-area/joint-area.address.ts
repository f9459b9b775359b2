import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    jointArea: true
  }
}

export const jointAreaAddress = defineAddress({
  name: 'jointArea',
  paths: { sv: '/samverkan/:slug', en: '/joint-area/:slug' },
  takes: { slug: 'jointAreaId' },
})
