import { randomUUID } from 'node:crypto'
import { findPersonalNumber } from '../../../records/personal-number.ts'
import { regionRef } from '../../../shapes/from-snapshot.ts'
import { findCurrentEdition } from '../../../snapshot/editions.ts'
import { mayAtLeast } from '../../../records/actor.ts'
import { defineVisitedPage, signedIn } from '../../frame/page.ts'
import { calendarFile } from './calendar-file.ts'
import { getDialogue, speaksFor } from './dialogue-access.ts'
import { dialogueAddress } from './dialogue.address.ts'
import { Findings } from './dialogue-findings.tsx'
import { FollowUps } from './follow-ups.tsx'
import { Notes } from './dialogue-notes.tsx'
import type { DialogueProps, DialogueShape } from './dialogue-shape.ts'
import { dialogueForms } from './dialogue.form.ts'
import { dialogueText } from './dialogue.text.ts'

/** One dialogue: agenda, notes with what can be marked in them, findings for the region to decide on, and follow-up. */
export const dialoguePage = defineVisitedPage<DialogueShape>({
  ...dialogueAddress,
  section: 'dialogues',
  examples: { sv: ['/dialog/17-2027-04-21-1300'], en: ['/en/dialogue/17-2027-04-21-1300'] },
  async load({ snapshot }, visit, { id = '' }) {
    const { actor } = signedIn(visit)
    const detail = await getDialogue(visit.store.side, id, actor)
    const { region_code: code } = detail.dialogue
    const edition = findCurrentEdition(snapshot, { kind: 'region', id: code })
    return {
      ...detail,
      region: regionRef(snapshot, code),
      areas: (edition?.priorities ?? []).map((area) => ({ id: area.id, label: area.displayLabel })),
      nextNote: randomUUID(),
      isOfficer: mayAtLeast(actor, 'officer'),
      speaksForRegion: speaksFor(actor, code),
      now: visit.now,
    }
  },
  render(context, shape) {
    const text = dialogueText[context.lang]
    return {
      title: `${text.with(shape.region.name)}, ${shape.dialogue.held_on}`,
      description: text.description,
      body: <Dialogue context={context} shape={shape} />,
    }
  },
  forms: dialogueForms,
})

function Dialogue({ context, shape }: DialogueProps) {
  const { lang, paths } = context
  const text = dialogueText[lang]
  const { dialogue, region, notes, now } = shape
  const number = notes.map(({ body }) => findPersonalNumber(body)).find((one) => one !== null)
  const title = text.with(region.name)
  return (
    <article class="dialogue">
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('dialogues')}>{text.title}</a> · <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>{' '}
          ·{' '}
          <span class="numeric">
            {dialogue.held_on} {dialogue.starts_at}
          </span>
        </p>
        <h1>
          {title}, {text.states[dialogue.state]}
        </h1>
        <p>
          {text.present}: <span lang="sv">{dialogue.roles.join('; ') || '–'}</span>.{' '}
          <a
            href={calendarFile({ id: dialogue.id, day: dialogue.held_on, hour: dialogue.starts_at, title, now })}
            download={`${dialogue.id}.ics`}
          >
            {text.calendar}
          </a>
        </p>
        <Move context={context} shape={shape} />
      </header>
      {number ? (
        <p class="callout callout-problem" role="alert">
          {text.personalNumber(number)}
        </p>
      ) : null}
      <section>
        <h2>{text.agenda}</h2>
        <p class="section-note">{text.agendaNote}</p>
        <ol class="agenda" lang="sv">
          {dialogue.agenda.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      </section>
      <Notes context={context} shape={shape} />
      <Findings context={context} shape={shape} />
      <FollowUps context={context} shape={shape} />
    </article>
  )
}

/** Where the officer takes the dialogue on to its next state. */
function Move({ context: { lang, paths }, shape: { dialogue, isOfficer } }: DialogueProps) {
  const text = dialogueText[lang]
  const next = {
    planned: ['running', text.begin],
    running: ['withRegion', text.end],
    withRegion: ['closed', text.close],
    closed: null,
  } as const
  const step = next[dialogue.state]
  if (!isOfficer || !step) return null
  return (
    <form method="post" action={`${paths.action('dialogue', { id: dialogue.id })}/lage`} enctype="multipart/form-data">
      <button type="submit" name="to" value={step[0]} class="button-quiet">
        {step[1]}
      </button>
    </form>
  )
}
