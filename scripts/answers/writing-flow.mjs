// Writes over the web step by step, in a temporary registry, and reads the result after each step.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../prepare.mjs'
import { formBody } from './ask-address.mjs'
import { adminKey } from './run-program.mjs'

const deckName = 'smart-specialisering-2018-01-31'
const deckFile = (ending) => ({
  name: `${deckName}.${ending}`,
  bytes: readFileSync(join(root, 'fixtures/deck', `${deckName}.${ending}`)),
})
const area = 'varmland-2022-skoglig-bioekonomi'
const codingPage = `/prioritet/${area}/kodning`
const recordAddress = `/api/v1/records/priorityArea/${area}`
const bearer = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' }

/** The lists, histories and pages that show a write. */
const seenIn = [
  '/',
  '/en',
  '/region/varmland',
  '/en/region/kalmar',
  '/andrat',
  '/hort',
  '/tabell?galler=alla',
  '/granska',
  '/kallor',
  `/prioritet/${area}`,
  codingPage,
  `/historik/priorityArea/${area}`,
  '/tema/skog-och-bioekonomi',
  '/sok?q=forest',
  '/sitemap.xml',
  '/api/v1/snapshot',
  '/api/v1/regions',
  '/api/v1/priorities?limit=1000',
  '/api/v1/changes',
  '/api/v1/differences',
  '/api/v1/review',
  '/api/v1/statements',
  '/api/v1/search?q=skog',
  ...['priorities', 'regions', 'changes', 'lineage', 'statements', 'sources'].map((name) => `/api/v1/tables/${name}.csv`),
  `${recordAddress}/history`,
]

/**
 * Writes in every way that there is, in order. `askAndKeep(step, question)` asks, records the answer under the step's name, and returns it.
 */
export async function writeEverything(askAndKeep) {
  await importDecks(askAndKeep)
  await refuseImports(askAndKeep)
  await readAll(askAndKeep, 'after-import')
  await decideCoding(askAndKeep)
  await readAll(askAndKeep, 'after-decisions')
  await putRecords(askAndKeep)
  await readAll(askAndKeep, 'after-puts')
}

/** The same ways of writing when no key is configured. */
export async function knockWithoutKey(askAndKeep) {
  const form = formBody([['token', adminKey]])
  for (const address of ['/import', '/en/import/publish', codingPage])
    await askAndKeep('closed', { method: 'POST', address, ...form })
  await askAndKeep('closed', { method: 'PUT', address: recordAddress, headers: { ...bearer, 'if-match': '"1"' }, body: '{}' })
  for (const address of ['/import', '/en/import', codingPage, '/granska']) await askAndKeep('closed', { address })
}

async function readAll(askAndKeep, step) {
  for (const address of seenIn) await askAndKeep(step, { address })
}

const postForm = (askAndKeep, step, { address, fields, key = adminKey, headers = {} }) => {
  const form = formBody([['token', key], ...fields])
  return askAndKeep(step, { method: 'POST', address, headers: { ...form.headers, ...headers }, body: form.body })
}

async function importDecks(askAndKeep) {
  const preview = (step, { ending = 'txt', date, address = '/import' }) =>
    postForm(askAndKeep, step, { address, fields: [['file', deckFile(ending)], ...(date ? [['date', date]] : [])] })
  await preview('import-same-deck', {})
  await preview('import-pptx', { ending: 'pptx', address: '/en/import' })
  await preview('import-pdf', { ending: 'pdf', date: '2026-03-01' })
  const fields = fieldsOf(await preview('import-new-date', { date: '2026-03-01' }))
  const isItem = ([name]) => name === 'item[]'
  const some = [...fields.filter((field) => !isItem(field)), ...fields.filter(isItem).slice(0, 6)]
  await postForm(askAndKeep, 'import-publish-some', { address: '/import/publish', fields: some })
  await postForm(askAndKeep, 'import-publish-outdated', { address: '/import/publish', fields })
  const rest = fieldsOf(await preview('import-rest', { date: '2026-03-01', address: '/en/import' }))
  await postForm(askAndKeep, 'import-publish-rest', { address: '/en/import/publish', fields: rest })
  await preview('import-all-again', { date: '2026-03-01' })
}

