import type { Actor } from '../../records/actor.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { actorWithKey } from './administrator-key.ts'
import { readLimitedBody } from './limited-body.ts'
import { parseMultipartForm } from './multipart-form.ts'

interface Guard {
  adminToken: string | null
  baseUrl: string | null
  mostBytes: number
  /** What to say, in the page's language. */
  text: GuardText
}

/** What a form says when it is refused. */
export interface GuardText {
  editingOff: string
  otherSite: string
  wrongForm: string
  tooMuch: string
}

/** A form and who sent it. */
interface SentForm {
  form: FormData
  actor: Actor
}

/**
 * The form of a request that may write: editing is on, the form was sent from this site, and the key is right.
 * @throws ExpectedError `editing_off`, `bad_request`, `too_large`, `not_authorised`, `rate_limited`
 */
export async function readGuardedForm(request: Request, { adminToken, baseUrl, mostBytes, text }: Guard): Promise<SentForm> {
  if (adminToken === null) throw new ExpectedError('editing_off', { detail: text.editingOff })
  if (!isFromThisSite(request, baseUrl)) throw new ExpectedError('bad_request', { detail: text.otherSite })
  const bearer = bearerOf(request)
  const sender = bearer === null ? null : actorWithKey(bearer, adminToken)
  const form = await readForm(request, { mostBytes, text })
  const token = form.get('token')
  return { form, actor: sender ?? actorWithKey(typeof token === 'string' ? token : null, adminToken) }
}

const bearerOf = (request: Request): string | null =>
  /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null

/** Browsers say where a form comes from. What says nothing of it is no browser, and must bring the key as a header. */
function isFromThisSite(request: Request, baseUrl: string | null): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return bearerOf(request) !== null
  const hosts = [request.headers.get('host'), baseUrl === null ? null : new URL(baseUrl).host]
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}

type Limits = Pick<Guard, 'mostBytes' | 'text'>

async function readForm(request: Request, { mostBytes, text }: Limits): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new ExpectedError('bad_request', { detail: text.wrongForm })
  const bytes = await readLimitedBody(request, { mostBytes, tooMuch: text.tooMuch })
  try {
    return parseMultipartForm(bytes, type)
  } catch (cause) {
    throw new ExpectedError('bad_request', { detail: text.wrongForm, cause })
  }
}
