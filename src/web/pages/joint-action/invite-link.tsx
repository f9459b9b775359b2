import type { PageContext } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { jointActionsAddress } from './joint-action.address.ts'
import { jointActionText } from './joint-action.text.ts'

type Asked = Partial<Record<'region' | 'partner' | 'area' | 'partnerArea' | 'jointArea', string>>

/** The way from a match or a joint area to an invitation. */
export function InviteLink({ context: { lang, paths }, asked }: { context: PageContext; asked: Asked }) {
  const names = namesIn(jointActionsAddress, lang)
  const query = Object.fromEntries(Object.entries(asked).map(([name, value]) => [names[name as keyof Asked], value]))
  return (
    <p class="no-print">
      <a class="button button-quiet" href={paths.to('jointActions', {}, query)}>
        {jointActionText[lang].invite}
      </a>
    </p>
  )
}
