import { dayAfter } from './time.ts'
import type { IsoDate } from './time.ts'

const weekdayOf = (day: IsoDate): number => new Date(`${day}T12:00:00Z`).getUTCDay()

/** The day that is so many Swedish working days after another: weekends, public holidays and the eves that are free are not counted. */
export function workingDaysAfter(day: IsoDate, count: number): IsoDate {
  let at = day
  for (let left = count; left > 0;) {
    at = dayAfter(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** Whether people at Swedish authorities are at work on a day. */
export function isWorkingDay(day: IsoDate): boolean {
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

/** New Year, Epiphany, May Day, the National Day, Christmas and the eves that are free. */
const fixed = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'])

function isHoliday(day: IsoDate): boolean {
  if (fixed.has(day.slice(5)) || isMidsummerEve(day)) return true
  const easter = easterOf(Number(day.slice(0, 4)))
  // Good Friday, Easter Monday, Ascension Day.
  return [-2, 1, 39].some((days) => dayAfter(easter, days) === day)
}

/** The Friday from 19 to 25 June. */
const isMidsummerEve = (day: IsoDate): boolean => day.slice(5) >= '06-19' && day.slice(5) <= '06-25' && weekdayOf(day) === 5

/** Easter Sunday of a year in the Gregorian calendar, by the method known as Meeus/Jones/Butcher. */
function easterOf(year: number): IsoDate {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  return `${year}-${String(Math.floor(days / 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`
}
