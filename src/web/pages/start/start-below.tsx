import { joinWords } from '../../../language/join-words.ts'
import { isUnread } from '../../../snapshot/areas-known.ts'
import { countSlope, countSlopeBox } from '../../charts/count-slope.ts'
import { formatDate } from '../../frame/format.ts'
import type { PageContext } from '../../frame/page.ts'
import { DateText, OwnerLink, PriorityLabel } from '../../frame/priority-parts.tsx'
import { FreshnessStrip } from './start-freshness.tsx'
import { shortLabel, startText } from './start.text.ts'
import type { LatestList, StartShape, ThemeCount } from './start.view.ts'

interface Props {
  context: PageContext
  shape: StartShape
}

/** A way in for each kind of reader. */
export function Doors({ context }: Pick<Props, 'context'>) {
  const { lang, paths, pathsIn } = context
  const { doors, doorsLabel } = startText[lang]
  const hrefs: Record<keyof typeof doors, string> = {
    politician: '#regions',
    strategist: paths.to('match'),
    company: paths.to('company'),
    researcher: paths.to('api'),
    abroad: pathsIn('en').to('themes'),
  }
  return (
    <nav class="doors" aria-label={doorsLabel}>
      {Object.entries(doors).map(([door, [who, what]]) => (
        <a
          key={door}
          class="door"
          href={hrefs[door as keyof typeof doors]}
          lang={door === 'abroad' && lang !== 'en' ? 'en' : undefined}
        >
          <small>{who}</small>
          <b>{what}</b>
        </a>
      ))}
    </nav>
  )
}

/** What changed lately and how themes have spread, side by side; then how fresh the lists are, and questions with their answers. */
export function Below({ context, shape }: Props) {
  return (
    <>
      <div class="start-pair">
        <ThemeSlope context={context} shape={shape} />
        <Latest context={context} shape={shape} />
      </div>
      <div class="start-pair">
        <FreshnessStrip context={context} shape={shape} />
        <Questions context={context} shape={shape} />
      </div>
    </>
  )
}

const grownFirst = (counts: readonly ThemeCount[]): ThemeCount[] =>
  counts
    .filter(({ countThen }) => countThen !== null)
    .toSorted((a, b) => b.regionCount - b.countThen! - (a.regionCount - a.countThen!))

function ThemeSlope({ context, shape }: Props) {
  const { lang } = context
  const text = startText[lang]
  const counts = shape.themeCounts.filter(({ regionCount, countThen }) => countThen !== null && regionCount > 0).slice(0, 11)
  const growth = ({ regionCount, countThen }: ThemeCount) => regionCount - countThen!
  const most = grownFirst(counts).filter((count, _, [first]) => growth(count) === growth(first!))
  if (most.length === 0 || growth(most[0]!) <= 0) return null
  const rows = counts.map(({ theme, regionCount, countThen }) => ({
    label: shortLabel(theme.label[lang]),
    before: countThen!,
    after: regionCount,
    className: `family-${theme.family}`,
  }))
  const { width, height } = countSlopeBox
  const marks = countSlope(rows, { before: text.slopeThen, after: text.slopeNow })
  return (
    <section>
      <h2>
        {text.slopeHeading(
          joinWords(
            most.map(({ theme }, at) => (at === 0 ? shortLabel(theme.label[lang]) : shortLabel(theme.label[lang]).toLowerCase())),
            lang,
          ),
        )}
      </h2>
      <p>
        {most
          .map(({ theme, regionCount, countThen }) => text.slopeSentence(shortLabel(theme.label[lang]), countThen!, regionCount))
          .join(' ')}
      </p>
      <div class="figure-picture">
        <svg
          class="count-slope"
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          dangerouslySetInnerHTML={{ __html: marks }}
        />
      </div>
      <ul class="visually-hidden">
        {rows.map((row) => (
          <li key={row.label}>
            {row.label}: {text.slopeThen} {row.before}, {text.slopeNow} {row.after}
          </li>
        ))}
      </ul>
      <p class="small muted">{text.slopeNote}</p>
    </section>
  )
}

