import type { SuggestHit } from '../pages/search/suggest-hits.ts'
import { timeQueryNames } from '../frame/paths.ts'
import type { SearchReply, SearchSetting } from './search-worker.ts'

const delayMs = 80

/** Answers while one types, in a list under the field: arrow keys choose, Enter opens, Escape closes. */
export function startSearchSuggest(document: Document): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-search]')) attach(form)
}

function attach(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=search]')!
  const suggestions = attachList(form, input)
  let local: LocalSearch | null = null
  let timer = 0
  let asked = ''
  const ask = async () => {
    const text = input.value.trim()
    asked = text
    if (text.length < 2) return suggestions.close()
    // What the browser finds by the words alone is shown at once, and replaced by the server's answer, which knows synonyms.
    const here = await local?.ask(text)
    if (asked !== text) return
    if (here && here.length > 0) suggestions.show(here)
    timer = window.setTimeout(() => void askServer(text), delayMs)
  }
  const askServer = async (text: string) => {
    const hits = await fetchHits(form, text)
    if (hits && asked === text && !suggestions.hasChosen()) suggestions.show(hits)
  }
  input.addEventListener('focus', () => (local ??= startLocalSearch(form)), { once: true })
  input.addEventListener('input', () => {
    clearTimeout(timer)
    void ask()
  })
}

/** The list under a field, and the keys that move in it. */
function attachList(form: HTMLFormElement, input: HTMLInputElement) {
  const list = makeList(input)
  form.append(list)
  let chosen = -1
  const unchoose = () => {
    chosen = -1
    input.removeAttribute('aria-activedescendant')
  }
  const close = () => {
    list.hidden = true
    unchoose()
    input.setAttribute('aria-expanded', 'false')
  }
  close()
  const choose = (index: number) => {
    const options = [...list.children]
    chosen = options.length === 0 ? -1 : (index + options.length) % options.length
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)))
    const option = options[chosen]
    if (!option) return
    input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'Escape') {
      // The first Escape closes the list; the next one empties the field, as browsers do.
      event.preventDefault()
      return close()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      choose(event.key === 'ArrowDown' ? chosen + 1 : Math.max(chosen, 0) - 1)
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      location.href = (list.children[chosen] as HTMLAnchorElement).href
    }
  })
  input.addEventListener('blur', () => window.setTimeout(close, 150))
  const show = (hits: readonly SuggestHit[]) => {
    if (document.activeElement !== input) return
    list.replaceChildren(...hits.map((hit, index) => optionFor(hit, `${list.id}-${index}`)))
    list.hidden = hits.length === 0
    input.setAttribute('aria-expanded', String(hits.length > 0))
    unchoose()
  }
  return { close, show, hasChosen: () => chosen >= 0 }
}

/** The list of suggestions, tied to its field as a combobox. */
function makeList(input: HTMLInputElement): HTMLElement {
  const list = document.createElement('div')
  list.id = `${input.id}-list`
  list.className = 'suggest'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', document.documentElement.lang === 'sv' ? 'Förslag' : 'Suggestions')
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-autocomplete', 'list')
  return list
}

function optionFor(hit: SuggestHit, id: string): HTMLElement {
  const option = document.createElement('a')
  option.id = id
  option.href = hit.href
  option.tabIndex = -1
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  const what = document.createElement('span')
  what.className = 'what'
  what.textContent = [hit.kind, hit.where].filter(Boolean).join(' · ')
  option.append(hit.title, what)
  option.addEventListener('pointerdown', (event) => event.preventDefault())
  return option
}

/** Search in the browser itself, by the words of the records alone. */
interface LocalSearch {
  /** The hits for a text; null while the index is not ready. Of several questions for the same text, the newest is answered. */
  ask(text: string): Promise<SuggestHit[] | null>
}

/** Starts search in a worker, for an answer before the server's. */
function startLocalSearch(form: HTMLFormElement): LocalSearch | null {
  const isSaving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
  if (isSaving || typeof Worker === 'undefined') return null
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<string, (hits: SuggestHit[]) => void>()
  let isReady = false
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    if ('state' in data) {
      if (data.state === 'listening') return worker.postMessage(settingOf(form))
      isReady = data.state === 'ready'
      form.dataset['search'] = data.state
      if (!isReady) worker.terminate()
      return
    }
    waiting.get(data.text)?.(data.hits)
    waiting.delete(data.text)
  })
  return {
    ask(text) {
      if (!isReady) return Promise.resolve(null)
      return new Promise((resolve) => {
        waiting.set(text, resolve)
        worker.postMessage(text)
      })
    },
  }
}

/** The page's language and chosen time, from its form. */
function settingOf(form: HTMLFormElement): SearchSetting {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'sv'
  const names = timeQueryNames[lang]
  const fields = new FormData(form)
  const [validAt, knownOn] = [fields.get(names.validAt), fields.get(names.knownOn)].map((value) => String(value ?? '') || null)
  const query = new URLSearchParams()
  if (validAt) query.set('date', validAt)
  if (knownOn) query.set('known', knownOn)
  const time = validAt || knownOn ? { validAt: validAt ?? '', knownOn: knownOn ?? null, isToday: !validAt } : null
  return { documentsUrl: `/api/v1/search-documents?${query}`, lang, time }
}

/** The server's first hits; null when it cannot be reached, since the form still works. */
async function fetchHits(form: HTMLFormElement, text: string): Promise<SuggestHit[] | null> {
  const query = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  query.set('q', text)
  query.set('lang', document.documentElement.lang)
  try {
    const answer = await fetch(`/api/v1/suggest?${query}`)
    return answer.ok ? ((await answer.json()) as { hits: SuggestHit[] }).hits : null
  } catch {
    return null
  }
}
