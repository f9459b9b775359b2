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
    'En rad är vad som blev av ett område. Siffran är platsen i listan. Streckad linje är programmets förslag, hel linje samma ord eller bedömt av en människa. Ring runt siffran: nytt. Tom ring: utan känd fortsättning.',
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
      'A row is what became of an area. The number is its place in the list. A dashed line is suggested by the program; a solid one has the same words or was judged by a person. A ring around the number: new. An empty ring: without a known continuation.',
  },
}
