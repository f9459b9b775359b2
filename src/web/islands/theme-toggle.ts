/** Lets the reader choose light or dark; the choice stays in this browser. */
export function startThemeToggle(document: Document): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]')
  if (!button) return
  const root = document.documentElement
  const isDark = () =>
    (root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark'
  const showState = () => button.setAttribute('aria-pressed', String(isDark()))
  showState()
  button.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark'
    showState()
    try {
      localStorage.setItem('theme', root.dataset['theme'])
    } catch {
      // Private windows may refuse to store; the choice then lasts as long as the page.
    }
  })
}
