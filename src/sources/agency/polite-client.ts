import { createHash } from 'node:crypto'
import { ExpectedError } from '../../records/expected-error.ts'
import { makeCallBudget } from './call-budget.ts'
import type { CallRate } from './call-budget.ts'

/** One question to a service. */
export interface AgencyRequest {
  url: string
  /** Sent by POST, as JSON. */
  body?: string
}

/** An answer as it came, with where and when. */
export interface RawAnswer {
  url: string
  body: string | null
  bytes: Uint8Array
  contentType: string
  etag: string | null
  /** SHA-256 (hex) of the bytes. */
  hash: string
  fetchedAt: string
}

/** Where answers are kept as they came, by request. */
export interface RawAnswers {
  find(key: string): RawAnswer | null
  keep(key: string, answer: RawAnswer): void
}

/** What the client needs of the world. */
export interface ClientEffects {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  now: () => number
  sleep: (ms: number) => Promise<void>
  /** 0 to 1, for spreading waits. */
  random: () => number
  raw: RawAnswers
  /** The hosts that may be asked, with their ports. */
  hosts: ReadonlySet<string>
  /** Answers kept since this time are used again without asking, so that a run that was broken off goes on. */
  resumeFrom: string | null
  /** Called before each wait of a second or more. */
  onWait?: (seconds: number, why: 'rate' | 'retry') => void
}

/** A service that is asked one question at a time, no faster than it wants. */
export interface PoliteClient {
  /** @throws ServiceRefusal when the service refuses, ExpectedError `source_unavailable` when it cannot be reached or gives no sense */
  ask(request: AgencyRequest): Promise<RawAnswer>
  setRate(rate: CallRate): void
}

/** What a service refuses, for the caller to act on: a query that is too large can be split. */
export class ServiceRefusal extends Error {
  readonly status: number
  readonly text: string
  constructor(status: number, text: string) {
    super(`The service refused with ${status}: ${text}`)
    this.status = status
    this.text = text
  }
}

