import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    confirm: true
  }
}

export const confirmAddress = defineAddress({
  name: 'confirm',
  paths: { sv: '/region/:slug/bekrafta', en: '/region/:slug/confirm' },
  takes: { slug: 'regionSlug' },
  query: {
    act: {
      sv: 'gor',
      en: 'do',
      words: { confirm: { sv: 'bekrafta', en: 'confirm' }, takeBack: { sv: 'ta-tillbaka', en: 'take-back' } },
    },
    day: { sv: 'dag', en: 'day' },
    role: { sv: 'roll', en: 'role' },
    otherRole: { sv: 'annan-roll', en: 'other-role' },
    saved: { sv: 'sparat', en: 'saved' },
    /** Ids of areas that were left out, since a proposal about them waits. */
    waiting: { sv: 'vantar', en: 'waiting' },
  },
})
