import type { ServerResponse } from 'node:http'
import { errorCodes } from '../../records/expected-error.ts'
import type { ExpectedError } from '../../records/expected-error.ts'
import { problemOf } from './problem.ts'
import { openDataHeaders, securityHeaders } from './security-headers.ts'
import type { Language } from '../../records/language.ts'

interface Refusal {
  url: string
  requestId: string
  error: ExpectedError
  /** Addresses of the site's style sheets. */
  styles: readonly string[]
}

/** A refusal before the app is asked, cheap to make: problem+json for the API, a small page for people. */
export function refuse(response: ServerResponse, { url, requestId, error, styles }: Refusal): void {
  const isApi = url.startsWith('/api/v1/')
  const seconds = error.data['retryAfterSeconds']
  const body = isApi ? JSON.stringify(problemOf(error, requestId)) : pageOf({ url, requestId, error, styles })
  response.writeHead(errorCodes[error.code].status, {
    ...securityHeaders,
    ...(isApi ? openDataHeaders : {}),
    ...(typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}),
    'content-type': isApi ? 'application/problem+json' : 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-request-id': requestId,
  })
  response.end(body)
}

const text = {
  sv: { wait: (seconds: number) => `Vänta ${seconds} s och`, again: 'försök igen', start: 'Till startsidan', number: 'Nummer' },
  en: { wait: (seconds: number) => `Wait ${seconds} s and`, again: 'try again', start: 'To the start page', number: 'Number' },
}

/** Nothing that was sent is shown, so there is nothing to escape. */
function pageOf({ url, requestId, error, styles }: Refusal): string {
  const lang: Language = /^\/en([/?]|$)/.test(url) ? 'en' : 'sv'
  const { wait, again, start, number } = text[lang]
  const title = errorCodes[error.code][lang]
  const seconds = error.data['retryAfterSeconds']
  const next =
    typeof seconds === 'number'
      ? `${wait(seconds)} <a href="">${again}</a>.`
      : `<a href="${lang === 'en' ? '/en' : '/'}">${start}</a>`
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Spets</title>${links}</head><body><main class="prose"><h1>${title}</h1><p>${next}</p><p class="muted">${number}: <code>${requestId}</code></p></main></body></html>`
}
