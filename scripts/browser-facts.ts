import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const wordList = /\/facts\/language\/[^/]+\.tsv\?raw$/
/** What parts of pages are drawn with: in a worker nothing ever changes, so that the tenth of it is enough. */
const preactParts = new Set(['preact', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'preact-render-to-string'])
const plainRender = fileURLToPath(new URL('../src/web/islands/plain-render.ts', import.meta.url))
const webAssemblyKernel = /\/kernel-webassembly\.ts$/
const dictionary = /\/dictionary-words\.ts$/

/**
 * Leaves out what the browser does not need: the engine's kernel in WebAssembly, which the pages' security policy does not let run, so that the one in
 * TypeScript gives the same; and for search the reasons in the word lists, and the spelling dictionaries. The
 * browser corrects words by the index alone; when it finds nothing, it asks the server, which has the dictionaries.
 */
export const browserFacts = (): Plugin => ({
  name: 'browser-facts',
  enforce: 'pre',
  resolveId: (id) => (preactParts.has(id) ? plainRender : null),
  load(id) {
    if (webAssemblyKernel.test(id)) return 'export const loadWebAssemblyKernel = () => null'
    if (dictionary.test(id)) return 'export const isDictionaryWord = () => true'
    if (!wordList.test(id)) return null
    return `export default ${JSON.stringify(withoutReasons(readFileSync(id.slice(0, -'?raw'.length), 'utf8')))}`
  },
})

/** A word list without its last column, which is for people. */
const withoutReasons = (tsv: string): string => tsv.replace(/\t[^\t\n]*$/gm, '')
