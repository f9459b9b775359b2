import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    resume: true
  }
}

/** Where a form that was sent after the session had ended is sent again. */
export const resumeAddress = defineAddress({
  name: 'resume',
  paths: { sv: '/fortsatt', en: '/resume' },
  query: { key: { sv: 'nyckel', en: 'key' } },
})
