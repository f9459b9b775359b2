import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    factsUpdate: true
  }
}

export const factsUpdateAddress = defineAddress({
  name: 'factsUpdate',
  paths: { sv: '/granska/uppgifter', en: '/review/facts' },
})
