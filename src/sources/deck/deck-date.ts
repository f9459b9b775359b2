import { IsoDate } from '../../records/time.ts'

export interface PlaceAndDate {
  place: string | null
  date: IsoDate
}

const monthNames = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['april', 'april', 'apr'],
  ['maj', 'may', 'maj'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'september', 'sep'],
  ['oktober', 'october', 'okt'],
  ['november', 'november', 'nov'],
  ['december', 'december', 'dec'],
]
const months = new Map(monthNames.flatMap((names, index) => [...names, names[1]!.slice(0, 3)].map((name) => [name, index + 1])))

const forms: [RegExp, (parts: string[]) => [string, number | undefined, string]][] = [
  [/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, ([year, month, day]) => [year!, Number(month), day!]],
  [
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?(\p{L}{3,9})\.?,? (\d{4})(?!\d)/u,
    ([day, month, year]) => [year!, months.get(month!.toLowerCase()), day!],
  ],
  [
    /(?<!\p{L})(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u,
    ([month, day, year]) => [year!, months.get(month!.toLowerCase()), day!],
  ],
  [/(?<!\d)(\d{1,2})\/(\d{1,2})[ -](\d{4})(?!\d)/, ([day, month, year]) => [year!, Number(month), day!]],
]

/** Reads "Luleå 2018-01-31" or "Luleå, den 31 januari 2018"; null unless the line is a date with at most a place. */
export function readPlaceAndDate(text: string): PlaceAndDate | null {
  for (const { place, date } of readForms(text)) if (date) return { place: place || null, date }
  return null
}

/** Whether a line has the form of a place and a date, of a day that does not exist or that no deck can be of. */
export const readImpossibleDate = (text: string): boolean => {
  const found = readForms(text)
  return found.length > 0 && found.every(({ date }) => date === null)
}

interface Form {
  place: string
  /** Null where there is no such day. */
  date: IsoDate | null
}

/** What a line is in each form of a date that it fits. */
function readForms(text: string): Form[] {
  return forms.flatMap(([pattern, order]) => {
    const match = pattern.exec(text)
    if (!match) return []
    const [year, month, day] = order(match.slice(1))
    const rest = (text.slice(0, match.index) + text.slice(match.index + match[0].length)).replace(
      /\b(den|on|the|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)\b/giu,
      '',
    )
    const place = rest.replace(/^[\s,:–-]+|[\s,:–-]+$/g, '').replace(/\s+/g, ' ')
    const isPlace = place.length <= 40 && !/\d/.test(place) && place.split(' ').length <= 4
    return month !== undefined && isPlace ? [{ place, date: toIsoDate(year, month, day) }] : []
  })
}

/** Years that a deck of regional priorities can be of. */
const [firstYear, lastYear] = [1990, 2100]

function toIsoDate(year: string, month: number, day: string): IsoDate | null {
  const parsed = IsoDate.safeParse(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.success && Number(year) >= firstYear && Number(year) <= lastYear ? parsed.data : null
}
