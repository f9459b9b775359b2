import type { TakenFor } from './explain-deck.ts'
import type { LocalText } from '../../records/shared-fields.ts'

/** What a line was taken for, in words. */
export const takenForWords: Record<TakenFor, LocalText> = {
  region: { sv: 'region', en: 'region' },
  area: { sv: 'område', en: 'area' },
  subItem: { sv: 'underpunkt', en: 'sub-item' },
  description: { sv: 'förklaring', en: 'explanation' },
  finding: { sv: 'iakttagelse', en: 'finding' },
  wish: { sv: 'önskemål', en: 'wish' },
  nextStep: { sv: 'nästa steg', en: 'next step' },
  title: { sv: 'bildspelets titel', en: 'title of the deck' },
  author: { sv: 'avsändare', en: 'author' },
  placeAndDate: { sv: 'plats och datum', en: 'place and date' },
  heading: { sv: 'rubrik', en: 'heading' },
  subHeading: { sv: 'mellanrubrik', en: 'sub-heading' },
  tableHead: { sv: 'tabellhuvud', en: 'head of a table' },
  decoration: { sv: 'prydnad', en: 'decoration' },
  repeated: { sv: 'upprepning', en: 'repetition' },
  runningText: { sv: 'löpande sidtext', en: 'running text' },
  hidden: { sv: 'dold', en: 'hidden' },
  ours: { sv: 'ur registret', en: 'out of the registry' },
  notRead: { sv: 'inte läst', en: 'not read' },
  notPlaced: { sv: 'inte placerad', en: 'not placed' },
}
