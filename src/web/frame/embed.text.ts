/** Words around what is shown in frames on other sites. */
export const embedText = {
  sv: {
    open: 'Öppna i Spets',
    asOf: (day: string) => `Läget ${day}`,
    heading: 'Bädda in',
    about: 'Klistra in koden på er sida. Det som visas följer registret, sätter inga kakor och behöver inget skript.',
    noAddress: 'Spets har ingen egen adress här (SPETS_BASE_URL): skriv den före /embed.',
  },
  en: {
    open: 'Open in Spets',
    asOf: (day: string) => `As of ${day}`,
    heading: 'Embed',
    about: 'Paste the code into your page. What is shown follows the registry, sets no cookies and needs no script.',
    noAddress: 'Spets has no address of its own here (SPETS_BASE_URL): write it before /embed.',
  },
} as const
