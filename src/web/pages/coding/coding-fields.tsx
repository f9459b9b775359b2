import { pairChanges } from '../../../records/lineage-decision.ts'
import type { CodingAspect } from '../../../records/coding-decision.ts'
import type { LineageChange } from '../../../records/lineage-decision.ts'
import type { Language } from '../../../records/language.ts'
import type { PageContext } from '../../frame/page.ts'
import type { PriorityShape } from '../../../shapes/shapes.ts'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { codingText } from './coding.text.ts'
import { stances } from './coding.view.ts'
import type { CodeChoice, CodeChoices, Stance } from './coding.view.ts'

interface StanceProps {
  context: PageContext
  name: string
  /** What is decided on, and its language when that is not the page's. */
  of: string
  ofLang: Language | undefined
  stance: Stance
}

/** Right, wrong or undecided: one choice of three. */
export function StanceChoice({ context, name, of, ofLang, stance }: StanceProps) {
  const text = codingText[context.lang]
  return (
    <fieldset class="stance">
      <legend class="visually-hidden" lang={ofLang}>
        {of}
      </legend>
      {stances.map((one) => (
        <label key={one}>
          <input type="radio" name={name} value={one} checked={one === stance} /> {text.stances[one]}
        </label>
      ))}
    </fieldset>
  )
}

export function ChangeChoice({ context, name, change }: { context: PageContext; name: string; change: LineageChange }) {
  const text = codingText[context.lang]
  const id = name.replaceAll('.', '-')
  return (
    <div class="field-inline">
      <label for={id}>{text.changeLabel}</label>{' '}
      <select id={id} name={name}>
        {pairChanges.map((one) => (
          <option key={one} value={one} selected={one === change}>
            {text.changes[one]}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A field for a code that the words do not show. All kinds are on the page already, for they are few. */
export function AddCode({ context, aspect, choices }: { context: PageContext; aspect: CodingAspect; choices: CodeChoices }) {
  const text = codingText[context.lang]
  if (aspect === 'kind') return null
  const id = `add-${aspect}`
  const name = `add.${aspect}`
  return (
    <div class="field add-code">
      <label for={id}>{text.add[aspect]}</label>
      {aspect === 'industry' ? (
        <>
          <input id={id} type="text" name={name} maxLength={20} size={10} inputMode="decimal" aria-describedby={`${id}-help`} />
          <span id={`${id}-help`} class="small muted">
            {text.industryHelp}
          </span>
        </>
      ) : (
        <select id={id} name={name}>
          <option value="">{text.choose}</option>
          <Options lang={context.lang} aspect={aspect} choices={choices} />
        </select>
      )}
    </div>
  )
}

/** Whose codes are numbers, shown before the names. */
const hasNumbers: ReadonlySet<CodingAspect> = new Set(['scienceField', 'goal', 'objective'])

function Options({ lang, aspect, choices }: { lang: Language; aspect: keyof CodeChoices; choices: CodeChoices }) {
  const optionsOf = (codes: readonly CodeChoice[]) =>
    codes.map(({ code, label }) => (
      <option key={code} value={code}>
        {hasNumbers.has(aspect) ? `${code} ${label[lang]}` : label[lang]}
      </option>
    ))
  if (aspect !== 'concept') return <>{optionsOf(choices[aspect])}</>
  return (
    <>
      {choices.concept.map(({ theme, concepts }) => (
        <optgroup key={theme.code} label={theme.label[lang]}>
          {optionsOf(concepts)}
        </optgroup>
      ))}
    </>
  )
}

/** A field for a link to an area of the list before or after that nothing suggests. */
export function AddLink({
  context,
  pairs,
}: {
  context: PageContext
  pairs: readonly { predecessor: PriorityShape; successor: PriorityShape }[]
}) {
  const { lang } = context
  const text = codingText[lang]
  const name = (priority: PriorityShape) => labelsOf(priority, lang).gloss ?? priority.displayLabel
  return (
    <div class="form-row add-code">
      <div class="field">
        <label for="add-lineage">{text.addLink}</label>
        <select id="add-lineage" name="add.lineage">
          <option value="">{text.choose}</option>
          {pairs.map(({ predecessor, successor }) => (
            <option key={`${predecessor.id} ${successor.id}`} value={`${predecessor.id}.${successor.id}`}>
              {name(predecessor)} → {name(successor)}
            </option>
          ))}
        </select>
      </div>
      <ChangeChoice context={context} name="add.change" change="renamed" />
    </div>
  )
}
