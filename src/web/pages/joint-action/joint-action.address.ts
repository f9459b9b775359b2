import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    jointActions: true
    jointAction: true
  }
}

export const jointActionsAddress = defineAddress({
  name: 'jointActions',
  paths: { sv: '/samarbete', en: '/joint-actions' },
  query: {
    /** The region that invites, and one that is invited. */
    region: { sv: 'region', en: 'region', takes: 'regionSlug' },
    partner: { sv: 'med', en: 'with', takes: 'regionSlug' },
    area: { sv: 'omrade', en: 'area' },
    partnerArea: { sv: 'deras-omrade', en: 'their-area' },
    jointArea: { sv: 'samverkan', en: 'joint-area' },
    before: { sv: 'fore', en: 'before' },
  },
})

export const jointActionAddress = defineAddress({
  name: 'jointAction',
  paths: { sv: '/samarbete/:id', en: '/joint-actions/:id' },
})
