import { ExpectedError } from '../../../records/expected-error.ts'
import { wishDetailShape, WishDetailShape, wishShapes, WishShape } from '../../../shapes/wish-shape.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'
import { z } from '@hono/zod-openapi'

/** Every wish with its state, as data. */
export const wishesApi: ReadRoute = {
  path: 'wishes',
  summary: 'What regions ask of the national level, with state, owner, answer and who asks',
  response: listOf(WishShape),
  read: ({ snapshot }) => all(wishShapes(snapshot)),
}

/** One wish with its time line, as data. */
export const wishApi: ReadRoute = {
  path: 'wishes/{id}',
  summary: 'One wish with all that has happened to it',
  params: { id: z.string().max(120) },
  response: WishDetailShape,
  problems: { 404: 'There is no such wish on that day.' },
  read({ snapshot }, { id = '' }) {
    const wish = snapshot.get('wish', id)
    if (!wish) throw new ExpectedError('not_found', { detail: id })
    return wishDetailShape(snapshot, wish)
  },
}
