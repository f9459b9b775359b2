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
  undated: 'odaterad lista',
  unread: 'områdena är inte kända',
  unreadList: (edition: string) => `Områdena i listan ${edition} är inte kända. Vad som blivit av de tidigare går inte att säga.`,
  legend:
    'Streckad linje är maskinens förslag, hel linje är bedömd av Spets redaktion, tjock linje är bekräftad av en person. Grön: samma ord. Blå: nya ord, delat eller sammanfört. Utan linje: nytt, eller utan tydlig fortsättning. ”Borttaget” står bara där regionen själv har sagt det.',
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
    undated: 'undated list',
    unread: 'areas not known',
    unreadList: (edition: string) =>
      `The areas of the list of ${edition} are not known. What became of the earlier ones cannot be said.`,
    legend:
      'A dashed line is suggested by the machine, a solid one judged by the editors of Spets, a thick one confirmed by a person. Green: the same words. Blue: reworded, split or merged. No line: new, or without a clear continuation. “Dropped” is used only where the region itself has said so.',
  },
}
