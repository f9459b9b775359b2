import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    round: true
    roundWork: true
    roundAnswer: true
  }
}

export const roundAddress = defineAddress({
  name: 'round',
  paths: { sv: '/runda/:year', en: '/round/:year' },
})

/** Where the officer starts the round and sees what waits. */
export const roundWorkAddress = defineAddress({
  name: 'roundWork',
  paths: { sv: '/runda/:year/arbete', en: '/round/:year/work' },
})

/** Where a region's link leads. */
export const roundAnswerAddress = defineAddress({
  name: 'roundAnswer',
  paths: { sv: '/runda/:year/svar', en: '/round/:year/answer' },
  query: {
    key: { sv: 'nyckel', en: 'key' },
    step: { sv: 'steg', en: 'step', words: { change: { sv: 'andra', en: 'change' } } },
  },
})
