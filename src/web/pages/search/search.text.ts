import type { Texts } from '../../lang.ts'

const sv = {
  title: 'Sök',
  titleOf: (q: string) => `Sök: ${q}`,
  description: 'Sök bland regioner, prioriterade områden, teman, kluster och dialoger, på svenska eller engelska.',
  count: (n: number, q: string) => (q ? `${n === 1 ? '1 träff' : `${n} träffar`} på ”${q}”.` : `${n} poster.`),
  none: (q: string) => `Inget hittades för ”${q}”.`,
  noneHelp: 'Pröva ett annat ord, ett kortare ord, eller bläddra bland',
  didYouMean: 'Menade du',
  facets: { kind: 'Typ', themeId: 'Tema', regionCode: 'Region', programmePeriodId: 'Programperiod' },
  clear: 'Alla',
  earlier: 'tidigare',
  kinds: { region: 'Region', jointArea: 'Samverkansområde', priorityArea: 'Prioriterat område', theme: 'Tema', cluster: 'Kluster', finding: 'Vad vi hört', wish: 'Önskemål', nextStep: 'Nästa steg' } as Record<string, string>,
  next: 'Nästa',
  previous: 'Föregående',
  more: 'Fler val',
}

export const searchText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Search',
    titleOf: (q: string) => `Search: ${q}`,
    description: 'Search regions, priority areas, themes, clusters and dialogues, in Swedish or English.',
    count: (n: number, q: string) => (q ? `${n === 1 ? '1 hit' : `${n} hits`} for “${q}”.` : `${n} records.`),
    none: (q: string) => `Nothing was found for “${q}”.`,
    noneHelp: 'Try another word, a shorter one, or browse',
    didYouMean: 'Did you mean',
    facets: { kind: 'Kind', themeId: 'Theme', regionCode: 'Region', programmePeriodId: 'Programme period' },
    clear: 'All',
    earlier: 'earlier',
    kinds: { region: 'Region', jointArea: 'Joint area', priorityArea: 'Priority area', theme: 'Theme', cluster: 'Cluster', finding: 'What we heard', wish: 'Wish', nextStep: 'Next step' } as Record<string, string>,
    next: 'Next',
    previous: 'Previous',
    more: 'More choices',
  },
}
