// Writes an answer to a file, with everything that differs between two runs replaced by a word.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Headers of the moment, the connection or the length; an ETag is written as its form. */
const leftOut = new Set(['date', 'x-request-id', 'etag', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'])

/** Names of built files carry a hash of their content: `/assets/site-CkZEh34x.css`. */
const builtName = /(\/assets\/[\w.-]+?-)[\w-]{8}(?=\.\w+)/g

/** Replaces what differs in each run: addresses and folders of the run, the request's number, hashes in built names. */
export function normalise(text, { origin = null, folder = null, requestId = null } = {}) {
  let plain = text.replaceAll(builtName, '$1HASH')
  if (origin) plain = plain.replaceAll(origin, 'http://HOST').replaceAll(new URL(origin).host, 'HOST')
  if (requestId) plain = plain.replaceAll(requestId, 'REQUEST-ID')
  if (folder) plain = plain.replaceAll(JSON.stringify(folder).slice(1, -1), 'FOLDER').replaceAll(folder, 'FOLDER')
  return plain
}

/** `W/"…"` for an ETag that names content; a version's number stays as it is. */
const etagForm = (etag) => (/^"\d+"$/.test(etag) ? etag : etag.replace(/"[^"]*"/, '"…"'))

const isText = (type) => /^text\/|json|xml|svg/.test(type)

/** The written form of what a server answered. Of pictures and fonts the hash, of built scripts only the headers. */
export function httpAnswerText({ method = 'GET', address, headers: asked = {} }, { status, headers, body }, site) {
  const type = headers['content-type'] ?? ''
  const sent = Object.entries(headers).filter(([name]) => !leftOut.has(name))
  if (headers.etag) sent.push(['etag', etagForm(headers.etag)])
  const words = [
    `${method} ${address}`,
    ...Object.entries(asked).map(([name, value]) => `> ${name}: ${name === 'if-none-match' ? etagForm(value) : value}`),
    `status ${status}`,
    ...sent.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}: ${value}`),
  ]
  return normalise(`${words.join('\n')}\n\n${bodyText(address, { type, body })}`, { ...site, requestId: headers['x-request-id'] })
}

function bodyText(address, { type, body }) {
  if (body.length === 0 || (address.startsWith('/assets/') && type.startsWith('text/javascript'))) return ''
  return isText(type) ? body.toString('utf8') : `${body.length} bytes, sha256 ${createHash('sha256').update(body).digest('hex')}`
}

/** The written form of what a command answered. */
export function commandAnswerText({ args, lang }, { code, stdout, stderr }, site) {
  const head = `spets ${args.join(' ')}\n> SPETS_LANG: ${lang}\nexit code ${code}\n\n`
  return normalise(`${head}${stdout.toString('utf8')}\n--- stderr\n${stderr.toString('utf8')}`, site)
}

/** A file's name that is the same in every run, readable, and different for every question. */
export function answerName(group, question) {
  const words = question.replaceAll(/%[0-9A-F]{2}/gi, '').replaceAll(/[^\w.=-]+/g, '_')
  const hash = createHash('sha256').update(question).digest('hex').slice(0, 8)
  return `${group}/${words.slice(0, 90).replace(/^_+|_+$/g, '')}~${hash}.txt`
}

/** Writes one answer. */
export function writeAnswer(folder, name, text) {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Every answer in a folder, by name. */
export function readAnswers(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]))
}
