import { isRole } from '../../../records/confirming-roles.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { storedOwnerRole } from '../../../records/owner-roles.ts'
import { findPersonalNumber } from '../../../records/personal-number.ts'
import { IsoDate, swedishDay } from '../../../records/time.ts'
import type { FormContext } from '../../frame/page.ts'
import { jointActionText } from './joint-action.text.ts'

type Sent = Pick<FormContext, 'form' | 'lang'>

/** What was written in a field, without blanks around it. @throws ExpectedError `bad_request` for a personal identity number */
export function writtenIn({ form, lang }: Sent, name: string): string {
  const value = form.get(name)
  const text = typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n') : ''
  const number = findPersonalNumber(text)
  if (number) throw new ExpectedError('bad_request', { detail: jointActionText[lang].personalNumber(number) })
  return text
}

/** The title, and what the own region needs and offers. @throws ExpectedError `bad_request` when they are missing or too long */
export function aimIn(sent: Sent): { title: string; needs: string; offers: string } {
  const [title, needs, offers] = [writtenIn(sent, 'title'), writtenIn(sent, 'needs'), writtenIn(sent, 'offers')]
  const isFit =
    title !== '' && needs !== '' && offers !== '' && title.length <= 120 && Math.max(needs.length, offers.length) <= 500
  if (!isFit) throw new ExpectedError('bad_request', { detail: jointActionText[sent.lang].needText })
  return { title, needs, offers }
}

export interface NextStep {
  nextStep: string | null
  ownerRole: string | null
  dueOn: string | null
  money: string | null
}

/** The next step with its owner and day, and the money. @throws ExpectedError `bad_request`, `invalid_date` */
export function nextStepIn(sent: Sent): NextStep {
  const orNull = (name: string, most: number) => writtenIn(sent, name).slice(0, most) || null
  const ownerRole = orNull('ownerRole', 120)
  if (ownerRole !== null && !isRole(ownerRole))
    throw new ExpectedError('bad_request', { detail: jointActionText[sent.lang].needRole(ownerRole.slice(0, 60)) })
  const dueOn = orNull('dueOn', 20)
  if (dueOn !== null && !IsoDate.safeParse(dueOn).success) throw new ExpectedError('invalid_date', { detail: dueOn })
  return {
    nextStep: orNull('nextStep', 300),
    ownerRole: ownerRole === null ? null : storedOwnerRole(ownerRole),
    dueOn,
    money: orNull('money', 300),
  }
}

/** Three times that have not passed, the earliest first. @throws ExpectedError `bad_request` */
export function timesIn({ form, lang, now }: Sent & Pick<FormContext, 'now'>): string[] {
  const times = [...new Set(form.getAll('time').map(String))].toSorted()
  const isTime = (time: string) =>
    /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(time) &&
    IsoDate.safeParse(time.slice(0, 10)).success &&
    time.slice(0, 10) >= swedishDay(now)
  if (times.length !== 3 || !times.every(isTime))
    throw new ExpectedError('bad_request', { detail: jointActionText[lang].needTimes })
  return times
}

/** Why it ended. @throws ExpectedError `bad_request` without a reason */
export function whyIn(sent: Sent): string {
  const why = writtenIn(sent, 'why').slice(0, 1000)
  if (why === '') throw new ExpectedError('bad_request', { detail: jointActionText[sent.lang].needWhy })
  return why
}
