import '../frame/styles/base.css'
import '../frame/styles/layout.css'
import '../frame/styles/parts.css'
import '../frame/styles/pages.css'
import './page-styles.ts'
import '../frame/styles/print.css'
import { startThemeToggle } from './theme-toggle.ts'

startThemeToggle(document)
if (document.querySelector('[data-map-page]')) void import('./map-page.ts').then(({ startMapPage }) => startMapPage(document))
if (document.querySelector('[data-search]'))
  void import('./search-suggest.ts').then(({ startSearchSuggest }) => startSearchSuggest(document))
if (document.querySelector('form[data-live]')) void import('./live-form.ts').then(({ startLiveForm }) => startLiveForm(document))
if (document.querySelector('form[data-autosave]'))
  void import('./autosave.ts').then(({ startAutosave }) => startAutosave(document))
if (document.querySelector('form.drop')) void import('./file-drop.ts').then(({ startFileDrop }) => startFileDrop(document))
