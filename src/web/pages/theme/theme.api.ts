import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { allPriorities, ThemeShape, themeShape, themeSummaries, ThemeSummaryShape } from '../../../shapes/theme-shape.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The list of themes as data. */
export const themesApi: ReadRoute = {
  path: 'themes',
  summary: 'All themes with how many regions choose them',
  response: listOf(ThemeSummaryShape),
  needs: [allPriorities],
  read: ({ snapshot }) => all(themeSummaries(snapshot)),
}

/** The theme page as data. */
export const themeApi: ReadRoute = {
  path: 'themes/{id}',
  summary: 'One theme with its areas',
  params: { id: z.string() },
  response: ThemeShape,
  needs: [allPriorities],
  read: ({ snapshot }, { id }) => {
    const theme = thesaurusOf(snapshot).findTheme(id!)
    if (!theme) throw new ExpectedError('not_found', { detail: `«${id}» is no theme’s id. See /api/v1/themes.` })
    return themeShape(snapshot, theme)
  },
}
