import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const wordList = /\/facts\/language\/[^/]+\.tsv\?raw$/
const dictionary = /\/dictionary-words\.ts$/

/**
 * What search does without in the browser: the reasons in the word lists, and the spelling dictionaries. These stay on the server;
 * in the browser a word is corrected by what the index has alone, and where that finds nothing the server is asked.
 */
export const browserFacts = (): Plugin => ({
  name: 'browser-facts',
  enforce: 'pre',
  load(id) {
    if (dictionary.test(id)) return 'export const isDictionaryWord = () => true'
    if (!wordList.test(id)) return null
    return `export default ${JSON.stringify(withoutReasons(readFileSync(id.slice(0, -'?raw'.length), 'utf8')))}`
  },
})

/** A word list without its last column, which is for people. */
const withoutReasons = (tsv: string): string => tsv.replace(/\t[^\t\n]*$/gm, '')
