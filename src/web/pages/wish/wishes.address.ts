import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    wishes: true
  }
}

export const wishesAddress = defineAddress({
  name: 'wishes',
  paths: { sv: '/onskemal', en: '/wishes' },
  query: {
    state: {
      sv: 'lage',
      en: 'state',
      words: {
        asked: { sv: 'inget-svar', en: 'no-answer' },
        owned: { sv: 'ansvarig', en: 'owned' },
        answered: { sv: 'besvarat', en: 'answered' },
        done: { sv: 'gjort', en: 'done' },
        closed: { sv: 'stangt', en: 'closed' },
        declined: { sv: 'avbojt', en: 'declined' },
      },
    },
    region: { sv: 'region', en: 'region', takes: 'regionSlug' },
  },
})
