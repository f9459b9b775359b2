import { stepLabels, topicLabel } from '../../../records/heard-topics.ts'
import type { DialogueProps } from './dialogue-shape.ts'
import { dialogueText } from './dialogue.text.ts'

/** What has been marked, and where the region says what may be shown. */
export function Findings({ context: { lang, paths }, shape }: DialogueProps) {
  const text = dialogueText[lang]
  const { dialogue, findings, speaksForRegion } = shape
  return (
    <section>
      <h2>{text.findings}</h2>
      <p class="section-note">{text.findingsNote}</p>
      {findings.length === 0 ? <p class="empty">{text.noFindings}</p> : null}
      <ul class="link-list">
        {findings.map(({ id, sentence, topic, step, state }) => (
          <li key={id}>
            <p class="statement" lang="sv">
              ”{sentence}”
            </p>
            <p class="small muted">
              {topicLabel(topic)[lang]} · {stepLabels[step][lang]} · <strong>{text.findingStates[state]}</strong>
            </p>
            {state === 'marked' && speaksForRegion ? (
              <form
                method="post"
                action={`${paths.action('dialogue', { id: dialogue.id })}/beslut`}
                enctype="multipart/form-data"
                class="stack"
              >
                <input type="hidden" name="finding" value={id} />
                <div class="field">
                  <label for={`retold-${id}`}>{text.retold}</label>
                  <input id={`retold-${id}`} name="retold" maxLength={600} lang="sv" />
                </div>
                <p class="actions">
                  <button type="submit" name="to" value="published">
                    {text.show}
                  </button>
                  <button type="submit" name="to" value="withoutQuote" class="button-quiet">
                    {text.withoutQuote}
                  </button>
                  <button type="submit" name="to" value="vetoed" class="button-quiet">
                    {text.veto}
                  </button>
                </p>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
