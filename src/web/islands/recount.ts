import { timeQueryNames } from '../frame/paths.ts'
import type { RecountQuestion, RecountReply } from './recount-worker.ts'

let worker: Worker | null = null
const waiting = new Map<string, (answer: string | null) => void>()

/**
 * The article for a form's address, counted in the browser by the server's own code on the bytes of the table; null where that cannot be done, so that
 * the server is asked. Nothing is fetched before the first question.
 */
export function recountedArticle(document: Document, form: HTMLFormElement, address: URL): Promise<string | null> {
  const isSaving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
  if (isSaving || typeof Worker === 'undefined') return Promise.resolve(null)
  worker ??= startWorker()
  waiting.get(address.href)?.(null)
  return new Promise((resolve) => {
    waiting.set(address.href, resolve)
    worker!.postMessage(questionFor(document, form, address))
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./recount-worker.ts', import.meta.url), { type: 'module' })
  const settle = (href: string, answer: string | null) => {
    waiting.get(href)?.(answer)
    waiting.delete(href)
  }
  started.addEventListener('message', ({ data }: MessageEvent<RecountReply>) => settle(data.href, data.answer))
  // A worker that cannot be started or breaks answers nothing: whoever waits asks the server.
  started.addEventListener('error', () => {
    for (const href of waiting.keys()) settle(href, null)
    worker = null
  })
  return started
}

function questionFor(document: Document, form: HTMLFormElement, address: URL): RecountQuestion {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'sv'
  const { validAt, knownOn } = timeQueryNames[lang]
  const asked = address.searchParams
  return {
    href: address.href,
    inputsUrl: form.dataset['recount']!,
    lang,
    baseUrl: form.dataset['base'] ?? null,
    time: { validAt: asked.get(validAt) ?? form.dataset['day']!, knownOn: asked.get(knownOn), isToday: !asked.get(validAt) },
    wanted: 'article',
  }
}
