import type { Texts } from '../../records/language.ts'

const sv = {
  label: 'Hur områdena har ändrats mellan listorna',
  from: 'lista från',
  inWords: 'Läs ändringarna som tabell',
  stepCaption: (from: string, to: string) => `Från listan ${from} till listan ${to}`,
  before: 'Förut',
  after: 'Sedan',
  change: 'Ändring',
  why: 'Varför',
  changes: {
    unchanged: 'oförändrat',
    renamed: 'nya ord',
    split: 'delat',
    merged: 'sammanfört',
    dropped: 'borttaget',
    new: 'nytt',
  },
  noClearNext: 'ingen tydlig fortsättning',
  continuesLater: 'saknas här, fortsätter senare',
  comesFrom: 'också ur',
  goesInto: 'gick in i',
  undated: 'odaterad lista',
  unread: 'områdena är inte kända',
  unreadList: (edition: string) => `Områdena i listan ${edition} är inte kända. Vad som blivit av de tidigare går inte att säga.`,
  legend:
    'En rad visar vad som blev av ett område. Siffran är dess plats i listan. Hel linje: samma ord, eller prövat av en människa. Streckad linje: vårt förslag. Ring runt siffran: nytt. Tom ring: slut, så vitt vi vet.',
}

export const lineageText: Texts<typeof sv> = {
  sv,
  en: {
    label: 'How the areas changed between the lists',
    from: 'list of',
    inWords: 'Read the changes as a table',
    stepCaption: (from: string, to: string) => `From the list of ${from} to the list of ${to}`,
    before: 'Before',
    after: 'After',
    change: 'Change',
    why: 'Why',
    changes: { unchanged: 'unchanged', renamed: 'reworded', split: 'split', merged: 'merged', dropped: 'dropped', new: 'new' },
    noClearNext: 'no clear continuation',
    continuesLater: 'missing here, continues later',
    comesFrom: 'also from',
    goesInto: 'went into',
    undated: 'undated list',
    unread: 'areas not known',
    unreadList: (edition: string) =>
      `The areas of the list of ${edition} are not known. What became of the earlier ones cannot be said.`,
    legend:
      'A row shows what became of an area. The number is its place in the list. Solid line: the same words, or judged by a person. Dashed line: our suggestion. A ring around the number: new. An empty ring: ended, as far as we know.',
  },
}
