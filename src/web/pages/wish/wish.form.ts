import { submit } from '../../../changes/submit.ts'
import { seenIn } from '../../../changes/seen-record.ts'
import { answerWish, sayOnWish } from '../../../changes/wish-changes.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import type { BodyOf } from '../../../records/record.ts'
import { IsoDate } from '../../../records/time.ts'
import { storedOwnerRole } from '../../../records/owner-roles.ts'
import { answerStates } from '../../../records/wish-answer.ts'
import { askerWords } from '../../../records/wish-asker.ts'
import type { FormAction, FormActions, FormContext } from '../../frame/page.ts'
import { namesIn, wordsIn as queryWords } from '../../frame/page-address.ts'
import { wishAddress } from './wish.address.ts'
import { wordsIn } from './wishes.form.tsx'
import { wishText } from './wish.text.ts'

const savedPage = ({ lang, paths }: FormContext, id: string): { redirectTo: string } => ({
  redirectTo: paths.to('wish', { id }, { [namesIn(wishAddress, lang).saved]: queryWords(wishAddress.query.saved, lang).yes }),
})

/** What the national level says. */
const answer: FormAction = async (context, { id = '' }) => {
  const { form, registry, actor, today, lang } = context
  const text = wishText[lang]
  const state = answerStates.find((one) => one === form.get('state'))
  if (!state) throw new ExpectedError('bad_request', { detail: text.needState })
  const dueOn = wordsIn(form, 'dueOn')
  if (dueOn !== '' && !IsoDate.safeParse(dueOn).success) throw new ExpectedError('invalid_date', { detail: dueOn.slice(0, 20) })
  const sv = wordsIn(form, 'answer')
  const en = wordsIn(form, 'answerEn')
  const body: BodyOf<'wishAnswer'> = {
    wishId: id,
    state,
    ownerRole: storedOwnerRole(wordsIn(form, 'ownerRole')),
    dueOn: dueOn === '' ? null : dueOn,
    answer: sv === '' ? null : { sv, en: en === '' ? sv : en },
    proof: wordsIn(form, 'proof') || null,
  }
  await submit(registry, answerWish(await registry.view(), { answer: body, seen: seenIn(form), today }), actor)
  return savedPage(context, id)
}

/** What a region says: that it asks too, or whether the answer solved it. */
const say: FormAction = async (context, { id = '' }) => {
  const { form, registry, actor, today, lang } = context
  const text = wishText[lang]
  const says = askerWords.find((one) => one === form.get('says'))
  const regionCode = wordsIn(form, 'region')
  if (!says) throw new ExpectedError('bad_request', { detail: text.needState })
  if (regionCode === '') throw new ExpectedError('bad_request', { detail: text.needRegion })
  const comment = wordsIn(form, 'comment') || null
  const { change } = sayOnWish(await registry.view(), { wishId: id, regionCode, says, comment, today })
  await submit(registry, change, actor)
  return savedPage(context, id)
}

/** What a wish's page does with its two forms. */
export const wishForms: FormActions = {
  mostBytes: 64 * 1024,
  least: 'proposer',
  refusals: wishText,
  actions: { '': answer, '/region': say },
}
