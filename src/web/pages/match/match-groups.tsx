import type { Language } from '../../../records/language.ts'
import type { PageContext } from '../../frame/page.ts'
import { joinWords } from '../../../language/join-words.ts'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { PriorityLabel } from '../../frame/priority-parts.tsx'
import { matchText } from './match.text.ts'
import { type GroupShape, groupSizes, mostGroupThemes } from '../../../shapes/match-shape.ts'
import { namesIn } from '../../frame/page-address.ts'
import { matchAddress } from './match.address.ts'
import type { MatchShape } from './match.view.ts'

interface Props {
  context: PageContext
  shape: MatchShape
}

/** The groups found and the form for them; the form first until it has been used, its answer before it then. */
export function GroupFinder({ context, shape }: Props) {
  const text = matchText[context.lang]
  const { groups, isGroupAsked } = shape
  return (
    <section id="group" class={groups ? undefined : 'no-print'}>
      <h2>{groups ? text.groupFound : text.group}</h2>
      {groups ? (
        <Groups context={context} askedThemes={shape.askedThemes} groups={groups} />
      ) : (
        <p class="muted">{text.groupHelp}</p>
      )}
      {groups ? (
        <details class="fold no-print">
          <summary>{text.groupChange}</summary>
          <GroupForm context={context} shape={shape} fault={null} />
        </details>
      ) : (
        <GroupForm context={context} shape={shape} fault={isGroupAsked ? groupFault({ context, shape }) : null} />
      )}
    </section>
  )
}

/** The message beside the form's field. */
function groupFault({ context, shape: { problem, group } }: Props): string {
  const text = matchText[context.lang]
  if (problem?.kind === 'unknownTheme') return text.unknownTheme(problem.asked)
  if (problem?.kind === 'tooManyThemes') return text.tooManyThemes(group.themeIds.length, mostGroupThemes)
  if (problem?.kind === 'size') return text.unknownSize
  if (problem?.kind === 'unknownRegion') return text.unknownRegion(problem.asked)
  return text.chooseThemes
}

interface Found {
  context: PageContext
  askedThemes: MatchShape['askedThemes']
  groups: readonly GroupShape[]
}

function Groups({ context, askedThemes, groups }: Found) {
  const { lang } = context
  const text = matchText[lang]
  return (
    <>
      <p>{text.groupAsked(namesOf(askedThemes, lang))}</p>
      {groups.length === 0 ? <p class="empty">{text.groupNone}</p> : null}
      <div class="group-grid">
        {groups.map((group) => (
          <Group key={group.regions.map(({ code }) => code).join()} context={context} group={group} />
        ))}
      </div>
    </>
  )
}

/** Themes as a list in words. */
export const namesOf = (themes: MatchShape['askedThemes'], lang: Language): string =>
  joinWords(
    themes.map((label) => label[lang]),
    lang,
  )

function GroupForm({ context, shape, fault }: Props & { fault: string | null }) {
  const { lang, paths } = context
  const text = matchText[lang]
  const names = namesIn(matchAddress, lang)
  return (
    <form action={`${paths.action('match')}#group`}>
      <KeptQuery context={context} names={[names.region]} />
      <fieldset class="check-grid" aria-describedby={fault ? 'group-problem' : undefined}>
        <legend>{text.groupThemes}</legend>
        {fault ? (
          <p class="field-problem" id="group-problem" role="alert">
            {fault}
          </p>
        ) : null}
        {shape.themes.map(({ id, slugEn, label, isChosen }) => (
          <label key={id}>
            <input type="checkbox" name={names.theme} value={lang === 'sv' ? id : slugEn} checked={isChosen} /> {label[lang]}
          </label>
        ))}
      </fieldset>
      <SizeAndMember context={context} shape={shape} />
    </form>
  )
}

function SizeAndMember({ context, shape: { group, choices } }: Props) {
  const { lang } = context
  const text = matchText[lang]
  const names = namesIn(matchAddress, lang)
  return (
    <div class="form-row">
      <div class="field">
        <label for="group-size">{text.groupSize}</label>
        <select id="group-size" name={names.size}>
          {groupSizes.map((one) => (
            <option key={one} value={one} selected={one === group.size}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="group-region">{text.groupMust}</label>
        <select id="group-region" name={names.member}>
          <option value="">{text.groupAny}</option>
          {choices.map(({ code, slug, name }) => (
            <option key={code} value={slug} selected={slug === group.region || code === group.region}>
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
