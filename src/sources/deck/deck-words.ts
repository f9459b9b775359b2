import type { DeckDraft, DeckNotice } from './deck-draft.ts'

/** Why a line was not understood. */
export const deckReasons = {
  unknownHeading: {
    sv: 'Ser ut som en rubrik, men är varken en region eller en känd avdelning.',
    en: 'Looks like a heading, but is neither a region nor a known section.',
  },
  underUnknownHeading: {
    sv: 'Står under en rubrik som inte kändes igen, så det är okänt vems raden är.',
    en: 'Stands under a heading that was not recognised, so it is unknown whose line it is.',
  },
  moreThanHeading: {
    sv: 'En rubrik med mer text efter kolonet. Den öppnar sin del, men texten placerades inte.',
    en: 'A heading with more text after the colon. It opens its part, but the text was not placed.',
  },
  beforeAnything: {
    sv: 'Står före den första regionen och den första avdelningen.',
    en: 'Stands before the first region and the first section.',
  },
  noRegion: {
    sv: 'Det står ingen region ovanför raden.',
    en: 'No region stands above the line.',
  },
  tooLongLabel: {
    sv: 'Längre än 300 tecken, för långt för att vara ett områdes namn.',
    en: 'Longer than 300 characters, too long to be the name of an area.',
  },
  oddLine: {
    sv: 'Står bland regionens områden men är inte markerad som de.',
    en: 'Comes among the region’s areas but is not marked as they are.',
  },
  contents: {
    sv: 'Hör till en innehållsförteckning.',
    en: 'Belongs to a list of contents.',
  },
  otherColumn: {
    sv: 'Hör till en kolumn som inte är av områden.',
    en: 'Belongs to a column that is not of areas.',
  },
  impossibleDate: {
    sv: 'Har formen av ett datum, men den dagen finns inte.',
    en: 'Has the form of a date, but there is no such day.',
  },
  tooManyAreas: {
    sv: 'Regionen har redan 100 områden, fler än någon lista har.',
    en: 'The region already has 100 areas, more than any list has.',
  },
  tooManyStatements: {
    sv: 'Avdelningen har redan 500 rader, fler än någon har.',
    en: 'The section already has 500 lines, more than any has.',
  },
  noAreaAbove: {
    sv: 'Det finns inget område ovanför raden.',
    en: 'There is no area above the line.',
  },
  leftOut: {
    sv: 'Utelämnad av den som läser in.',
    en: 'Left out by the person who imports.',
  },
} as const

interface AtRegion {
  code: string
  line: number
  name: string
}

/** What a person should look at, though it was understood. */
export const misspellingNotice = ({ code, line, name, writtenAs }: AtRegion & { writtenAs: string }): DeckNotice => ({
  kind: 'misspelling',
  regionCode: code,
  line,
  text: { sv: `”${writtenAs}” lästes som ${name}.`, en: `“${writtenAs}” was read as ${name}.` },
})

export const twiceNotice = ({ code, line, name, firstLine }: AtRegion & { firstLine: number }): DeckNotice => ({
  kind: 'twice',
  regionCode: code,
  line,
  text: {
    sv: `${name} står två gånger, på rad ${firstLine} och ${line}. Listorna lades samman.`,
    en: `${name} stands twice, on lines ${firstLine} and ${line}. The lists were put together.`,
  },
})

export const doubledNotice = ({
  code,
  line,
  label,
  firstLine,
}: {
  code: string
  line: number
  label: string
  firstLine: number
}): DeckNotice => ({
  kind: 'doubledLabel',
  regionCode: code,
  line,
  text: {
    sv: `”${label}” står två gånger i samma lista, på rad ${firstLine} och ${line}. Det andra räknas inte.`,
    en: `“${label}” stands twice in one list, on lines ${firstLine} and ${line}. The second does not count.`,
  },
})

export const emptyNotice = ({ code, line, name }: AtRegion): DeckNotice => ({
  kind: 'emptyList',
  regionCode: code,
  line,
  text: {
    sv: `${name} står i bildspelet utan några områden. Listan lämnas som den är.`,
    en: `${name} stands in the deck without any areas. Its list is left as it is.`,
  },
})

export const absentNotice = ({ code, name }: Omit<AtRegion, 'line'>): DeckNotice => ({
  kind: 'absent',
  regionCode: code,
  line: null,
  text: {
    sv: `${name} finns inte i bildspelet. Listan lämnas som den är.`,
    en: `${name} is not in the deck. Its list is left as it is.`,
  },
})

export const impossibleDateNotice = ({ line, text }: { line: number; text: string }): DeckNotice => ({
  kind: 'impossibleDate',
  regionCode: null,
  line,
  text: {
    sv: `Bildspelets datum, ”${text.slice(0, 80)}”, är ingen dag som finns. Ange vilken dag det gäller.`,
    en: `The date of the deck, “${text.slice(0, 80)}”, is no day that exists. Give the day that it is of.`,
  },
})

/** The message for a deck whose only date is impossible; null for a deck without any date. */
export const whyNoDate = ({ notices }: Pick<DeckDraft, 'notices'>): DeckNotice['text'] | null =>
  notices.find(({ kind }) => kind === 'impossibleDate')?.text ?? null
