import { joinWords } from '../../../language/join-words.ts'
import type { Language, Texts } from '../../../records/language.ts'

type Counts = Record<'changed' | 'restated' | 'same', number>

/** One sentence of what there is; a kind of which there is none is not told. Empty when there is nothing at all. */
function sentence(counts: Counts, lang: Language, words: Record<keyof Counts, (n: number) => string>): string {
  const told = (['changed', 'restated', 'same'] as const).flatMap((key) => (counts[key] > 0 ? [words[key](counts[key])] : []))
  return told.length === 0 ? '' : `${joinWords(told, lang).replace(/^./, (letter) => letter.toUpperCase())}.`
}

const sv = {
  title: 'Vad har ändrats?',
  lead: 'Välj två dagar. Här syns vad som skiljer listorna som gällde då.',
  description: 'Vad som ändrats i regionernas prioriterade områden mellan två dagar.',
  from: 'Från',
  to: 'Till',
  show: 'Jämför',
  swapped: 'Den första dagen måste vara före den andra.',
  summary: (counts: Counts) =>
    sentence(counts, 'sv', {
      changed: (n) => (n === 1 ? '1 lista har ändrats' : `${n} listor har ändrats`),
      restated: (n) => `${n} har upprepats med samma ord i en nyare källa`,
      same: (n) => `för ${n} är ingen nyare lista eller ändring känd`,
    }),
  summaryUnread: (unread: number) =>
    unread === 0
      ? ''
      : unread === 1
        ? 'En lista finns men är inte läst, så vad som blivit av dess områden är okänt.'
        : `${unread} listor finns men är inte lästa, så vad som blivit av deras områden är okänt.`,
  unreadNote: 'En lista är känd, men inte dess områden. Vad som är kvar, nytt eller borta går inte att säga.',
  outcomes: {
    unread: 'Listor som inte är lästa',
    changed: 'Ändrade listor',
    begun: 'Nya listor',
    ended: 'Listor som upphört',
    restated: 'Samma ord i en nyare källa',
    same: 'Ingen nyare lista eller ändring känd',
    neither: 'Ingen lista känd',
  },
  nothing: 'Inget har ändrats mellan de två dagarna.',
  before: 'Förut',
  after: 'Sedan',
  change: 'Ändring',
  json: 'Skillnaden som JSON',
  csv: 'Skillnaden som CSV (Excel)',
  quick: 'Snabbval',
  quickDeck: 'Sedan bildspelet 2018-01-31',
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
    summary: (counts: Counts) =>
      sentence(counts, 'en', {
        changed: (n) => (n === 1 ? '1 list has changed' : `${n} lists have changed`),
        restated: (n) =>
          n === 1 ? '1 is repeated in the same words in a newer source' : `${n} are repeated in the same words in a newer source`,
        same: (n) => `for ${n} no newer list or change is known`,
      }),
    summaryUnread: (unread: number) =>
      unread === 0
        ? ''
        : unread === 1
          ? 'One list exists but has not been read, so what became of its areas is unknown.'
          : `${unread} lists exist but have not been read, so what became of their areas is unknown.`,
    unreadNote: 'A list is known, but not its areas. What is kept, new or gone cannot be said.',
    outcomes: {
      unread: 'Lists that have not been read',
      changed: 'Changed lists',
      begun: 'New lists',
      ended: 'Lists that ended',
      restated: 'Same words in a newer source',
      same: 'No newer list or change known',
      neither: 'No list known',
    },
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