async function refuseImports(askAndKeep) {
  const file = ['file', deckFile('txt')]
  const refuse = (name, sent) => postForm(askAndKeep, `import-refused-${name}`, { address: '/import', fields: [file], ...sent })
  await refuse('key', { key: 'wrong' })
  await refuse('key-en', { key: 'wrong', address: '/en/import' })
  await refuse('site', { headers: { 'sec-fetch-site': 'cross-site' } })
  await refuse('file', { fields: [] })
  await refuse('date', { fields: [file, ['date', '2026-02-30']] })
  await refuse('picture', { fields: [['file', { name: 'x.png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]) }]] })
  await refuse('no-deck', { fields: [['deck', 'x']], address: '/en/import/publish' })
  await askAndKeep('import-refused-kind', {
    method: 'POST',
    address: '/import',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: 'x',
  })
}

async function decideCoding(askAndKeep) {
  const read = async (address = codingPage) => fieldsOf(await askAndKeep('coding-form', { address }))
  const send = async (step, changes, { address = codingPage, fields = null, ...sent } = {}) => {
    const kept = (fields ?? (await read(address))).filter(([name]) => !(name in changes))
    return postForm(askAndKeep, step, { address, fields: [...kept, ...Object.entries(changes)], ...sent })
  }
  const first = await read()
  await send('coding-untouched', {})
  await send('coding-several', {
    'theme.skog-och-bioekonomi': 'confirmed',
    'add.theme': 'energi',
    'add.industry': '16.1',
    note: 'Sagt.',
  })
  await send('coding-outdated', { 'theme.skog-och-bioekonomi': 'rejected' }, { fields: first })
  await send('coding-taken-back', { 'theme.energi': 'open' })
  await send('coding-english', { 'theme.skog-och-bioekonomi': 'rejected' }, { address: `/en/priority/${area}/coding` })
  const link = first.map(([name]) => name).find((name) => name.startsWith('lineage.'))
  await send('coding-link', { [link]: 'confirmed', [`change.${link}`]: 'split' })
  await send('coding-link-reworded', { [`change.${link}`]: 'renamed' })
  await send('coding-refused-code', { 'add.industry': '99999' })
  await send('coding-refused-theme', { 'add.theme': '<b>x</b>' })
  await send('coding-refused-stance', { 'theme.skog-och-bioekonomi': 'maybe' })
  await send('coding-refused-link', { 'add.lineage': 'a' })
  await send('coding-refused-nowhere', { 'add.lineage': `nowhere.${area}`, 'add.change': 'renamed' })
  await send('coding-refused-key', { 'add.theme': 'energi' }, { key: 'wrong' })
  await send('coding-refused-area', { 'add.theme': 'energi' }, { fields: [], address: '/prioritet/nowhere/kodning' })
}

async function putRecords(askAndKeep) {
  const put = (step, { address = recordAddress, headers = {}, body }) =>
    askAndKeep(step, {
      method: 'PUT',
      address,
      headers: { ...bearer, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const { items } = JSON.parse((await askAndKeep('put-history', { address: `${recordAddress}/history` })).body.toString('utf8'))
  const { version, validFrom, validTo, state, source, body } = items.at(-1)
  const edit = {
    validFrom,
    validTo,
    state,
    source,
    changeNote: 'Bättre översättning.',
    body: { ...body, translatedLabel: 'Forests' },
  }
  const seen = { 'if-match': `"${version}"` }
  await put('put-refused-key', { headers: { ...seen, authorization: 'Bearer wrong' }, body: edit })
  await put('put-refused-no-match', { body: edit })
  await put('put-refused-old-match', { headers: { 'if-match': '"99"' }, body: edit })
  await put('put-refused-no-json', { headers: seen, body: '{' })
  await put('put-refused-field', { headers: seen, body: { ...edit, body: { ...body, order: 'first' } } })
  await put('put-refused-extra', { headers: seen, body: { ...edit, extra: 1 } })
  await put('put-refused-kind', { address: '/api/v1/records/nothing/x', headers: seen, body: edit })
  await put('put-refused-size', { headers: seen, body: 'x'.repeat(70_000) })
  await put('put-edit', { headers: seen, body: edit })
  await put('put-edit-again', { headers: seen, body: edit })
  const wish = { order: 99, text: { sv: 'Mer öppna data', en: 'More open data' }, fingerprint: null }
  const fresh = { validFrom: '2026-03-01', validTo: null, state: 'published', source: null, changeNote: 'Ny.', body: wish }
  await put('put-new', { address: '/api/v1/records/wish/more-open-data', headers: { 'if-none-match': '*' }, body: fresh })
  await put('put-new-again', { address: '/api/v1/records/wish/more-open-data', headers: { 'if-none-match': '*' }, body: fresh })
  await put('put-withdrawn', {
    address: '/api/v1/records/wish/more-open-data',
    headers: { 'if-match': '"1"' },
    body: { ...fresh, state: 'withdrawn', changeNote: 'Tillbaka.' },
  })
  await put('put-nowhere', {
    headers: { 'if-match': `"${version + 1}"` },
    body: { ...edit, body: { ...body, strategyId: 'finns-inte' } },
  })
}

/** Every field of a page's form as a browser sends it untouched. */
function fieldsOf({ body }) {
  const html = body.toString('utf8')
  const form = /<form[^>]*method="post".*?<\/form>/s.exec(html)?.[0] ?? ''
  const value = (tag, name) => unescape(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  const inputs = [...form.matchAll(/<input [^>]*>/g)].flatMap(([tag]) => {
    const type = value(tag, 'type')
    const isSent = type === 'hidden' || (['radio', 'checkbox'].includes(type) && / checked/.test(tag))
    return isSent ? [[value(tag, 'name'), value(tag, 'value')]] : []
  })
  const choices = [...form.matchAll(/<select [^>]*>.*?<\/select>/gs)].map(([tag]) => {
    const chosen = [...tag.matchAll(/<option[^>]*>/g)].map(([option]) => option)
    return [value(tag, 'name'), value(chosen.find((option) => / selected/.test(option)) ?? chosen[0] ?? '', 'value')]
  })
  return [...inputs, ...choices]
}

const unescape = (text) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
