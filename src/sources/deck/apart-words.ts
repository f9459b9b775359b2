import type { DeckLine } from './deck-draft.ts'

type Apart = NonNullable<DeckLine['apart']>

/** Why a line is no part of the deck's content. */
export const apartWords = {
  hiddenSlide: {
    as: 'hidden',
    reason: { sv: 'Bilden är dold i bildspelet.', en: 'The slide is hidden in the deck.' },
  },
  hiddenShape: {
    as: 'hidden',
    reason: { sv: 'Textrutan är dold på bilden.', en: 'The text box is hidden on the slide.' },
  },
  outside: {
    as: 'hidden',
    reason: { sv: 'Texten ligger utanför bilden och syns inte.', en: 'The text is outside the slide and is not seen.' },
  },
  runningText: {
    as: 'runningText',
    reason: {
      sv: 'Sidhuvud, sidfot, datum eller sidnummer, som återkommer på bilderna.',
      en: 'A header, footer, date or number that comes back on the slides.',
    },
  },
  picture: {
    as: 'notRead',
    reason: { sv: 'En bild, vars innehåll inte läses.', en: 'A picture, whose content is not read.' },
  },
  chart: {
    as: 'notRead',
    reason: { sv: 'Ett diagram, vars innehåll inte läses.', en: 'A chart, whose content is not read.' },
  },
  diagram: {
    as: 'notRead',
    reason: {
      sv: 'En SmartArt-figur, vars text inte gick att läsa.',
      en: 'A SmartArt drawing, whose text could not be read.',
    },
  },
  object: {
    as: 'notRead',
    reason: { sv: 'Ett inbäddat objekt, som inte läses.', en: 'An embedded object, which is not read.' },
  },
  ours: {
    as: 'ours',
    reason: {
      sv: 'Satt dit av Spets ur registret; inget att läsa in.',
      en: 'Put there by Spets out of the registry; nothing to import.',
    },
  },
} as const satisfies Record<string, Apart>
