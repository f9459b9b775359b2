import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    toDo: true
  }
}

/** What waits for whoever is signed in. */
export const toDoAddress = defineAddress({
  name: 'toDo',
  paths: { sv: '/att-gora', en: '/to-do' },
  query: {
    done: {
      sv: 'klart',
      en: 'done',
      words: { published: { sv: 'publicerat', en: 'published' }, returned: { sv: 'returnerat', en: 'returned' } },
    },
  },
})
