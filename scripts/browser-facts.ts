import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Plugin } from 'vite'

const thesaurusFile = /\/facts\/(?:themes|concepts\/[^/]+)\.tsv\?raw$/
const wordList = /\/facts\/language\/[^/]+\.tsv\?raw$/
const dictionary = /\/dictionary-words\.ts$/

/**
 * What the browser's search needs of the thesaurus becomes files of their own beside the scripts, fetched when search is
 * first used: words and relations, without definitions and codes. The spelling dictionaries stay on the server: here a word is
 * corrected by what the index holds alone, and where that finds nothing the server is asked.
 */
export const browserFacts = (): Plugin => ({
  name: 'browser-facts',
  enforce: 'pre',
  load(id) {
    if (dictionary.test(id)) return 'export const isDictionaryWord = () => true'
    if (wordList.test(id))
      return `export default ${JSON.stringify(withoutReasons(readFileSync(id.slice(0, -'?raw'.length), 'utf8')))}`
    if (!thesaurusFile.test(id)) return null
    const path = id.slice(0, -'?raw'.length)
    const source = leanTable(readFileSync(path, 'utf8'))
    const reference = this.emitFile({ type: 'asset', name: `thesaurus-${basename(path, '.tsv')}.txt`, source })
    return `export default await fetch(import.meta.ROLLUP_FILE_URL_${reference}).then((answer) => answer.text())`
  },
})

/** Columns that search does not read. */
const codes = new Set(['sni', 'ford', 'sdg'])

function leanTable(tsv: string): string {
  const [head, ...lines] = tsv.trimEnd().split('\n')
  const names = head!.split('\t')
  const lean = lines.map((line) =>
    line
      .split('\t')
      .map((cell, at) => (names[at]!.startsWith('definition') ? '-' : codes.has(names[at]!) ? '' : cell))
      .join('\t'),
  )
  return [head, ...lean].join('\n') + '\n'
}

/** A word list without its last column, which is for people. */
const withoutReasons = (tsv: string): string => tsv.replace(/\t[^\t\n]*$/gm, '')
