/** Query names of the company door, per language. */
export const companyQuery = {
  sv: { text: 'om', place: 'plats', industry: 'sni' },
  en: { text: 'about', place: 'place', industry: 'industry' },
} as const
