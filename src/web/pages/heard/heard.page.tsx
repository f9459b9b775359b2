import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { heardShape } from '../../../shapes/heard-shape.ts'
import type { HeardShape } from '../../../shapes/heard-shape.ts'
import { heardTopicShapes } from '../../../shapes/heard-topics-shape.ts'
import type { HeardTopicShape } from '../../../shapes/heard-topics-shape.ts'
import type { StatementShape } from '../../../shapes/shapes.ts'
import { Citation } from '../../frame/priority-parts.tsx'
import { wishCounts, wishShapes } from '../../../shapes/wish-shape.ts'
import type { WishShape } from '../../../shapes/wish-shape.ts'
import { WishList } from '../wish/wish-list.tsx'
import { wishText } from '../wish/wish.text.ts'
import type { Texts } from '../../../records/language.ts'
import { heardTopicsApi, statementsApi } from './heard.api.ts'
import { heardAddress } from './heard.address.ts'
import { TopicTable } from './topic-table.tsx'

const sv = {
  title: 'Vad vi hört',
  lead: 'Vad regionerna sade i dialogerna om smart specialisering, vad de önskade av den nationella nivån, och vad som skulle hända sedan.',
  description: 'Iakttagelser och önskemål från dialoger med regionerna, och nästa steg.',
  finding: 'Det vi hörde',
  findingNote: 'Iakttagelser från dialoger med regionerna.',
  wish: 'Det regionerna önskade av den nationella nivån',
  wishNote: 'Strecket visar hur länge önskemålet har väntat. Svar, ansvarig och filter:',
  toWishes: 'alla önskemål',
  nextStep: 'Nästa steg som utlovades',
  nextStepNote: 'Som de angavs då; inget utfall är infört i registret än.',
  retold:
    'Återgivet med våra ord, kort. Raden vid varje punkt är räknad i bildspelet som text; i ett annat format kan samma rad ha ett annat nummer.',
  permalink: 'Beständig länk till punkten',
  none: 'Inget är känt den här dagen.',
  csv: 'Allt som CSV (Excel)',
  json: 'Allt som JSON',
  history: 'Versioner',
}
const text: Texts<typeof sv> = {
  sv,
  en: {
    title: 'What we heard',
    lead: 'What the regions said in dialogues on smart specialisation, what they wished of the national level, and what was to come next.',
    description: 'Findings and wishes from dialogues with the regions, and next steps.',
    finding: 'What was heard',
    findingNote: 'Findings from dialogues with the regions.',
    wish: 'What the regions wished of the national level',
    wishNote: 'The bar shows how long a wish has waited. Answers, owners and filters:',
    toWishes: 'all wishes',
    nextStep: 'Next steps announced',
    nextStepNote: 'As stated then; no outcome has been entered in the registry yet.',
    retold:
      'Retold briefly in our words. The line at each item is counted in the deck as text; in another format the same line can have another number.',
    permalink: 'Permanent link to the item',
    none: 'Nothing is known on this day.',
    csv: 'All as CSV (Excel)',
    json: 'All as JSON',
    history: 'Versions',
  },
}

export const heardPage = definePage({
  ...heardAddress,
  menu: { where: 'header', place: 5, label: { sv: 'Vad vi hört', en: 'What we heard' } },
  read: ({ snapshot }) => ({
    heard: heardShape(snapshot),
    topics: heardTopicShapes(snapshot),
    wishes: wishShapes(snapshot),
    today: snapshot.validAt,
  }),
  render(context, shape) {
    const { title, description } = text[context.lang]
    return { title, description, body: <Heard context={context} shape={shape} /> }
  },
  api: [statementsApi, heardTopicsApi],
})

interface Shown {
  heard: HeardShape
  topics: readonly HeardTopicShape[]
  wishes: readonly WishShape[]
  today: string
}

function Heard({ context, shape }: { context: PageContext; shape: Shown }) {
  const { lang, paths } = context
  const words = text[lang]
  const { heard, topics, wishes, today } = shape
  const years = new Set(wishes.map(({ askedOn }) => askedOn.slice(0, 4)))
  const year = years.size === 1 ? [...years][0]! : null
  const statementsOf = (kind: 'finding' | 'nextStep') => heard.find((one) => one.kind === kind)!.statements
  return (
    <>
      <header class="page-head">
        <p class="eyebrow">{words.title}</p>
        <h1>{wishes.length > 0 ? wishText[lang].headline({ ...wishCounts(wishes), year }) : words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <section>
        <h2>{words.wish}</h2>
        <p class="section-note">
          {words.wishNote} <a href={paths.to('wishes')}>{words.toWishes}</a>.
        </p>
        {wishes.length === 0 ? <p class="empty">{words.none}</p> : <WishList context={context} wishes={wishes} today={today} />}
      </section>
      {(['finding', 'nextStep'] as const).map((kind) => (
        <Statements key={kind} context={context} kind={kind} statements={statementsOf(kind)} />
      ))}
      <TopicTable context={context} topics={topics} />
      <p class="small muted">{words.retold}</p>
      <p class="actions small">
        <a href={paths.api('tables/statements.csv', { variant: 'excel', lang })}>{words.csv}</a>
        <a href={paths.api('statements')}>{words.json}</a>
      </p>
    </>
  )
}

function Statements({
  context,
  kind,
  statements,
}: {
  context: PageContext
  kind: 'finding' | 'nextStep'
  statements: readonly StatementShape[]
}) {
  const words = text[context.lang]
  return (
    <section>
      <h2>{words[kind]}</h2>
      <p class="section-note">{words[`${kind}Note`]}</p>
      {statements.length === 0 ? <p class="empty">{words.none}</p> : null}
      <ol class="statements">
        {statements.map((statement) => (
          <Statement key={statement.id} context={context} statement={statement} />
        ))}
      </ol>
    </section>
  )
}

function Statement({ context, statement }: { context: PageContext; statement: StatementShape }) {
  const { lang, paths } = context
  return (
    <li id={statement.id}>
      <p class="statement" lang={lang === 'en' && statement.text.en === statement.text.sv ? 'sv' : undefined}>
        {statement.text[lang]}
      </p>
      <div class="statement-foot">
        <Citation context={context} citation={statement.citation} />
        <p class="cite">
          <a href={`#${statement.id}`} aria-label={`${text[lang].permalink} ${statement.order}`}>
            #
          </a>{' '}
          · <a href={paths.to('history', { kind: statement.kind, id: statement.id })}>{text[lang].history}</a>
        </p>
      </div>
    </li>
  )
}
