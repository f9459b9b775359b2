import { findTheme, themes } from '../../../thesaurus/thesaurus.ts'
import type { PageContext } from '../../frame/page.ts'
import { findRegions } from '../../../shapes/from-snapshot.ts'
import { joinWords } from '../../../language/join-words.ts'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { PriorityLabel } from '../../frame/priority-parts.tsx'
import { matchText } from './match.text.ts'
import {
  type GroupInput,
  type GroupProblem,
  type GroupShape,
  groupSizes,
  groupsView,
  mostGroupThemes,
} from '../../../shapes/match-shape.ts'
import { namesIn } from '../../frame/page-address.ts'
import { matchAddress } from './match.address.ts'

interface FinderProps {
  context: PageContext
  input: GroupInput
  /** Whether the finder has been used: then its answer comes before its form. */
  isAsked: boolean
  problem: GroupProblem | null
}

/** The groups found and the form for them; the form first until it has been used. */
export function GroupFinder({ context, input, isAsked, problem }: FinderProps) {
  const text = matchText[context.lang]
  const hasAnswer = isAsked && problem === null && input.themeIds.length > 0
  return (
    <section id="group" class={hasAnswer ? undefined : 'no-print'}>
      <h2>{hasAnswer ? text.groupFound : text.group}</h2>
      {hasAnswer ? <Groups context={context} input={input} /> : <p class="muted">{text.groupHelp}</p>}
      {hasAnswer ? (
        <details class="fold no-print">
          <summary>{text.groupChange}</summary>
          <GroupForm context={context} input={input} problem={null} />
        </details>
      ) : (
        <GroupForm context={context} input={input} problem={isAsked ? groupFault({ context, input, problem }) : null} />
      )}
    </section>
  )
}

/** What the form says by its field. */
function groupFault({ context, input, problem }: Omit<FinderProps, 'isAsked'>): string {
  const text = matchText[context.lang]
  if (problem?.kind === 'unknownTheme') return text.unknownTheme(problem.asked)
  if (problem?.kind === 'tooManyThemes') return text.tooManyThemes(input.themeIds.length, mostGroupThemes)
  if (problem?.kind === 'size') return text.unknownSize
  if (problem?.kind === 'unknownRegion') return text.unknownRegion(problem.asked)
  return text.chooseThemes
}

function Groups({ context, input }: { context: PageContext; input: GroupInput }) {
  const text = matchText[context.lang]
  const groups = groupsView(context.snapshot, input)
  return (
    <>
      <p>{text.groupAsked(joinWords(themeLabels(context, input), context.lang))}</p>
      {groups.length === 0 ? <p class="empty">{text.groupNone}</p> : null}
      <div class="group-grid">
        {groups.map((group) => (
          <Group key={group.regions.map(({ code }) => code).join()} context={context} group={group} />
        ))}
      </div>
    </>
  )
}

/** The names of the themes that a group is asked to cover. */
export const themeLabels = ({ lang }: PageContext, { themeIds }: GroupInput): string[] =>
  themeIds.flatMap((id) => findTheme(id)?.label[lang] ?? [])

interface FormProps {
  context: PageContext
  input: GroupInput
  problem: string | null
}

function GroupForm({ context, input, problem }: FormProps) {
  const { lang, paths } = context
  const text = matchText[lang]
  const names = namesIn(matchAddress, lang)
  return (
    <form action={`${paths.action('match')}#group`}>
      <KeptQuery context={context} names={[names.region]} />
      <fieldset class="check-grid" aria-describedby={problem ? 'group-problem' : undefined}>
        <legend>{text.groupThemes}</legend>
        {problem ? (
          <p class="field-problem" id="group-problem" role="alert">
            {problem}
          </p>
        ) : null}
        {themes.map(({ id, slugEn, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              name={names.theme}
              value={lang === 'sv' ? id : slugEn}
              checked={input.themeIds.includes(id) || input.themeIds.includes(slugEn)}
            />{' '}
            {label[lang]}
          </label>
        ))}
      </fieldset>
      <SizeAndMember context={context} input={input} />
    </form>
  )
}

function SizeAndMember({ context, input }: { context: PageContext; input: GroupInput }) {
  const { lang, snapshot } = context
  const text = matchText[lang]
  const names = namesIn(matchAddress, lang)
  return (
    <div class="form-row">
      <div class="field">
        <label for="group-size">{text.groupSize}</label>
        <select id="group-size" name={names.size}>
          {groupSizes.map((one) => (
            <option key={one} value={one} selected={one === input.size}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="group-region">{text.groupMust}</label>
        <select id="group-region" name={names.member}>
          <option value="">{text.groupAny}</option>
          {findRegions(snapshot).map(({ code, slug, name }) => (
            <option key={code} value={slug} selected={slug === input.region || code === input.region}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{text.groupShow}</button>
    </div>
  )
}

function Group({ context, group }: { context: PageContext; group: GroupShape }) {
  const { lang, paths } = context
  const text = matchText[lang]
  return (
    <div class="group">
      <h3>
        {group.regions.map(({ code, slug, name }, at) => (
          <>
            <a key={code} href={paths.to('region', { slug })}>
              {name}
            </a>
            {at < group.regions.length - 1 ? '\u00a0· ' : ''}
          </>
        ))}
      </h3>
      <p class="muted small">
        {neighbourWords(context, group)}
        {group.jointAreas.length > 0 ? ` ${text.joint} ${group.jointAreas.map(({ name }) => name[lang]).join(', ')}.` : ''}
      </p>
      {group.covers
        .filter(({ by }) => by.length > 0)
        .map(({ theme, by }) => (
          <div key={theme.id}>
            <h4>{theme.label[lang]}</h4>
            <ul>
              {by.map(({ region, area }) => (
                <li key={area.id}>
                  {region.name}: <PriorityLabel context={context} priority={area} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      {group.missing.length > 0 ? (
        <p>
          {text.groupMissing}: {group.missing.map(({ label }) => label[lang]).join(', ')}.
        </p>
      ) : null}
    </div>
  )
}

/** "Dalarna–Gävleborg gränsar till varandra." */
function neighbourWords({ lang }: PageContext, { neighbours }: GroupShape): string {
  const text = matchText[lang]
  const pairsOf = (wanted: string) =>
    neighbours
      .filter(({ nearness }) => nearness === wanted)
      .map(({ regions }) => regions.map(({ name }) => name.replaceAll(' ', '\u00a0')).join('–'))
  const [byLand, acrossLake] = [pairsOf('byLand'), pairsOf('acrossLake')]
  const sentences = [
    byLand.length > 0 ? text.groupByLand(joinWords(byLand, lang)) : null,
    acrossLake.length > 0 ? text.groupAcrossLake(joinWords(acrossLake, lang)) : null,
  ].filter(Boolean)
  return sentences.length > 0 ? sentences.join(' ') : text.groupApart
}
