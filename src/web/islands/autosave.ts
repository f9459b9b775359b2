/** How long after the last key. */
const pauseMs = 2000

/**
 * Saves a form by itself while somebody writes in it, and when the tab is left. The button does the same without this. The note has
 * its id in the form, so what is saved twice is one note.
 */
export function startAutosave(document: Document): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    const output = form.querySelector('output')
    let waiting: ReturnType<typeof setTimeout> | undefined
    let isSaved = true
    const save = async () => {
      clearTimeout(waiting)
      if (isSaved) return
      isSaved = true
      try {
        const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), redirect: 'manual', keepalive: true })
        if (answer.type !== 'opaqueredirect' && !answer.ok) throw new Error(String(answer.status))
        if (output) output.textContent = `${form.dataset['saved']} ${new Date().toTimeString().slice(0, 5)}`
      } catch {
        isSaved = false
        if (output) output.textContent = form.dataset['failed'] ?? ''
        waiting = setTimeout(() => void save(), pauseMs * 3)
      }
    }
    form.addEventListener('input', () => {
      isSaved = false
      clearTimeout(waiting)
      waiting = setTimeout(() => void save(), pauseMs)
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void save()
    })
  }
}
