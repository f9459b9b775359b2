import { z } from '@hono/zod-openapi'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { definePage } from '../../frame/page.ts'
import { trialAddress } from './trial.address.ts'

const namesOf = (snapshot: Snapshot) => snapshot.inForce('region').map(({ name }) => name)

/** A page that no site has: the test adds it as a folder and one line. */
export const trialPage = definePage({
  ...trialAddress,
  menu: { where: 'header', place: 99, label: { sv: 'Prov', en: 'Trial' } },
  read({ snapshot, lang, url }) {
    const isFalling = url.searchParams.get(namesIn(trialAddress, lang).order) === wordsIn(trialAddress.query.order, lang).falling
    return isFalling ? namesOf(snapshot).toReversed() : namesOf(snapshot)
  },
  render: ({ lang }, names) => ({
    title: lang === 'sv' ? 'Prov' : 'Trial',
    description: 'Prov',
    body: <p id="trial">{names.join(', ')}</p>,
  }),
  api: [
    {
      path: 'trial',
      summary: 'What the trial page shows',
      response: z.array(z.string()),
      read: ({ snapshot }) => namesOf(snapshot),
    },
  ],
  forms: {
    mostBytes: 1000,
    refusals: {
      sv: { editingOff: 'Av', otherSite: 'Annan', wrongForm: 'Fel', tooMuch: 'Mycket' },
      en: { editingOff: 'Off', otherSite: 'Other', wrongForm: 'Wrong', tooMuch: 'Much' },
    },
    actions: {
      '': async ({ form, paths, actor }) => ({
        redirectTo: paths.to('trial', {}, { by: actor.kind, word: String(form.get('word')) }),
      }),
    },
  },
})
