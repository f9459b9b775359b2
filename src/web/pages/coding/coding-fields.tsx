import { pairChanges } from '../../../records/lineage-decision.ts'
import type { CodingAspect } from '../../../records/coding-decision.ts'
import type { LineageChange } from '../../../records/lineage-decision.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import type { PageContext } from '../../frame/page.ts'
import type { PriorityShape } from '../../../shapes/shapes.ts'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { codingText } from './coding.text.ts'
import { stances } from './coding.view.ts'
import type { Stance } from './coding.view.ts'

/** Right, wrong or undecided: one choice of three. */
export function StanceChoice({ context, name, of, stance }: { context: PageContext; name: string; of: string; stance: Stance }) {
  const text = codingText[context.lang]
  return (
    <fieldset class="stance">
      <legend class="visually-hidden">{of}</legend>
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

/** A field for a code that the words do not show. There are so few kinds that all stand on the page already. */
export function AddCode({ context, aspect, taken }: { context: PageContext; aspect: CodingAspect; taken: readonly string[] }) {
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
          <Options context={context} aspect={aspect} taken={new Set(taken)} />
        </select>
      )}
    </div>
  )
}

function Options({
  context: { lang, snapshot },
  aspect,
  taken,
}: {
  context: PageContext
  aspect: CodingAspect
  taken: ReadonlySet<string>
}) {
  const { themes, conceptsOfTheme, scienceFields, goals, objectives } = thesaurusOf(snapshot)
  const option = (value: string, label: string) =>
    taken.has(value) ? null : (
      <option key={value} value={value}>
        {label}
      </option>
    )
  if (aspect === 'theme') return <>{themes.map(({ id, label }) => option(id, label[lang]))}</>
  const listed = { scienceField: scienceFields, goal: goals, objective: objectives }
  if (aspect === 'scienceField' || aspect === 'goal' || aspect === 'objective')
    return <>{listed[aspect].map(({ code, label }) => option(code, `${code} ${label[lang]}`))}</>
  return (
    <>
      {themes.map((theme) => (
        <optgroup key={theme.id} label={theme.label[lang]}>
          {conceptsOfTheme(theme.id)
            .filter(({ themeIds }) => themeIds[0] === theme.id)
            .map(({ id, label }) => option(id, label[lang]))}
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
