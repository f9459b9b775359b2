import { importChangeWords, importSubjectWords, isPlainChange, namesInLine } from '../../changes/import-change-words.ts'
import type { ImportItem, ImportLine } from '../../changes/import-plan-types.ts'
import type { Language, Texts } from '../../records/language.ts'
import type { PageContext } from './page.ts'

const sv = { line: 'rad', becomesDescription: (text: string) => `Blir beskrivning: ${text}` }
const words: Texts<typeof sv> = {
  sv,
  en: { line: 'line', becomesDescription: (text: string) => `Becomes its description: ${text}` },
}

/** One item of a plan with its lines, and a box to tick for it. */
export function PlanItem({ context, item, index }: { context: PageContext; item: ImportItem; index: number }) {
  return (
    <>
      <p>
        <input type="checkbox" id={`item-${index}`} name="item[]" value={item.id} checked />{' '}
        <label for={`item-${index}`}>{item.title[context.lang]}</label>
      </p>
      <PlanLines context={context} lines={item.lines} />
    </>
  )
}

/** Lines of a plan: what becomes of each record. */
export function PlanLines({ context, lines }: { context: PageContext; lines: readonly ImportLine[] }) {
  return (
    <ul>
      {lines.map((line, place) => (
        <li key={place}>
          <Line lang={context.lang} line={line} />
        </li>
      ))}
    </ul>
  )
}

const tagClasses: Partial<Record<ImportLine['change'], string>> = {
  new: 'tag tag-new',
  dropped: 'tag tag-dropped',
  renamed: 'tag tag-renamed',
  split: 'tag tag-split',
  merged: 'tag tag-merged',
  labelCorrected: 'tag tag-renamed',
  entered: 'tag tag-new',
  ended: 'tag tag-dropped',
}

function Line({ lang, line }: { lang: Language; line: ImportLine }) {
  const { subject, change, deckLine, reason, description } = line
  const { before, after } = namesInLine(line, lang)
  const subjectWord = importSubjectWords[subject]?.[lang]
  const text = words[lang]
  const place = deckLine === null ? '' : ` (${text.line} ${deckLine})`
  return (
    <>
      <span class={tagClasses[change] ?? 'tag'}>{importChangeWords[change][lang]}</span> {subjectWord ? `${subjectWord} ` : ''}
      {before !== null && before !== after ? <del>{before}</del> : null}
      {before !== null && after !== null && before !== after ? ' → ' : ''}
      {after}
      {place}
      {isPlainChange(change) ? null : <span class="muted"> {reason[lang]}</span>}
      {description ? <p class="muted small">{text.becomesDescription(description[lang])}</p> : null}
    </>
  )
}
