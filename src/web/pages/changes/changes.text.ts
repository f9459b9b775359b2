import { joinWords } from '../../../language/join-words.ts'
import { upperFirst } from '../../../language/upper-first.ts'
import type { ListInTime } from '../../../shapes/lists-over-time.ts'
import { countInWords } from '../../frame/format.ts'
import type { AreaCounts, RegionCounts } from './changes.view.ts'
import type { Language, Texts } from '../../../records/language.ts'

const inWords = (count: number, lang: Language) => upperFirst(countInWords(count, lang))

type Counts = Record<'changed' | 'restated' | 'same', number>

/** One sentence of what there is; a kind of which there is none is not told. Empty when there is nothing at all. */
function sentence(counts: Counts, lang: Language, words: Record<keyof Counts, (n: number) => string>): string {
  const told = (['changed', 'restated', 'same'] as const).flatMap((key) => (counts[key] > 0 ? [words[key](counts[key])] : []))
  return told.length === 0 ? '' : `${joinWords(told, lang).replace(/^./, (letter) => letter.toUpperCase())}.`
}

const sv = {
  title: 'Vad har ändrats?',
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
  open: 'Tryck på ett namn för att se områdena.',
  counts: ({ kept, added, gone }: AreaCounts) =>
    [
      ...(kept > 0 ? [`${kept} kvar`] : []),
      ...(added > 0 ? [added === 1 ? '1 nytt' : `${added} nya`] : []),
      ...(gone > 0 ? [`${gone} utan tydlig fortsättning`] : []),
    ].join(', '),
  figure: {
    topic: 'Regionernas listor, en efter en',
    finding: ({ changed, regions, kept, added, gone }: RegionCounts, from: string) =>
      changed === 0
        ? `Ingen region har en ny lista sedan ${from}`
        : `${inWords(changed, 'sv')} av ${regions} regioner har en annan lista sedan ${from}: ${kept} områden är kvar, ${added} är nya och ${gone} saknar tydlig fortsättning`,
    sentence: 'Varje liten grupp är en lista vid den tid då den började gälla. Mellan listorna vet vi inget.',
    description: 'En rad för varje region och en grupp rutor för varje lista, vid dess tid: en ruta för varje område.',
    legend:
      'Grå ruta: område i den första kända listan. Fylld: kvar, med samma ord eller andra. Öppen: nytt. Kryss: utan tydlig fortsättning. Frågetecken: listan är inte läst.',
    note: 'Vad som är kvar eller nytt är maskinens förslag där ingen har läst och bedömt det. En odaterad lista står vid det tidigaste den kan vara från.',
    table: 'Regionernas listor',
    columns: {
      region: 'Region',
      list: 'Lista',
      from: 'Gäller från',
      kept: 'Kvar',
      added: 'Nya',
      gone: 'Utan tydlig fortsättning',
    },
    span: (from: string, to: string) => `${from} till ${to}`,
    list: ({ standing, kept, added, gone }: ListInTime) =>
      standing === 'unread'
        ? 'listan är inte läst'
        : standing === 'counted'
          ? `${kept} kvar, ${added} nya, ${gone} utan tydlig fortsättning`
          : `${kept} områden`,
  },
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
    open: 'Press a name to see the areas.',
    counts: ({ kept, added, gone }: AreaCounts) =>
      [
        ...(kept > 0 ? [`${kept} kept`] : []),
        ...(added > 0 ? [`${added} new`] : []),
        ...(gone > 0 ? [`${gone} without a clear continuation`] : []),
      ].join(', '),
    figure: {
      topic: 'The regions’ lists, one after the other',
      finding: ({ changed, regions, kept, added, gone }: RegionCounts, from: string) =>
        changed === 0
          ? `No region has a new list since ${from}`
          : `${inWords(changed, 'en')} of ${regions} regions have another list since ${from}: ${kept} areas are kept, ${added} are new and ${gone} have no clear continuation`,
      sentence: 'Each small group is a list at the time when it began. Of the time between the lists nothing is known.',
      description: 'A row for each region and a group of squares for each list, at its time: a square for each area.',
      legend:
        'Grey square: an area of the first list known. Filled: kept, in the same words or others. Open: new. Cross: without a clear continuation. Question mark: the list has not been read.',
      note: 'What is kept or new is suggested by the machine where nobody has read and judged it. An undated list is at the earliest time that it can be from.',
      table: 'The regions’ lists',
      columns: {
        region: 'Region',
        list: 'List',
        from: 'In force from',
        kept: 'Kept',
        added: 'New',
        gone: 'Without a clear continuation',
      },
      span: (from: string, to: string) => `${from} to ${to}`,
      list: ({ standing, kept, added, gone }: ListInTime) =>
        standing === 'unread'
          ? 'the list has not been read'
          : standing === 'counted'
            ? `${kept} kept, ${added} new, ${gone} without a clear continuation`
            : `${kept} areas`,
    },
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