const timeOutMs = 30_000
const mostBytes = 256 * 1024 * 1024
const mostTries = 5
const mostRedirects = 3
const longestWaitMs = 10 * 60_000
const transient: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** A client for one service. Until the service has said its limits it is asked once a second. */
export function makePoliteClient(effects: ClientEffects): PoliteClient {
  const budget = makeCallBudget(effects)
  let last: Promise<unknown> = Promise.resolve()
  const ask = async (request: AgencyRequest): Promise<RawAnswer> => {
    const key = keyOf(request)
    const kept = effects.raw.find(key)
    if (kept && effects.resumeFrom !== null && kept.fetchedAt >= effects.resumeFrom) return kept
    const answer = await askUntilAnswered(request, { effects, budget, kept })
    if (answer !== kept) effects.raw.keep(key, answer)
    return answer
  }
  return {
    setRate: budget.setRate,
    ask: (request) => {
      const turn = last.then(() => ask(request))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

/** What names a request among the answers that are kept. */
export const keyOf = ({ url, body }: AgencyRequest): string =>
  createHash('sha256')
    .update(`${url}\n${body ?? ''}`)
    .digest('hex')

interface Asking {
  effects: ClientEffects
  budget: ReturnType<typeof makeCallBudget>
  kept: RawAnswer | null
}

async function askUntilAnswered(request: AgencyRequest, { effects, budget, kept }: Asking): Promise<RawAnswer> {
  let problem: unknown = null
  for (let attempt = 0; attempt < mostTries; attempt++) {
    await budget.take()
    let outcome: Outcome
    try {
      outcome = await askOnce(request, effects, kept)
    } catch (error) {
      if (error instanceof ExpectedError || error instanceof ServiceRefusal) throw error
      outcome = { retryAfterMs: null, problem: error }
    }
    if ('answer' in outcome) return outcome.answer
    problem = outcome.problem
    if (attempt === mostTries - 1) break
    const backOff = 1000 * 2 ** attempt
    const wait = Math.min(longestWaitMs, Math.max(outcome.retryAfterMs ?? 0, backOff) + effects.random() * 1000)
    effects.onWait?.(Math.round(wait / 1000), 'retry')
    await effects.sleep(wait)
  }
  throw unavailable(request.url, `${mostTries} försök`, `${mostTries} attempts`, problem)
}

type Outcome = { answer: RawAnswer } | { retryAfterMs: number | null; problem: unknown }

async function askOnce(request: AgencyRequest, effects: ClientEffects, kept: RawAnswer | null): Promise<Outcome> {
  const response = await follow(request, effects, kept)
  if (response.status === 304 && kept) return { answer: { ...kept, fetchedAt: new Date(effects.now()).toISOString() } }
  const bytes = await readBody(response, request.url)
  const contentType = response.headers.get('content-type') ?? ''
  const text = response.ok ? '' : new TextDecoder().decode(bytes.subarray(0, 2000))
  if (transient.has(response.status) || isBusy(bytes))
    return { retryAfterMs: retryAfterOf(response, effects), problem: new ServiceRefusal(response.status, text) }
  if (!response.ok) throw new ServiceRefusal(response.status, text)
  const declared = Number(response.headers.get('content-length') ?? NaN)
  if (!response.headers.has('content-encoding') && declared > bytes.length)
    return { retryAfterMs: null, problem: new Error('The answer was cut short.') }
  // A page in place of data is how front ends say that the service behind them is away.
  if (/^\s*<(?:!doctype|html)/i.test(new TextDecoder().decode(bytes.subarray(0, 200))))
    return { retryAfterMs: null, problem: new Error('The service answered with a web page.') }
  return {
    answer: {
      url: request.url,
      body: request.body ?? null,
      bytes,
      contentType,
      etag: response.headers.get('etag'),
      hash: createHash('sha256').update(bytes).digest('hex'),
      fetchedAt: new Date(effects.now()).toISOString(),
    },
  }
}

/** Eurostat may answer 200 with a warning that the data are being put together. */
const isBusy = (bytes: Uint8Array): boolean =>
  bytes.length < 4000 &&
  /"warning"/.test(new TextDecoder().decode(bytes)) &&
  /ASYNCHRONOUS_RESPONSE/.test(new TextDecoder().decode(bytes))

/** Asks, and follows where the same hosts lead. @throws ExpectedError for a host that is not among them */
async function follow(request: AgencyRequest, effects: ClientEffects, kept: RawAnswer | null): Promise<Response> {
  let { url } = request
  for (let redirects = 0; ; redirects++) {
    refuseOtherHosts(url, effects.hosts)
    const response = await effects.fetch(url, {
      method: request.body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeOutMs),
      headers: {
        accept: 'application/json, text/csv;q=0.9, */*;q=0.5',
        'user-agent': 'Spets (open atlas of smart specialisation)',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(kept?.etag ? { 'if-none-match': kept.etag } : {}),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || response.status === 304 || !location) return response
    if (redirects >= mostRedirects) throw unavailable(request.url, 'för många omdirigeringar', 'too many redirects', null)
    url = new URL(location, url).href
  }
}

function refuseOtherHosts(url: string, hosts: ReadonlySet<string>): void {
  const { host, hostname, protocol } = new URL(url)
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  if (hosts.has(host) && (protocol === 'https:' || (protocol === 'http:' && isLocal))) return
  const words = {
    sv: `${host.slice(0, 100)} är inte en av de värdar som Spets hämtar statistik från (${[...hosts].join(', ')}). Lägg till tjänsten i SPETS_STATISTICS_SERVICES om den ska användas.`,
    en: `${host.slice(0, 100)} is not one of the hosts that Spets fetches statistics from (${[...hosts].join(', ')}). Add the service to SPETS_STATISTICS_SERVICES if it is to be used.`,
  }
  throw new ExpectedError('source_unavailable', { detail: words.en, data: { words } })
}

async function readBody(response: Response, url: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > mostBytes) {
      const words = {
        sv: `Svaret är större än ${mostBytes / 1024 ** 2} MB.`,
        en: `The answer is larger than ${mostBytes / 1024 ** 2} MB.`,
      }
      throw new ExpectedError('too_large', { detail: `${url}: ${words.en}`, data: { words } })
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Retry-After in seconds or as a time; null when it is not there. */
function retryAfterOf(response: Response, { now }: ClientEffects): number | null {
  const written = response.headers.get('retry-after')
  if (written === null) return null
  const ms = /^\d+$/.test(written.trim()) ? Number(written) * 1000 : Date.parse(written) - now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

/** A service that cannot be used now, in words with its host. */
export function unavailable(url: string, sv: string, en: string, cause: unknown): ExpectedError {
  const { host } = new URL(url)
  const why = cause instanceof Error ? cause.message.slice(0, 300) : ''
  const words = {
    sv: `${host} gav inget svar som går att använda (${sv}${why ? `; ${why}` : ''}). Det som är hämtat finns kvar; kör kommandot igen senare så fortsätter det.`,
    en: `${host} gave no answer that can be used (${en}${why ? `; ${why}` : ''}). What has been fetched is kept; run the command again later and it goes on.`,
  }
  return new ExpectedError('source_unavailable', { detail: words.en, data: { words }, cause })
}
