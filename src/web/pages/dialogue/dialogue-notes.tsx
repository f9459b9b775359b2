import { heardSteps, heardTopics, sentencesOf, stepLabels, suggestTopics, topicLabel } from '../../../records/heard-topics.ts'
import type { DialogueProps } from './dialogue-shape.ts'
import { dialogueText } from './dialogue.text.ts'

/** The notes, sentence by sentence, each with what its words suggest; and where one writes on. */
export function Notes({ context, shape }: DialogueProps) {
  const { lang, paths } = context
  const text = dialogueText[lang]
  const { dialogue, notes, nextNote } = shape
  return (
    <section>
      <h2>{text.notes}</h2>
      <p class="section-note">{text.notesNote}</p>
      {notes.length === 0 ? <p class="empty">{text.noNotes}</p> : null}
      <ol class="link-list">
        {notes
          .flatMap(({ note_id, body }) => sentencesOf(body).map((sentence, at) => ({ key: `${note_id}-${at}`, sentence })))
          .map(({ key, sentence }) => (
            <li key={key}>
              <p class="statement" lang="sv">
                {sentence}
              </p>
              <Marking context={context} shape={shape} sentence={sentence} id={key} />
            </li>
          ))}
      </ol>
      <form
        method="post"
        action={paths.action('dialogue', { id: dialogue.id })}
        enctype="multipart/form-data"
        class="stack"
        data-autosave=""
        data-saved={text.savedAt}
        data-failed={text.notSaved}
      >
        <input type="hidden" name="note" value={nextNote} />
        <div class="field">
          <label for="note-body">{text.write}</label>
          <textarea id="note-body" name="body" rows={5} maxLength={4000} lang="sv" />
        </div>
        <p>
          <button type="submit">{text.save}</button> <output class="small muted" for="note-body" />
        </p>
      </form>
    </section>
  )
}

type MarkingProps = DialogueProps & { sentence: string; id: string }

/** Two presses at most: what the words suggest, or any topic, step and area. */
function Marking({ context, shape, sentence, id }: MarkingProps) {
  const { lang, paths } = context
  const text = dialogueText[lang]
  const { dialogue, findings } = shape
  const marked = findings.filter((finding) => finding.sentence === sentence)
  const suggested = suggestTopics(sentence).filter((topic) => !marked.some((one) => one.topic === topic))
  return (
    <>
      <form
        method="post"
        action={`${paths.action('dialogue', { id: dialogue.id })}/iakttagelse`}
        enctype="multipart/form-data"
        class="actions"
      >
        <input type="hidden" name="sentence" value={sentence} />
        {marked.map(({ topic }) => (
          <span key={topic} class="tag tag-new">
            ✓ {topicLabel(topic)[lang]}
          </span>
        ))}
        {suggested.map((topic) => (
          <button key={topic} type="submit" name="topic" value={topic} class="button-quiet" title={text.suggested}>
            + {topicLabel(topic)[lang]}
          </button>
        ))}
      </form>
      <details>
        <summary class="small">{text.other}</summary>
        <AnyTopic context={context} shape={shape} sentence={sentence} id={id} />
      </details>
    </>
  )
}

function AnyTopic({ context: { lang, paths }, shape: { dialogue, areas }, sentence, id }: MarkingProps) {
  const text = dialogueText[lang]
  const topics = heardTopics.map((topic) => [topic.id, topic.label[lang]] as const)
  const steps = heardSteps.map((step) => [step, stepLabels[step][lang]] as const)
  const named = areas.map(({ id: areaId, label }) => [areaId, label] as const)
  return (
    <form
      method="post"
      action={`${paths.action('dialogue', { id: dialogue.id })}/iakttagelse`}
      enctype="multipart/form-data"
      class="form-row"
    >
      <input type="hidden" name="sentence" value={sentence} />
      <Choice id={`topic-${id}`} name="topic" label={text.topic} options={topics} />
      <Choice id={`step-${id}`} name="step" label={text.step} options={steps} />
      <Choice id={`area-${id}`} name="area" label={text.area} options={[['', text.noArea], ...named]} />
      <button type="submit">{text.mark}</button>
    </form>
  )
}

interface ChoiceProps {
  id: string
  name: string
  label: string
  options: readonly (readonly [value: string, words: string])[]
}

function Choice({ id, name, label, options }: ChoiceProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
