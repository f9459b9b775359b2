/** Query names of the matching page, per language. */
export const matchQuery = {
  sv: { region: 'region', theme: 'tema', size: 'antal', member: 'med' },
  en: { region: 'region', theme: 'theme', size: 'size', member: 'with' },
} as const
