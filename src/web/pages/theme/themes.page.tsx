import { themeFamilies } from '../../../thesaurus/thesaurus.ts'
import type { Page, PageContext } from '../../frame/page.ts'
import { pagePaths } from '../../frame/paths.ts'
import { themeSummaries } from '../../../shapes/theme-shape.ts'
import type { ThemeSummaryShape } from '../../../shapes/theme-shape.ts'
import { themeText } from './theme.text.ts'

export const themesPage: Page = {
  name: 'themes',
  paths: pagePaths.themes,
  show(context) {
    const text = themeText[context.lang]
    return {
      title: text.title,
      description: text.listDescription,
      section: 'themes',
      body: <Themes context={context} themes={themeSummaries(context.snapshot)} />,
    }
  },
}

function Themes({ context, themes }: { context: PageContext; themes: readonly ThemeSummaryShape[] }) {
  const { lang, paths } = context
  const text = themeText[lang]
  return (
    <>
      <header class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
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
