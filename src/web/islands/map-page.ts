type Mode = 'number' | 'theme' | 'changed'

const newsFill: Record<string, string> = {
  changed: 'fill-changed',
  restated: 'fill-restated',
  unread: 'fill-unknown',
  unknown: 'fill-none',
}

/** Recolours the start page's map and list at once, and ties the map's regions to the list's. */
export function startMapPage(document: Document): void {
  const page = document.querySelector<HTMLElement>('[data-map-page]')!
  const words = JSON.parse(page.dataset['mapPage']!) as { modeName: string; themeName: string; modeWords: Record<Mode, string> }
  const links = [...page.querySelectorAll<HTMLAnchorElement>('[data-map-mode]')]
  const form = page.querySelector<HTMLFormElement>('[data-map-theme-form]')!
  const select = form.querySelector('select')!

  const show = (mode: Mode) => {
    const option = select.selectedOptions[0]!
    colour(page, { mode, themeId: option.dataset['themeId']!, family: option.dataset['family']! })
    for (const link of links) {
      if (link.dataset['mapMode'] === mode) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    form.hidden = mode !== 'theme'
    for (const legend of page.querySelectorAll<HTMLElement>('[data-legend]')) legend.hidden = legend.dataset['legend'] !== mode
    const legend = page.querySelector<HTMLElement>(`[data-legend=${mode}]`)!
    const sentence = mode === 'theme' ? option.dataset['sentence']! : legend.dataset['sentence']!
    page.querySelector('[data-map-sentence]')!.textContent = sentence
    const url = new URL(location.href)
    url.searchParams.set(words.modeName, words.modeWords[mode])
    if (mode === 'theme') url.searchParams.set(words.themeName, select.value)
    else url.searchParams.delete(words.themeName)
    history.replaceState(null, '', url)
  }

  for (const link of links) {
    link.addEventListener('click', (event) => {
      // What the statistics say takes longer to make, so the page has it only when it is asked for.
      if (link.dataset['mapMode'] === 'evidence') return
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      show(link.dataset['mapMode'] as Mode)
    })
  }
  select.addEventListener('change', () => show('theme'))
  tieMapToList(page)
}

function colour(page: HTMLElement, { mode, themeId, family }: { mode: Mode; themeId: string; family: string }): void {
  const fills = new Map<string, string>()
  for (const county of page.querySelectorAll<SVGPathElement>('path[data-region]')) {
    const data = county.dataset
    const has = data['themes']!.split(' ').includes(themeId)
    const isUnknown = data['count'] === ''
    const count = Number(data['count'])
    const byMode: Record<Mode, string> = {
      number: isUnknown ? 'fill-unknown' : count === 0 ? 'fill-none' : `fill-${Math.min(count, 6)}`,
      theme: has ? `fill-theme family-${family}` : isUnknown ? 'fill-unknown' : 'fill-none',
      changed: newsFill[data['news']!]!,
    }
    fills.set(data['region']!, byMode[mode])
    county.setAttribute('class', `county ${byMode[mode]}`)
  }
  const list = page.querySelector<HTMLElement>('[data-region-index]')!
  for (const item of list.querySelectorAll<HTMLElement>('li[data-region]')) {
    const fill = fills.get(item.dataset['region']!) ?? 'fill-none'
    item.querySelector('.swatch rect')!.setAttribute('class', fill)
    for (const word of item.querySelectorAll<HTMLElement>('[data-themes]')) {
      word.classList.toggle('is-match', mode === 'theme' && word.dataset['themes']!.split(' ').includes(themeId))
    }
  }
  const theme = page.querySelector('[data-legend=theme] rect')
  theme?.setAttribute('class', `fill-theme family-${family}`)
}

function tieMapToList(page: HTMLElement): void {
  const mark = (code: string | undefined, on: boolean) => {
    if (!code) return
    for (const element of page.querySelectorAll(`[data-region="${code}"]`)) element.classList.toggle('is-active', on)
  }
  for (const element of page.querySelectorAll<HTMLElement | SVGElement>('[data-region]')) {
    const code = element.dataset['region']
    element.addEventListener('pointerenter', () => mark(code, true))
    element.addEventListener('pointerleave', () => mark(code, false))
    element.addEventListener('focusin', () => mark(code, true))
    element.addEventListener('focusout', () => mark(code, false))
  }
}
