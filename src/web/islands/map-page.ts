/**
 * Ties the start page's map to its list: what the pointer or the keyboard is at is marked in both, and a card shows the
 * region's areas, taken from its row. A tap opens the card first, so that a finger may look before it goes.
 */
export function startMapPage(document: Document): void {
  const about = document.querySelector<HTMLElement>('[data-map-about]')!
  const card = document.querySelector<HTMLElement>('[data-map-card]')!
  const map = document.querySelector<HTMLElement>('.atlas-map')!
  let shown: string | null = null

  const show = (code: string) => {
    if (shown === code) return
    hide()
    shown = code
    for (const element of ofRegion(code)) element.classList.add('is-active')
    card.replaceChildren(...cardOf(document, code))
    about.hidden = true
    card.hidden = false
  }
  const hide = () => {
    if (shown !== null) for (const element of ofRegion(shown)) element.classList.remove('is-active')
    shown = null
    about.hidden = false
    card.hidden = true
  }
  const ofRegion = (code: string) => document.querySelectorAll(`[data-region="${code}"]`)

  for (const element of document.querySelectorAll<HTMLElement | SVGElement>('[data-region]')) {
    const code = element.dataset['region']!
    const isOnMap = map.contains(element)
    element.addEventListener('pointerenter', (event) => {
      if ((event as PointerEvent).pointerType === 'mouse') show(code)
    })
    element.addEventListener('pointerleave', (event) => {
      if ((event as PointerEvent).pointerType === 'mouse') hide()
    })
    if (!isOnMap) {
      element.addEventListener('focusin', () => show(code))
      element.addEventListener('focusout', hide)
      continue
    }
    element.addEventListener('click', (event) => {
      if ((event as PointerEvent).pointerType === 'mouse' || shown === code) return
      event.preventDefault()
      show(code)
    })
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide()
  })
  document.addEventListener('click', ({ target }) => {
    if (shown !== null && target instanceof Element && !target.closest('[data-region], [data-map-card]')) hide()
  })
}

/** The region's name, areas and date, copied from its row in the list. */
function cardOf(document: Document, code: string): Node[] {
  const row = document.querySelector<HTMLElement>(`#region-${code}`)!
  const heading = document.createElement('h2')
  heading.append(row.querySelector('.name')!.cloneNode(true))
  const areas = document.createElement('ul')
  const words = row.querySelectorAll('.words .area')
  for (const area of words) {
    const item = document.createElement('li')
    item.append(...[...area.childNodes].map((node) => node.cloneNode(true)))
    areas.append(item)
  }
  const state = document.createElement('p')
  state.append(...[...row.querySelector('.state')!.childNodes].map((node) => node.cloneNode(true)))
  if (words.length > 0) return [heading, areas, state]
  const none = document.createElement('p')
  none.textContent = row.querySelector('.words')!.textContent
  return [heading, none, state]
}
