import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { findTheme } from '../../../thesaurus/thesaurus.ts'
import { ThemeShape, themeShape } from '../../../shapes/theme-shape.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The theme page as data. */
export const themeApi: ReadRoute = {
  path: 'themes/{id}',
  summary: 'One theme with its areas',
  params: { id: z.string() },
  response: ThemeShape,
  read: ({ snapshot }, { id }) => {
    const theme = findTheme(id!)
    if (!theme) throw new ExpectedError('not_found', { detail: `«${id}» is no theme’s id. See /api/v1/themes.` })
    return themeShape(snapshot, theme)
  },
}
