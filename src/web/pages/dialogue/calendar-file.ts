/** An event for people's calendars (RFC 5545), as a file in an address of its own, so that no further request is needed. */
export function calendarFile({ id, day, hour, title, now }: Meeting): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const begin = `${day.replaceAll('-', '')}T${hour.replace(':', '')}00`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Spets//SV',
    'BEGIN:VEVENT',
    `UID:${id}@spets`,
    `DTSTAMP:${stamp}`,
    `DTSTART;TZID=Europe/Stockholm:${begin}`,
    'DURATION:PT1H30M',
    `SUMMARY:${title.replaceAll(/([\\;,])/g, '\\$1')}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(`${lines.join('\r\n')}\r\n`)}`
}

interface Meeting {
  id: string
  day: string
  /** `13:00`, Swedish time. */
  hour: string
  title: string
  now: Date
}
