/**
 * Shows the answer to a form as soon as a choice in it changes, under the address that the form would have led to. The button
 * does the same without this, and when the answer does not come.
 */
export function startLiveForm(document: Document): void {
  let waiting = new AbortController()
  document.addEventListener('change', (event) => {
    const field = event.target as HTMLElement
    const form = field.closest<HTMLFormElement>('form[data-live]')
    if (!form) return
    waiting.abort()
    waiting = new AbortController()
    showAnswer(document, { form, fieldId: field.id, signal: waiting.signal }).catch((error: unknown) => {
      // A newer choice has taken the place of one that is given up.
      if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit()
    })
  })
}

interface Asked {
  form: HTMLFormElement
  fieldId: string
  signal: AbortSignal
}

async function showAnswer(document: Document, { form, fieldId, signal }: Asked): Promise<void> {
  const address = new URL(form.action)
  for (const [name, value] of new FormData(form)) address.searchParams.append(name, value as string)
  const article = form.dataset['recount'] ? await recounted(document, form, address) : null
  if (signal.aborted) return
  if (article) showArticle(document, article)
  else await showPage(document, { address, signal })
  history.replaceState(null, '', address)
  const field = document.getElementById(fieldId)
  const fold = field?.closest('details')
  if (fold) fold.open = true
  field?.focus()
}

/** The answer counted in the browser; null when the server has to be asked. */
async function recounted(document: Document, form: HTMLFormElement, address: URL): Promise<string | null> {
  const { recountedArticle } = await import('./recount.ts')
  return recountedArticle(document, form, address)
}

/** Shows an article that was counted here. The tables beside do not depend on the choice, and stay. */
function showArticle(document: Document, html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('article')!
  const shown = document.querySelector('#content article')!
  const beside = shown.querySelector('#beside')
  if (beside) fresh.querySelector('#method')?.before(beside)
  shown.replaceWith(fresh)
}

async function showPage(document: Document, { address, signal }: { address: URL; signal: AbortSignal }): Promise<void> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`)
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html')
  const [content, newContent] = [document, answer].map((one) => one.querySelector('#content'))
  if (!content || !newContent) throw new Error('The answer has no content.')
  content.replaceChildren(...newContent.childNodes)
}
