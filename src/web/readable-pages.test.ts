import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

/** Björnsson's readability index: words a sentence, and the share of words of more than six letters in percent. */
function lixOf(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence))
  const words = text.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []
  const long = words.filter((word) => word.replaceAll(/[^\p{L}]/gu, '').length > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}

/** The running text of a page's main part: paragraphs and items that end as sentences do. Labels and lists of names are no text, nor are captions, which hold tables. */
function textOf(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return [...main.matchAll(/<(p|dd|summary)\b(?![^>]*visually-hidden)[^>]*>(.*?)<\/\1>/gs)]
    .map(([, , inner]) =>
      inner!
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((words) => /[.!?]$/.test(words))
    .join('\n')
}

test('the index is that of the textbook', () => {
  // Two sentences of four words each; of eight words one is longer than six letters: 4 + 12.5.
  expect(lixOf('Hon bor i Ystad. Han arbetar i Lund.')).toBeCloseTo(16.5)
})

test.each(['/', '/region/varmland', '/prioritet/varmland-2022-skoglig-bioekonomi', '/foretag'])(
  '%s is easy to read: at most 40',
  async (path) => {
    const response = await site.app.request(`http://localhost${path}`)
    expect(response.status).toBe(200)
    const text = textOf(await response.text())
    expect(text.length).toBeGreaterThan(200)
    expect(lixOf(text)).toBeLessThanOrEqual(40)
  },
)
