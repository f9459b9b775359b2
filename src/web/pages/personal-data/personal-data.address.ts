import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    personalData: true
  }
}

/** The register of what personal data are processed. */
export const personalDataAddress = defineAddress({
  name: 'personalData',
  paths: { sv: '/personuppgifter', en: '/personal-data' },
})
