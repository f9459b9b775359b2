import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    trial: true
  }
}

export const trialAddress = defineAddress({
  name: 'trial',
  paths: { sv: '/prov', en: '/trial' },
  query: { order: { sv: 'ordning', en: 'order', words: { falling: { sv: 'fallande', en: 'falling' } } } },
})
