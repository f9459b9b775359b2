import { themes } from '../../../themes/thesaurus.ts'
import type { PageContext } from '../../page.ts'
import { findRegions } from '../../shapes/from-snapshot.ts'
import { PriorityLabel } from '../../ui/priority-parts.tsx'
import { matchText } from './match.text.ts'
import { type GroupShape, groupsView, matchQuery } from './match.view.ts'

const sizes = [3, 4, 5]

/** The form for a group and the groups found. */
export function GroupFinder({ context, slug }: { context: PageContext; slug: string | null }) {
  const { lang, snapshot, url } = context
  const text = matchText[lang]
  const names = matchQuery[lang]
  const themeIds = [...new Set(url.searchParams.getAll(names.theme).filter(Boolean))]
  const size = Number(url.searchParams.get(names.size) ?? 3)
  const groups = groupsView(snapshot, { themeIds, region: slug, size })
  return (
    <section id="group">
      <h2>{text.group}</h2>
      <p class="muted">{text.groupHelp}</p>
      <GroupForm context={context} slug={slug} themeIds={themeIds} size={size} />
      {themeIds.length > 0 && groups.length === 0 ? <p class="empty">{text.groupNone}</p> : null}
      <div class="group-grid">
        {groups.map((group) => (
          <Group key={group.regions.map(({ code }) => code).join()} context={context} group={group} />
        ))}
      </div>
    </section>
  )
}

interface FormProps {
  context: PageContext
  slug: string | null
  themeIds: readonly string[]
  size: number
}

function GroupForm({ context, slug, themeIds, size }: FormProps) {
  const { lang, paths, snapshot } = context
  const text = matchText[lang]
  const names = matchQuery[lang]
  const value = ({ id, slugEn }: { id: string; slugEn: string }) => (lang === 'sv' ? id : slugEn)
  return (
    <form action={`${paths.to('match').split('?')[0]}#group`}>
      <fieldset class="check-grid">
        <legend>{text.groupThemes}</legend>
        {themes.map((theme) => (
          <label key={theme.id}>
            <input
              type="checkbox"
              name={names.theme}
              value={value(theme)}
              checked={themeIds.includes(theme.id) || themeIds.includes(theme.slugEn)}
            />{' '}
            {theme.label[lang]}
          </label>
        ))}
      </fieldset>
      <div class="form-row">
        <div class="field">
          <label for="group-size">{text.groupSize}</label>
          <select id="group-size" name={names.size}>
            {sizes.map((one) => (
              <option key={one} value={one} selected={one === size}>
                {one}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="group-region">{text.groupMust}</label>
          <select id="group-region" name={names.region}>
            <option value="">{text.groupAny}</option>
            {findRegions(snapshot).map((region) => (
              <option key={region.code} value={region.slug} selected={region.slug === slug}>
                {region.name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{text.groupShow}</button>
      </div>
    </form>
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
            {at > 0 ? ' · ' : ''}
            <a key={code} href={paths.to('region', { slug })}>
              {name}
            </a>
          </>
        ))}
      </h3>
      <p class="muted small">
        {text.groupNeighbours(group.neighbours)}
        {group.jointAreas.length > 0 ? ` · ${text.joint} ${group.jointAreas.map(({ name }) => name[lang]).join(', ')}` : ''}
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
