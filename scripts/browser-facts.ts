import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const wordList = /\/facts\/language\/[^/]+\.tsv\?raw$/
const dictionary = /\/dictionary-words\.ts$/

/**
 * Leaves out what search in the browser does not need: the reasons in the word lists, and the spelling dictionaries. The
 * browser corrects words by the index alone; when it finds nothing, it asks the server, which has the dictionaries.
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
