import type { DeckDetail, DeckLine, DeckNotice } from './deck-draft.ts'

interface OnSlide {
  page: number | null
  /** The slide's title, or its first line. */
  title: string | null
  regionCode: string | null
  lines: readonly DeckLine[]
}

const named = (title: string | null, [open, close]: [string, string]): string =>
  title === null ? '' : ` (${open}${title.slice(0, 80)}${close})`

const quoted = (texts: readonly string[], [open, close]: [string, string]): string => {
  const shown = texts.slice(0, 5).map((text) => `${open}${text.slice(0, 120)}${close}`)
  return shown.join(', ') + (texts.length > shown.length ? ' …' : '')
}

const sv: [string, string] = ['”', '”']
const en: [string, string] = ['“', '”']

/** What the deck itself hides is left out, and shown as left out. */
export function hiddenNotice({ page, title, regionCode, lines }: OnSlide): DeckNotice {
  const texts = lines.map(({ text }) => text)
  return {
    kind: 'hidden',
    regionCode,
    line: lines[0]!.line,
    page,
    text: {
      sv: `På sidan ${page}${named(title, sv)} är text dold i bildspelet; den lästes inte: ${quoted(texts, sv)}.`,
      en: `On slide ${page}${named(title, en)} the deck hides text; it was not read: ${quoted(texts, en)}.`,
    },
  }
}

/** A picture may show a list that only a person can read. */
export function notReadNotice({ page, title, regionCode, lines }: OnSlide): DeckNotice {
  const texts = lines.map(({ text }) => text)
  return {
    kind: 'notRead',
    regionCode,
    line: lines[0]!.line,
    page,
    text: {
      sv: `Sidan ${page}${named(title, sv)} har en teckning eller ett foto som inte lästes: ${quoted(texts, sv)}.`,
      en: `Slide ${page}${named(title, en)} holds a drawing or picture that was not read: ${quoted(texts, en)}.`,
    },
  }
}

interface WithDetails {
  code: string
  line: number
  page: number | null
  label: string
  details: readonly DeckDetail[]
}

/** Lines under an area belong to it; the registry has no place for them yet, so that a person must know. */
export function detailsNotice({ code, line, page, label, details }: WithDetails): DeckNotice {
  const texts = details.map(({ text }) => text)
  return {
    kind: 'details',
    regionCode: code,
    line,
    page,
    text: {
      sv: `Under ”${label}” står ${quoted(texts, sv)}. Det lästes som underpunkter eller förklaring, inte som egna områden.`,
      en: `Under “${label}” comes ${quoted(texts, en)}. It was read as sub-items or an explanation, not as areas.`,
    },
  }
}
