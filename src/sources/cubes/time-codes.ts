/** Times as agencies write them: 2024, 2024M06, 2024K2, 2024-Q1, 2024-S1, 2024-01, 2024V30, 2024-W05, 2023/24, 2019-2021. */
const time =
  /^(?:1[89]|20|21)\d{2}(?:M(?:0[1-9]|1[0-2])|[KQT][1-4]|-?Q[1-4]|-?[SH][12]|-(?:0[1-9]|1[0-2])(?:-\d{2})?|[VW](?:[0-4]\d|5[0-3])|-?W(?:[0-4]\d|5[0-3])|\/\d{2}(?:\d{2})?|[-–](?:1[89]|20|21)\d{2})?$/

/** Whether a text is a time. */
export const isTimeCode = (text: string): boolean => time.test(text.trim())

/** Text that ends in a time, such as `Folkmängd 2019`: what comes before, and the time. */
export function splitTime(text: string): { before: string; time: string } | null {
  const trimmed = text.trim()
  if (isTimeCode(trimmed)) return { before: '', time: trimmed }
  const [, before, last] = /^(.*\S)\s+(\S+)$/.exec(trimmed) ?? []
  return last && isTimeCode(last) ? { before: before!, time: last } : null
}
