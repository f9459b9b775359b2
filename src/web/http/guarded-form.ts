import type { Actor } from '../../records/actor.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { actorWithKey } from './administrator-key.ts'
import { writerFields } from './kept-forms.ts'
import { openBody } from './limited-body.ts'
import type { SentBody } from './limited-body.ts'
import { fieldInBeginning, parseMultipartForm } from './multipart-form.ts'

interface Guard {
  /** Who is signed in and may send this form; null: the administrator's key is needed. */
  sender: Actor | null
  adminToken: string | null
  baseUrl: string | null
  mostBytes: number
  /** The account that a form was made for, by the fields in it; null when they prove nothing. */
  accountOf?: (account: string, proof: string) => Promise<string | null>
  /** The messages, in the page's language. */
  text: GuardText
}

/** The messages for a form that is refused. */
export interface GuardText {
  editingOff: string
  otherSite: string
  wrongForm: string
  tooMuch: string
  /** What to do after a wrong key, where that is more than to try again. */
  wrongKey?: string
}

/** A form that is being sent by somebody who may write; nothing of it has been read but the key. */
export interface AdmittedForm {
  /** Who may write, or the account whose session has ended while it was writing: then nothing is done. */
  by: { actor: Actor } | { signedOut: string }
  /** @throws ExpectedError `too_large`, `too_slow`, `bad_request` */
  read(): Promise<FormData>
  /** Throws away what is still to come. */
  discard(): void
}

/** Where the key must be: somebody without one can make the server keep no more than this. */
const mostBytesBeforeKey = 64 * 1024
const keyDeadlineMs = 10_000

/**
 * Judges a request that may write before its body is read: it was sent from this site, by somebody who is signed in and may, or with
 * the right key. The key is a header, or a field at the form's beginning.
 * @throws ExpectedError `editing_off`, `bad_request`, `too_large`, `too_slow`, `not_authorised`, `rate_limited`
 */
export async function admitForm(
  request: Request,
  { sender: visitor, adminToken, baseUrl, mostBytes, text, accountOf }: Guard,
): Promise<AdmittedForm> {
  const type = request.headers.get('content-type') ?? ''
  const isForm = type.startsWith('multipart/form-data')
  const isOurs = isFromThisSite(request, baseUrl)
  if (adminToken === null && visitor === null && !(accountOf && isForm && isOurs))
    throw new ExpectedError('editing_off', { detail: text.editingOff })
  if (!isOurs) throw new ExpectedError('bad_request', { detail: text.otherSite })
  const bearer = bearerOf(request)
  const sender = bearer === null ? visitor : actorWithKey(bearer, adminToken)
  if (!isForm) throw new ExpectedError('bad_request', { detail: text.wrongForm })
  const body = openBody(request, { mostBytes, tooMuch: text.tooMuch })
  const parsed = <T>(parse: () => T): T => {
    try {
      return parse()
    } catch (cause) {
      throw new ExpectedError('bad_request', { detail: text.wrongForm, cause })
    }
  }
  const find: FindField = (begun, name) => parsed(() => fieldInBeginning(begun, name, type))
  const byKey = async (): Promise<AdmittedForm['by']> => {
    const signedOut = accountOf ? await readAccount(body, { find, accountOf }) : null
    if (signedOut !== null) return { signedOut }
    if (adminToken === null) throw new ExpectedError('editing_off', { detail: text.editingOff })
    return { actor: actorWithKey(await readKey(body, { find, wrongForm: text.wrongForm }), adminToken) }
  }
  try {
    return {
      by: sender ? { actor: sender } : await byKey(),
      read: async () => {
        const bytes = await body.readAll()
        return parsed(() => parseMultipartForm(bytes, type))
      },
      discard: body.discard,
    }
  } catch (error) {
    body.discard()
    const isWrongKey = error instanceof ExpectedError && error.code === 'not_authorised' && !error.data['words']
    throw isWrongKey && text.wrongKey ? new ExpectedError('not_authorised', { detail: text.wrongKey, cause: error }) : error
  }
}

type FindField = (begun: Buffer, name: string) => string | null | undefined

const mostBytesBeforeProof = 4096

/** The account that the fields at the form's beginning prove. They come first, so little is read before them. */
async function readAccount(
  body: SentBody,
  { find, accountOf }: { find: FindField; accountOf: NonNullable<Guard['accountOf']> },
): Promise<string | null> {
  const { account, proof } = writerFields
  const begun = await body.readUntil((soFar) => [proof, 'token'].some((name) => find(soFar, name) !== undefined), {
    mostBytes: mostBytesBeforeProof,
    deadlineMs: keyDeadlineMs,
  })
  const [id, proven] = [find(begun, account), find(begun, proof)]
  return id && proven ? accountOf(id, proven) : null
}

/** @throws ExpectedError `not_authorised` when something longer comes before the key; `bad_request` when the form ends too early */
async function readKey(body: SentBody, { find, wrongForm }: { find: FindField; wrongForm: string }): Promise<string | null> {
  const begun = await body.readUntil((soFar) => find(soFar, 'token') !== undefined, {
    mostBytes: mostBytesBeforeKey,
    deadlineMs: keyDeadlineMs,
  })
  const key = find(begun, 'token')
  if (key === undefined && begun.length < mostBytesBeforeKey) throw new ExpectedError('bad_request', { detail: wrongForm })
  if (key === undefined) throw new ExpectedError('not_authorised', { detail: keyFirst.en, data: { words: keyFirst } })
  return key
}

const keyFirst = {
  sv: 'Nyckeln (fältet token) ska komma först i formuläret, före filen, eller som Authorization: Bearer.',
  en: 'The key (the field token) must come first in the form, before the file, or as Authorization: Bearer.',
}

const bearerOf = (request: Request): string | null =>
  /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null

/** Browsers tell where a form comes from. A program that does not is no browser, and must send the key as a header. */
function isFromThisSite(request: Request, baseUrl: string | null): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return bearerOf(request) !== null
  const hosts = [request.headers.get('host'), baseUrl === null ? null : new URL(baseUrl).host]
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}
