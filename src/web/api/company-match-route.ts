import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { companyAnswer, CompanyShape } from '../../shapes/company-shape.ts'
import { companyQuestion } from './company-question.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { roundedNumbers } from '../../shapes/rounded-numbers.ts'
import { commonProblems, operationIdOf, problemResponse, timeQuery } from './route-parts.ts'
import { limitBody } from '../http/limited-body.ts'

const largestBody = 8 * 1024

const Question = z.strictObject(companyQuestion)

/** The same as `GET match/company`, with the question in a body, so that a description need not stand in any address or log. */
export function addCompanyMatchRoute(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  const path = '/api/v1/match/company'
  const route = createRoute({
    method: 'post',
    path,
    operationId: operationIdOf('post', 'match/company'),
    tags: ['read'],
    summary: 'Which areas a business fits, and why; asked in a body, and nothing is stored',
    request: {
      query: z.strictObject(timeQuery),
      body: { required: true, content: { 'application/json': { schema: Question } } },
    },
    responses: {
      200: { description: 'Found.', content: { 'application/json': { schema: CompanyShape } } },
      ...commonProblems,
      400: problemResponse('The body is not such a question, or the place or the industry code is not known or not one.'),
      413: problemResponse('What was sent is too large.'),
    },
  })
  const withinLimit = limitBody(largestBody)
  app.use(path, (c, next) => (c.req.method === 'POST' ? withinLimit(c, next) : next()))
  app.openapi(route, (async (c: never) => answer(c, effects)) as never)
}

async function answer(c: Context<AppEnv>, effects: Effects): Promise<Response> {
  const { about = '', place = '', industry = '', edition = null } = Question.parse(c.req.valid('json' as never))
  const reading = await effects.source.read(new URL(c.req.url).searchParams)
  const { snapshot } = reading
  return effects.answer(c, {
    body: JSON.stringify(roundedNumbers(companyAnswer(snapshot, { text: about, place, industry, edition }))),
    type: 'application/json; charset=utf-8',
    etag: reading.etag(),
    madeAt: reading.madeAt(),
    isPrivate: true,
  })
}
