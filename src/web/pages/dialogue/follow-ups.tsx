import { dayAfter } from '../../../records/time.ts'
import type { DialogueProps } from './dialogue-shape.ts'
import { dialogueText } from './dialogue.text.ts'

/** What is to be done after the meeting, by whom and when; what is left opens the next dialogue's agenda. */
export function FollowUps({ context: { lang, paths, today }, shape: { dialogue, followUps } }: DialogueProps) {
  const text = dialogueText[lang]
  const address = paths.action('dialogue', { id: dialogue.id })
  return (
    <section>
      <h2>{text.followUps}</h2>
      {followUps.length === 0 ? <p class="empty">{text.noFollowUps}</p> : null}
      <ul class="link-list">
        {followUps.map(({ id, what, owner_role, due_on, is_done }) => (
          <li key={id}>
            <span lang="sv">{what}</span> · <span lang="sv">{owner_role}</span> · <span class="numeric">{due_on}</span>
            {is_done ? (
              <strong> · {text.isDone}</strong>
            ) : (
              <form method="post" action={`${address}/gjort`} enctype="multipart/form-data" class="actions">
                <button type="submit" name="followUp" value={id} class="button-quiet">
                  {text.done}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={`${address}/uppfoljning`} enctype="multipart/form-data" class="form-row">
        <div class="field field-grow">
          <label for="follow-what">{text.what}</label>
          <input id="follow-what" name="what" maxLength={300} required lang="sv" />
        </div>
        <div class="field">
          <label for="follow-owner">{text.owner}</label>
          <input id="follow-owner" name="owner" maxLength={120} list="follow-owners" required lang="sv" />
          <datalist id="follow-owners">
            {dialogue.roles.map((role) => (
              <option key={role} value={role} />
            ))}
          </datalist>
        </div>
        <div class="field">
          <label for="follow-due">{text.due}</label>
          <input id="follow-due" type="date" name="due" value={dayAfter(today, 14)} />
        </div>
        <button type="submit">{text.add}</button>
      </form>
    </section>
  )
}
