interface Hit {
  title: string
  kind: string
  where: string
  href: string
}

const delayMs = 80

/** Answers while one types, in a list under the field: arrow keys choose, Enter opens, Escape closes. */
export function startSearchSuggest(document: Document): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-search]')) attach(form)
}

function attach(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=search]')!
  const list = makeList(input)
  form.append(list)
  const state = { chosen: -1, timer: 0, asked: '' }

  const close = () => {
    list.hidden = true
    state.chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  close()
  const choose = (index: number) => {
    const options = [...list.children]
    state.chosen = options.length === 0 ? -1 : (index + options.length) % options.length
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === state.chosen)))
    const option = options[state.chosen]
    if (!option) return
    input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }
  const ask = async () => {
    const text = input.value.trim()
    state.asked = text
    if (text.length < 2) return close()
    const hits = await fetchHits(form, text)
    if (state.asked !== text || document.activeElement !== input) return
    list.replaceChildren(...hits.map((hit, index) => optionFor(hit, `${list.id}-${index}`)))
    list.hidden = hits.length === 0
    input.setAttribute('aria-expanded', String(hits.length > 0))
    state.chosen = -1
    input.removeAttribute('aria-activedescendant')
  }

  input.addEventListener('input', () => {
    clearTimeout(state.timer)
    state.timer = window.setTimeout(() => void ask(), delayMs)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'Escape') {
      // The first Escape closes the list; the next one empties the field, as browsers do.
      event.preventDefault()
      return close()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      choose(event.key === 'ArrowDown' ? state.chosen + 1 : Math.max(state.chosen, 0) - 1)
    } else if (event.key === 'Enter' && state.chosen >= 0) {
      event.preventDefault()
      location.href = (list.children[state.chosen] as HTMLAnchorElement).href
    }
  })
  input.addEventListener('blur', () => window.setTimeout(close, 150))
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

function optionFor(hit: Hit, id: string): HTMLElement {
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

/** The server's first hits; none when it cannot be reached, since the form still works. */
async function fetchHits(form: HTMLFormElement, text: string): Promise<Hit[]> {
  const query = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  query.set('q', text)
  query.set('lang', document.documentElement.lang)
  try {
    const answer = await fetch(`/api/v1/suggest?${query}`)
    return answer.ok ? ((await answer.json()) as { hits: Hit[] }).hits : []
  } catch {
    return []
  }
}
