import type { Texts } from '../../../records/language.ts'

const sv = {
  title: 'Att granska',
  description: 'Vilka prioriterade områden som någon har granskat, och vilka förslag som väntar på ett beslut.',
  lead: 'Teman, begrepp och samband mellan listor är förslag tills en människa har sagt sitt. Här står vad som väntar.',
  progress: (done: number, all: number) => `${done} av ${all} områden är granskade.`,
  news: (count: number) =>
    `De uppgifter som följer med Spets är nyare än registrets i ${count} ${count === 1 ? 'del' : 'delar'}.`,
  toNews: 'Se vad som är nytt och ta in det',
  first: (shown: number, all: number) => `Här visas de första ${shown} av ${all}. Välj en region för att se resten.`,
  owner: 'Region eller samverkan',
  everyone: 'Alla',
  showAll: 'Visa även granskade',
  show: 'Visa',
  reviewed: 'Granskat',
  openThemes: (count: number) => (count === 1 ? '1 tema att avgöra' : `${count} teman att avgöra`),
  openLinks: (count: number) => (count === 1 ? '1 samband att avgöra' : `${count} samband att avgöra`),
  noThemes: 'Inget tema föreslås',
  nothing: 'Inget väntar på beslut här.',
  disagreements: 'Där människa och maskin är oense',
  disagreementsNote: 'Människans beslut gäller. Skillnaderna står här för att orden, eller beslutet, kan behöva ses över.',
  rejected: (label: string, words: string) => `avvisat: ${label} (på grund av ${words})`,
  added: (label: string) => `tillagt: ${label}, som orden inte visar`,
}

export const reviewText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'To review',
    description: 'Which priority areas somebody has reviewed, and which suggestions wait for a decision.',
    lead: 'Themes, concepts and links between lists are suggestions until a person has spoken. Here is what waits.',
    progress: (done: number, all: number) => `${done} of ${all} areas are reviewed.`,
    news: (count: number) =>
      `The facts that ship with Spets are newer than the registry’s in ${count} ${count === 1 ? 'part' : 'parts'}.`,
    toNews: 'See what is new and take it in',
    first: (shown: number, all: number) => `The first ${shown} of ${all} are shown here. Choose a region to see the rest.`,
    owner: 'Region or joint area',
    everyone: 'All',
    showAll: 'Show reviewed ones too',
    show: 'Show',
    reviewed: 'Reviewed',
    openThemes: (count: number) => (count === 1 ? '1 theme to decide' : `${count} themes to decide`),
    openLinks: (count: number) => (count === 1 ? '1 link to decide' : `${count} links to decide`),
    noThemes: 'No theme is suggested',
    nothing: 'Nothing waits for a decision here.',
    disagreements: 'Where person and machine disagree',
    disagreementsNote:
      'The person’s decision counts. The differences stand here because the words, or the decision, may need another look.',
    rejected: (label: string, words: string) => `rejected: ${label} (because of ${words})`,
    added: (label: string) => `added: ${label}, which the words do not show`,
  },
}
