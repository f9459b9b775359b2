import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    changes: true
  }
}

export const changesAddress = defineAddress({
  name: 'changes',
  paths: { sv: '/andrat', en: '/changes' },
  query: { from: { sv: 'fran', en: 'from' }, to: { sv: 'till', en: 'to' } },
})
