import { themeFamilies } from '../../../records/thesaurus-facts.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { allPriorities, themeSummaries } from '../../../shapes/theme-shape.ts'
import type { ThemeSummaryShape } from '../../../shapes/theme-shape.ts'
import { themesApi } from './theme.api.ts'
import { themeText } from './theme.text.ts'
import { themesAddress } from './themes.address.ts'

export const themesPage = definePage({
  ...themesAddress,
  needs: [allPriorities],
  menu: { where: 'header', place: 2, label: { sv: 'Teman', en: 'Themes' } },
  resource: () => ({ kind: 'scheme', id: '' }),
  read: ({ snapshot }) => themeSummaries(snapshot),
  render(context, themes) {
    const { title, listDescription } = themeText[context.lang]
    return { title, description: listDescription, body: <Themes context={context} themes={themes} /> }
  },
  api: [themesApi],
})

function Themes({ context, themes }: { context: PageContext; themes: readonly ThemeSummaryShape[] }) {
  const { lang, paths } = context
  const text = themeText[lang]
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <p class="actions small">
          <a href={paths.to('intersections')}>{text.intersections}</a>
        </p>
      </header>
      {themeFamilies.map((family) => (
        <section key={family} class={`family-${family}`}>
          <h2 class="family-head">{text.families[family]}</h2>
          <ul class="theme-grid">
            {themes
              .filter((theme) => theme.family === family)
              .sort((a, b) => b.regionCount - a.regionCount)
              .map((theme) => (
                <li key={theme.id} class="theme-entry">
                  <h3>
                    <a href={paths.to('theme', { id: lang === 'sv' ? theme.id : theme.slugEn })}>{theme.label[lang]}</a>
                  </h3>
                  <svg class="theme-bar" viewBox="0 0 210 6" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="bar-ground" width="210" height="6" rx="2" />
                    <rect class="bar-value" width={theme.regionCount * 10} height="6" rx="2" />
                  </svg>
                  <p class="small">
                    <strong>{text.regions(theme.regionCount)}</strong> <span class="muted">· {theme.definition[lang]}</span>
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p class="note">{text.note}</p>
    </>
  )
}
