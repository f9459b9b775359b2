import type { Language } from '../records/language.ts'

/** The sentences of notes that the loader of the facts writes, around the titles of sources. */
const sentences = {
  later: {
    sv: 'Källan förs in när den första uppgiften vilar på den.',
    en: 'The source is entered when the first statement rests on it.',
  },
  source: { sv: 'Källa: ', en: 'Source: ' },
  line: { sv: ', rad ', en: ', line ' },
  description: { sv: 'Beskrivningen', en: 'The description' },
  note: { sv: 'Anmärkningen', en: 'The note' },
  outcome: { sv: 'Vad som blev av det', en: 'What became of it' },
  further: { sv: ' vilar också på ', en: ' also rests on ' },
  replaced: { sv: 'Ersatt av den nyare listan ', en: 'Replaced by the newer list ' },
  from: { sv: ', ur ', en: ', from ' },
  partly: {
    sv: 'Källan visar bara en del av den: ett område som saknas där är okänt, inte struket.',
    en: 'The source shows only part of it: an area that is missing there is unknown, not dropped.',
  },
}

/** What of a fact rests on a further source. */
export type FurtherPart = 'description' | 'note' | 'outcome'

interface Origin {
  title: string
  line: number | null
  also: { what: FurtherPart; title: string } | null
}

/** The note on a version of a shipped fact: where it was read; null where the source itself is entered. */
export function originNote(origin: Origin | null): string {
  if (origin === null) return sentences.later.sv
  const { title, line, also } = origin
  const place = line ? `${sentences.line.sv}${line}` : ''
  const further = also ? ` ${sentences[also.what].sv}${sentences.further.sv}”${also.title}”.` : ''
  return `${sentences.source.sv}”${title}”${place}.${further}`
}

/** The note on a version that ends a fact since a newer list has come. */
export function closingNote({ edition, title, isComplete }: { edition: string; title: string; isComplete: boolean }): string {
  const replaced = `${sentences.replaced.sv}${edition}${sentences.from.sv}”${title}”.`
  return isComplete ? replaced : `${replaced} ${sentences.partly.sv}`
}

/** Such a note in the reader's language, in parts: the titles of sources are quoted as they are. */
export function factNoteIn(note: string, lang: Language): { text: string; isTitle: boolean }[] {
  return note
    .split(/(”[^”]*”)/)
    .filter((text) => text !== '')
    .map((text) => (text.startsWith('”') ? { text, isTitle: true } : { text: translated(text, lang), isTitle: false }))
}

const translated = (text: string, lang: Language): string =>
  Object.values(sentences).reduce((rest, words) => rest.replace(words.sv, words[lang]), text)
