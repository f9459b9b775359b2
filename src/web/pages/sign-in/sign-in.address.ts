import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    signIn: true
    signInLink: true
  }
}

/** Where somebody signs in, and sees the own account. */
export const signInAddress = defineAddress({
  name: 'signIn',
  paths: { sv: '/logga-in', en: '/sign-in' },
  query: {
    to: { sv: 'till', en: 'to' },
    sent: { sv: 'skickat', en: 'sent' },
  },
})

/** Where a link in a mail leads. */
export const signInLinkAddress = defineAddress({
  name: 'signInLink',
  paths: { sv: '/logga-in/lank', en: '/sign-in/link' },
  query: {
    key: { sv: 'nyckel', en: 'key' },
    to: { sv: 'till', en: 'to' },
  },
})
