// Runs before the page is painted, so that a chosen light or dark theme does not flash.
document.documentElement.classList.add('js')
try {
  const chosen = localStorage.getItem('theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Without storage the system's choice holds.
}
