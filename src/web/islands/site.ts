import '../ui/styles/base.css'
import '../ui/styles/layout.css'
import '../ui/styles/parts.css'
import '../ui/styles/map.css'
import '../ui/styles/pages.css'
import '../ui/styles/print.css'
import { startThemeToggle } from './theme-toggle.ts'

startThemeToggle(document)
if (document.querySelector('[data-map-page]')) void import('./map-page.ts').then(({ startMapPage }) => startMapPage(document))
if (document.querySelector('[data-search]'))
  void import('./search-suggest.ts').then(({ startSearchSuggest }) => startSearchSuggest(document))
if (document.querySelector('form.drop')) void import('./file-drop.ts').then(({ startFileDrop }) => startFileDrop(document))
