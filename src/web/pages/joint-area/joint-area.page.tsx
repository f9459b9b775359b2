import { ExpectedError } from '../../../records/expected-error.ts'
import { findEditions } from '../../../snapshot/editions.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { editionShape, jointAreaShape, regionsInForce } from '../../../shapes/from-snapshot.ts'
import type { EditionShape, JointAreaShape, RegionRef } from '../../../shapes/shapes.ts'
import { EditionBlock } from '../../frame/edition-parts.tsx'
import { joinWords } from '../../../language/join-words.ts'
import { SwedenMap } from '../../charts/sweden-map.tsx'
import type { Language, Texts } from '../../../records/language.ts'
import { jointActionShapes } from '../../../shapes/joint-action-shape.ts'
import type { JointActionShape } from '../../../shapes/joint-action-shape.ts'
import { InviteLink } from '../joint-action/invite-link.tsx'
import { JointActionsSection } from '../joint-action/joint-actions.page.tsx'
import { jointAreaApi, jointAreasApi } from './joint-area.api.ts'
import { jointAreaAddress } from './joint-area.address.ts'

const sv = {
  eyebrow: 'Samverkansområde',
  lead: (members: string) => `${members} har valt områden tillsammans, utöver sina egna.`,
  areas: 'Gemensamma områden',
  members: 'Regioner som ingår',
  compare: 'Jämför regionernas egna områden',
  notFound: 'Samverkansområdet finns inte.',
}
const text: Texts<typeof sv> = {
  sv,
  en: {
    eyebrow: 'Joint area',
    lead: (members: string) => `${members} have chosen areas together, besides their own.`,
    areas: 'Shared areas',
    members: 'Member regions',
    compare: 'Compare the regions’ own areas',
    notFound: 'There is no such joint area.',
  },
}

export const jointAreaPage = definePage({
  ...jointAreaAddress,
  section: 'start',
  sitemap: (snapshot) => snapshot.inForce('jointArea').map(({ id }) => ({ slug: id })),
  examples: { sv: ['/samverkan/ostra-mellansverige'], en: ['/en/joint-area/smaland-och-oarna'] },
  resource: (snapshot, { slug = '' }) => (snapshot.getBegun('jointArea', slug) ? { kind: 'jointArea', id: slug } : null),
  read({ lang, snapshot }, { slug = '' }) {
    const found = snapshot.getBegun('jointArea', slug)
    if (!found) throw new ExpectedError('not_found', { detail: text[lang].notFound })
    return {
      area: jointAreaShape(snapshot, found),
      onMap: regionsInForce(snapshot),
      actions: jointActionShapes(snapshot, { jointAreaId: slug }),
      editions: findEditions(snapshot, { kind: 'jointArea', id: slug }).map((edition) => editionShape(snapshot, edition)),
    }
  },
  render: (context, { area, editions, onMap, actions }) => ({
    title: area.name[context.lang],
    description: text[context.lang].lead(memberNames(area, context.lang)),
    body: <JointArea context={context} area={area} editions={editions} onMap={onMap} actions={actions} />,
  }),
  api: [jointAreaApi, jointAreasApi],
})

interface JointAreaProps {
  context: PageContext
  area: JointAreaShape
  editions: readonly EditionShape[]
  /** The regions that the map shows. */
  onMap: readonly RegionRef[]
  actions: readonly JointActionShape[]
}

function JointArea({ context, area, editions, onMap, actions }: JointAreaProps) {
  const { lang, paths } = context
  const codes = new Set(area.members.map((member) => member.code))
  const regions = onMap.map(({ code, slug, name }) => ({
    code,
    name,
    href: paths.to('region', { slug }),
    className: codes.has(code) ? 'fill-here' : 'fill-none',
    note: '',
  }))
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">{text[lang].eyebrow}</p>
        <h1>{area.name[lang]}</h1>
        <p class="lead">{text[lang].lead(memberNames(area, lang))}</p>
        {area.note ? <p class="note">{area.note[lang]}</p> : null}
      </header>
      <div class="columns aside-right">
        <section>
          <h2>{text[lang].areas}</h2>
          {editions.toReversed().map((edition) => (
            <EditionBlock key={edition.strategy.id} context={context} edition={edition} />
          ))}
          <JointActionsSection context={context} actions={actions} />
        </section>
        <div>
          <section>
            <h2>{text[lang].members}</h2>
            <ul class="link-list">
              {area.members.map((member) => (
                <li key={member.code}>
                  <a href={paths.to('region', { slug: member.slug })}>{member.name}</a>
                </li>
              ))}
            </ul>
            <p class="actions">
              <a href={paths.to('compare', {}, { region: area.members.slice(0, 4).map((member) => member.slug) })}>
                {text[lang].compare}
              </a>
            </p>
            <InviteLink context={context} asked={{ jointArea: area.id }} />
            <SwedenMap context={context} regions={regions} description={text[lang].lead(memberNames(area, lang))} />
          </section>
        </div>
      </div>
    </article>
  )
}

const memberNames = (area: JointAreaShape, lang: Language) =>
  joinWords(
    area.members.map((member) => member.name),
    lang,
  )
