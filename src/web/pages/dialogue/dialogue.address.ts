import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    dialogues: true
    dialogue: true
  }
}

export const dialoguesAddress = defineAddress({
  name: 'dialogues',
  paths: { sv: '/dialog', en: '/dialogue' },
  query: { before: { sv: 'fore', en: 'before' } },
})

export const dialogueAddress = defineAddress({
  name: 'dialogue',
  paths: { sv: '/dialog/:id', en: '/dialogue/:id' },
})
