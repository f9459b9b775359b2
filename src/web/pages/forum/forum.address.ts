import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    forum: true
    forumQuestion: true
  }
}

export const forumAddress = defineAddress({
  name: 'forum',
  paths: { sv: '/forum', en: '/forum' },
  query: {
    words: { sv: 'q', en: 'q' },
    theme: { sv: 'tema', en: 'theme' },
    before: { sv: 'fore', en: 'before' },
  },
})

export const forumQuestionAddress = defineAddress({
  name: 'forumQuestion',
  paths: { sv: '/forum/:id', en: '/forum/:id' },
  query: { after: { sv: 'efter', en: 'after' } },
})
