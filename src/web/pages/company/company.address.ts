import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    company: true
  }
}

export const companyAddress = defineAddress({
  name: 'company',
  paths: { sv: '/foretag', en: '/company' },
  query: {
    text: { sv: 'om', en: 'about' },
    place: { sv: 'plats', en: 'place' },
    industry: { sv: 'sni', en: 'industry' },
    struck: { sv: 'stryk', en: 'strike' },
    read: { sv: 'last', en: 'read' },
    meant: { sv: 'menar', en: 'meant' },
    link: { sv: 'lank', en: 'link' },
    edition: { sv: 'utgava', en: 'edition' },
  },
})
