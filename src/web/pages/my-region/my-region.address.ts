import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    myRegion: true
  }
}

/** The areas of the regions that whoever is signed in writes for. */
export const myRegionAddress = defineAddress({
  name: 'myRegion',
  paths: { sv: '/min-region', en: '/my-region' },
  query: {
    owner: { sv: 'vem', en: 'who' },
    edit: { sv: 'andra', en: 'edit' },
    propose: { sv: 'foresla', en: 'propose' },
    done: {
      sv: 'klart',
      en: 'done',
      words: {
        saved: { sv: 'sparat', en: 'saved' },
        proposed: { sv: 'foreslaget', en: 'proposed' },
        takenBack: { sv: 'tillbaka', en: 'taken-back' },
      },
    },
  },
})