function Latest({ context, shape }: Props) {
  const { lang, paths } = context
  const text = startText[lang]
  return (
    <section>
      <h2>{text.newHeading}</h2>
      <ul class="news">
        {shape.latest.map((list) => (
          <li key={list.strategy.id}>
            <DateText date={list.strategy.meta.inForceFrom} precision={list.strategy.datePrecision} lang={lang} />
            <div>
              <b>
                <OwnerLink context={context} owner={list.strategy.owner} />
              </b>
              <News context={context} list={list} />
            </div>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={paths.to('changes')}>{text.newMore}</a>
      </p>
    </section>
  )
}

/** What is new in a list and what is gone from the one before; of a first list, its areas. */
function News({ context, list }: { context: PageContext; list: LatestList }) {
  const text = startText[context.lang]
  if (isUnread(list)) return <p class="muted">{text.areasNotRead}</p>
  const { added, dropped, isFirst } = list
  if (!isFirst && added.length + dropped.length === 0) return <p class="muted">{text.noneNew}</p>
  const labels = (areas: LatestList['added']) =>
    areas.map((area, at) => (
      <>
        {at > 0 ? ', ' : null}
        <PriorityLabel context={context} priority={area} />
      </>
    ))
  return (
    <>
      {isFirst ? (
        <p>
          {text.first}: <span class="is-new">{labels(list.priorities)}</span>.
        </p>
      ) : null}
      {added.length > 0 ? (
        <p>
          {text.added}: <span class="is-new">{labels(added)}</span>.
        </p>
      ) : null}
      {dropped.length > 0 ? (
        <p>
          {text.dropped}: <s>{labels(dropped)}</s>.
        </p>
      ) : null}
    </>
  )
}

/** What people ask, answered from the lists that are shown. */
function Questions({ context, shape }: Props) {
  const { lang, paths } = context
  const { asks, questionsHeading, togetherRow } = startText[lang]
  const low = (label: string) => shortLabel(label).toLowerCase()
  const alone = shape.themeCounts
    .filter(({ regionCount }) => regionCount === 1)
    .map(({ theme }) => `${theme.label[lang]} (${shape.regions.find(({ themeIds }) => themeIds.includes(theme.id))!.name})`)
  const rising = grownFirst(shape.themeCounts)
    .filter(({ regionCount, countThen }) => regionCount - countThen! >= 2)
    .slice(0, 4)
    .map(({ theme, regionCount, countThen }) => `${low(theme.label[lang])} (${countThen} → ${regionCount})`)
  const { newest } = shape
  return (
    <section>
      <h2>{questionsHeading}</h2>
      <dl class="asks">
        {alone.length > 0 ? (
          <Ask question={asks.alone} href={paths.to('themes')} answer={asks.aloneAnswer(joinWords(alone, lang))} />
        ) : null}
        {rising.length > 0 ? (
          <Ask question={asks.rising} href={paths.to('changes')} answer={asks.risingAnswer(joinWords(rising, lang))} />
        ) : null}
        {shape.jointAreas.map((area) => (
          <Ask
            key={area.id}
            question={`${asks.together} ${area.name[lang]}`}
            href={paths.to('jointArea', { slug: area.id })}
            answer={togetherRow(
              joinWords(
                area.members.map(({ name }) => name),
                lang,
              ),
            )}
          />
        ))}
        {newest ? (
          <Ask
            question={asks.newest}
            href={paths.to('changes')}
            answer={asks.newestAnswer(newest.name[lang], formatDate(newest.date, { precision: newest.precision, lang }))}
          />
        ) : null}
        <Ask question={asks.heard} href={paths.to('heard')} answer={asks.heardAnswer} />
      </dl>
    </section>
  )
}

function Ask({ question, href, answer }: { question: string; href: string; answer: string }) {
  return (
    <div>
      <dt>
        <a href={href}>{question}</a>
      </dt>
      <dd>{answer}</dd>
    </div>
  )
}
