/** Words beside the code that shows a part on another site. */
export const embedText = {
  sv: {
    heading: 'Bädda in',
    about: 'Klistra in koden på er sida. Det som visas följer registret, sätter inga kakor och behöver inget skript.',
    noAddress: 'Spets har ingen egen adress här (SPETS_BASE_URL): skriv den före /embed.',
  },
  en: {
    heading: 'Embed',
    about: 'Paste the code into your page. What is shown follows the registry, sets no cookies and needs no script.',
    noAddress: 'Spets has no address of its own here (SPETS_BASE_URL): write it before /embed.',
  },
} as const

/** Words below what is shown there. Apart, so that no browser is sent them. */
export const embedFootText = {
  sv: { open: 'Öppna i Spets', asOf: (day: string) => `Läget ${day}` },
  en: { open: 'Open in Spets', asOf: (day: string) => `As of ${day}` },
} as const
