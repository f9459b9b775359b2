import { formatDate } from '../../frame/format.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { EditionBlock } from '../../frame/edition-parts.tsx'
import { OwnerLink } from '../../frame/priority-parts.tsx'
import { listShape } from '../../../shapes/list-shape.ts'
import type { EditionShape } from '../../../shapes/shapes.ts'
import type { Language, Texts } from '../../../records/language.ts'
import { listAddress } from './list.address.ts'
import { listApi } from './list.api.ts'

const sv = {
  title: (owner: string, edition: string) => `Listan ${edition}, ${owner}`,
  description: (owner: string, edition: string) =>
    `Områdena i ${owner}s lista ${edition}, med ägarens egna ord, källa och giltighet.`,
  from: (day: string) => `Gäller från ${day}`,
  until: (day: string) => `till ${day}`,
  period: 'Programperioden',
  json: 'Listan som JSON',
  history: 'Alla versioner av posten',
}
const text: Texts<typeof sv> = {
  sv,
  en: {
    title: (owner, edition) => `List ${edition}, ${owner}`,
    description: (owner, edition) =>
      `The areas of the list ${edition} of ${owner}, in the owner’s own words, with source and days in force.`,
    from: (day) => `In force from ${day}`,
    until: (day) => `until ${day}`,
    period: 'The programme period',
    json: 'The list as JSON',
    history: 'All versions of the record',
  },
}

/** One list, which has a name of its own in linked data. */
export const listPage = definePage({
  ...listAddress,
  section: 'start',
  sitemap: (snapshot) => snapshot.everBegun('strategy').map(({ id }) => ({ id })),
  examples: { sv: ['/lista/norrbotten-2018'], en: ['/en/list/norrbotten-2018'] },
  resource: (snapshot, { id = '' }) => (snapshot.getBegun('strategy', id) ? { kind: 'strategy', id } : null),
  read: ({ snapshot }, { id = '' }) => listShape(snapshot, id),
  render(context, edition) {
    const { owner, edition: name } = edition.strategy
    const words = text[context.lang]
    return {
      title: words.title(owner.name[context.lang], name),
      description: words.description(owner.name[context.lang], name),
      body: <List context={context} edition={edition} />,
    }
  },
  api: [listApi],
})

function List({ context, edition }: { context: PageContext; edition: EditionShape }) {
  const { lang, paths } = context
  const { strategy } = edition
  const words = text[lang]
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          <OwnerLink context={context} owner={strategy.owner} />
        </p>
        <h1>{words.title(strategy.owner.name[lang], strategy.edition)}</h1>
        <p class="lead">{daysOf(edition, lang)}</p>
        <p class="actions small">
          <a href={paths.to('period', { id: strategy.programmePeriodId })}>
            {words.period} {strategy.programmePeriodId.replace('-', '–')}
          </a>
          <a href={paths.api(`lists/${strategy.id}`)}>{words.json}</a>
          <a href={paths.to('history', { kind: 'strategy', id: strategy.id })}>{words.history}</a>
        </p>
      </header>
      <EditionBlock context={context} edition={edition} />
    </article>
  )
}

function daysOf({ strategy: { meta, datePrecision } }: EditionShape, lang: Language): string {
  const from = text[lang].from(formatDate(meta.inForceFrom, { precision: datePrecision, lang }))
  return meta.inForceTo === null ? `${from}.` : `${from} ${text[lang].until(meta.inForceTo)}.`
}
