import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { heardShape } from '../../../shapes/heard-shape.ts'
import type { HeardShape } from '../../../shapes/heard-shape.ts'
import { heardTopicShapes } from '../../../shapes/heard-topics-shape.ts'
import type { HeardTopicShape } from '../../../shapes/heard-topics-shape.ts'
import type { StatementShape } from '../../../shapes/shapes.ts'
import { Citation } from '../../frame/priority-parts.tsx'
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
  wishNote: 'Läge, ansvarig och svar för varje önskemål:',
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
    wishNote: 'State, owner and answer of each wish:',
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
  read: ({ snapshot }) => ({ heard: heardShape(snapshot), topics: heardTopicShapes(snapshot) }),
  render(context, { heard, topics }) {
    const { title, description } = text[context.lang]
    return { title, description, body: <Heard context={context} shape={heard} topics={topics} /> }
  },
  api: [statementsApi, heardTopicsApi],
})

function Heard({ context, shape, topics }: { context: PageContext; shape: HeardShape; topics: readonly HeardTopicShape[] }) {
  const { lang, paths } = context
  const words = text[lang]
  return (
    <>
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p class="muted">{words.retold}</p>
      </header>
      <TopicTable context={context} topics={topics} />
      {shape.map(({ kind, statements }) => (
        <section key={kind}>
          <h2>{words[kind]}</h2>
          <p class="section-note">
            {words[`${kind}Note`]} {kind === 'wish' ? <a href={paths.to('wishes')}>{words.toWishes}</a> : null}
          </p>
          {statements.length === 0 ? <p class="empty">{words.none}</p> : null}
          <ol class="statements">
            {statements.map((statement) => (
              <Statement key={statement.id} context={context} statement={statement} />
            ))}
          </ol>
        </section>
      ))}
      <p class="actions small">
        <a href={paths.api('tables/statements.csv', { variant: 'excel', lang })}>{words.csv}</a>
        <a href={paths.api('statements')}>{words.json}</a>
      </p>
    </>
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
