import type { Texts } from '../../lang.ts'

const sv = {
  title: 'Vad har ändrats?',
  lead: 'Välj två dagar. Här syns vad som skiljer listorna som gällde då.',
  description: 'Vad som ändrats i regionernas prioriterade områden mellan två dagar.',
  from: 'Från',
  to: 'Till',
  show: 'Jämför',
  swapped: 'Den första dagen måste vara före den andra.',
  summary: (changed: number, restated: number, same: number) =>
    `${changed} listor har ändrats, ${restated} har upprepats oförändrade i en nyare källa och ${same} är samma som förut.`,
  outcomes: { changed: 'Ändrade listor', begun: 'Nya listor', ended: 'Listor som upphört', restated: 'Samma ord i en nyare källa', same: 'Ingen nyare lista känd', neither: 'Ingen lista känd' },
  nothing: 'Inget har ändrats mellan de två dagarna.',
  before: 'Förut',
  after: 'Sedan',
  change: 'Ändring',
  json: 'Skillnaden som JSON',
  csv: 'Skillnaden som CSV (Excel)',
  quick: 'Snabbval',
  quickDeck: 'Sedan rapporten 2018-01-31',
  quick2020: 'Sedan 2020',
  quickYear: 'Det senaste året',
  areas: (n: number) => (n === 1 ? '1 område' : `${n} områden`),
}

export const changesText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'What changed?',
    lead: 'Choose two days. Here is what differs between the lists in force on them.',
    description: 'What changed in the regions’ priority areas between two days.',
    from: 'From',
    to: 'To',
    show: 'Compare',
    swapped: 'The first day must be before the second.',
    summary: (changed: number, restated: number, same: number) =>
      `${changed} lists have changed, ${restated} are repeated unchanged in a newer source, and ${same} are the same as before.`,
    outcomes: { changed: 'Changed lists', begun: 'New lists', ended: 'Lists that ended', restated: 'Same words in a newer source', same: 'No newer list known', neither: 'No list known' },
    nothing: 'Nothing changed between the two days.',
    before: 'Before',
    after: 'After',
    change: 'Change',
    json: 'The difference as JSON',
    csv: 'The difference as CSV (Excel)',
    quick: 'Quick choices',
    quickDeck: 'Since the deck of 2018-01-31',
    quick2020: 'Since 2020',
    quickYear: 'The past year',
    areas: (n: number) => (n === 1 ? '1 area' : `${n} areas`),
  },
}
