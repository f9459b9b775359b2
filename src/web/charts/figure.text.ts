import type { Texts } from '../../records/language.ts'

const sv = {
  suggestion: 'programmets förslag',
  link: 'Länk',
  table: 'Tabellen bakom',
  cautions: 'Att tänka på',
  cite: 'Citera',
  asOf: 'läget',
}

export const figureText: Texts<typeof sv> = {
  sv,
  en: {
    suggestion: 'suggested by the program',
    link: 'Link',
    table: 'The table behind',
    cautions: 'To keep in mind',
    cite: 'Cite',
    asOf: 'as of',
  },
}
