import type { PageContext } from '../frame/page.ts'
import type { EditionShape, LineageLinkShape, LineageStepShape, PriorityShape } from '../../shapes/shapes.ts'
import { isUnread } from '../../snapshot/areas-known.ts'
import { formatDate } from '../frame/format.ts'
import { lineageText } from './lineage.text.ts'
import { isGuess } from '../../shapes/link-standing.ts'
import { ownWordsOf } from '../../shapes/area-labels.ts'
import { Gloss } from '../frame/priority-parts.tsx'
import type { Language } from '../../records/language.ts'

const columnWidth = 230
const gap = 96
const lineHeight = 18
const boxPadding = 9
const boxGap = 12
const headHeight = 56
/** Widest line of text that fits, in rough character widths. */
const charactersPerLine = 29

interface Box {
  priority: PriorityShape
  /** The owner's own words, wrapped. */
  lines: string[]
  /** The language of the words, when it is not the page's. */
  wordsLang: Language | undefined
  /** Our translation of them, wrapped; empty when none is needed. */
  glossLines: string[]
  x: number
  y: number
  height: number
}

/**
 * Editions as columns from left to right, with a curve from each area to what became of it: solid when a person has
 * confirmed it, dashed while it is a suggestion. The list after it says the same in words.
 */
export function LineageDiagram({
  context,
  editions,
  steps,
}: {
  context: PageContext
  editions: readonly EditionShape[]
  steps: readonly LineageStepShape[]
}) {
  const { lang } = context
  const columns = editions.map((edition, index) => layColumn(edition, { x: index * (columnWidth + gap), lang }))
  const boxes = new Map(columns.flat().map((box) => [box.priority.id, box]))
  const links = steps
    .flatMap((step) => step.links)
    .flatMap(({ predecessorId, successorId, ...link }) => {
      const a = predecessorId && boxes.get(predecessorId)
      const b = successorId && boxes.get(successorId)
      return a && b ? [{ ...link, a, b, below: lowestBetween(columns, a, b) }] : []
    })
  const bottoms = [...columns.flat().map((box) => box.y + box.height), ...links.map(({ below }) => below ?? 0)]
  const height = Math.max(headHeight + lineHeight + boxPadding, ...bottoms) + 4
  const width = editions.length * (columnWidth + gap) - gap
  const { label, from, undated, unread } = lineageText[lang]
  return (
    <section class="lineage-scroll" tabIndex={0} aria-label={label}>
      <svg class="lineage" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        {editions.map(({ strategy, priorities }, index) => (
          <g key={strategy.id}>
            {isUnread({ strategy, priorities }) ? (
              <text class="lineage-date" x={index * (columnWidth + gap)} y={headHeight + boxPadding + 13}>
                {unread}
              </text>
            ) : null}
            <text class="lineage-period" x={index * (columnWidth + gap)} y={18}>
              {strategy.programmePeriodId.replace('-', '–')}
            </text>
            <text class="lineage-date" x={index * (columnWidth + gap)} y={38}>
              {strategy.datePrecision === 'unknown'
                ? undated
                : `${from} ${formatDate(strategy.meta.inForceFrom, { precision: strategy.datePrecision, lang })}`}
            </text>
          </g>
        ))}
        {links.map(({ a, b, below, change, basis }) => (
          <path
            key={`${a.priority.id} ${b.priority.id}`}
            class={`lineage-link is-${change} is-${basis}`}
            d={below === null ? curve(a, b) : detour(a, b, below)}
          />
        ))}
        {[...boxes.values()].map((box) => (
          <BoxMark key={box.priority.id} box={box} />
        ))}
      </svg>
    </section>
  )
}

function BoxMark({ box }: { box: Box }) {
  const family = box.priority.themes[0]?.family
  return (
    <g class={family ? `lineage-box family-${family}` : 'lineage-box'}>
      <rect x={box.x} y={box.y} width={columnWidth} height={box.height} rx="4" />
      <rect class="lineage-accent" x={box.x} y={box.y} width="4" height={box.height} rx="2" />
      {box.lines.map((line, index) => (
        <text key={index} lang={box.wordsLang} x={box.x + 14} y={lineTop(box, index)}>
          {line}
        </text>
      ))}
      {box.glossLines.map((line, index) => (
        <text key={`gloss ${index}`} class="lineage-gloss" x={box.x + 14} y={lineTop(box, box.lines.length + index)}>
          {line}
        </text>
      ))}
    </g>
  )
}

const lineTop = (box: Box, index: number) => box.y + boxPadding + 13 + index * lineHeight

/** The same in words: each step as a list of what became of what, with the reason. */
export function LineageWords({
  context,
  editions,
  steps,
}: {
  context: PageContext
  editions: readonly EditionShape[]
  steps: readonly LineageStepShape[]
}) {
  const { lang } = context
  const text = lineageText[lang]
  const priorities = new Map(editions.flatMap((edition) => edition.priorities).map((priority) => [priority.id, priority]))
  const told = steps.filter(({ links }) => links.length > 0)
  const name = (id: string | null) => {
    const priority = id && priorities.get(id)
    return priority ? <AreaWords priority={priority} lang={lang} /> : '–'
  }
  return (
    <details class="lineage-words">
      <summary>{text.inWords}</summary>
      <UnreadLists editions={editions} lang={lang} />
      {told.map((step) => (
        <section
          key={step.toStrategyId}
          class="table-wrap"
          tabIndex={0}
          aria-label={text.stepCaption(editionName(editions, step.fromStrategyId), editionName(editions, step.toStrategyId))}
        >
          <table>
            <caption>
              {text.stepCaption(editionName(editions, step.fromStrategyId), editionName(editions, step.toStrategyId))}
            </caption>
            <thead>
              <tr>
                <th scope="col">{text.before}</th>
                <th scope="col">{text.after}</th>
                <th scope="col">{text.change}</th>
                <th scope="col">{text.why}</th>
              </tr>
            </thead>
            <tbody>
              {step.links.map((link) => (
                <tr key={`${link.predecessorId} ${link.successorId}`}>
                  <td>{name(link.predecessorId)}</td>
                  <td>{name(link.successorId)}</td>
                  <td>
                    <ChangeTag context={context} link={link} />
                  </td>
                  <td>
                    <LinkReason context={context} link={link} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </details>
  )
}

function AreaWords({ priority, lang }: { priority: PriorityShape; lang: Language }) {
  const { label, labelLang, gloss } = ownWordsOf(priority, lang)
  return (
    <>
      <span lang={labelLang}>{label}</span>
      <Gloss gloss={gloss} lang={lang} />
    </>
  )
}

type TaggedLink = Pick<LineageLinkShape, 'change' | 'basis' | 'continuesInStrategyId'>

export function ChangeTag({ context, link }: { context: PageContext; link: TaggedLink }) {
  const text = lineageText[context.lang]
  const { change, continuesInStrategyId } = link
  const notDropped = continuesInStrategyId ? text.continuesLater : text.noClearNext
  return (
    <span class={`tag tag-${change} ${isGuess(link) ? 'tag-suggestion' : ''}`}>
      {change === 'dropped' && isGuess(link) ? notDropped : text.changes[change]}
    </span>
  )
}

type ReasonedLink = Pick<LineageLinkShape, 'change' | 'reason' | 'standing'>

/** Why two areas are linked, and who says so. */
export function LinkReason({ context, link }: { context: PageContext; link: ReasonedLink }) {
  return (
    <>
      {link.reason[context.lang]} <LinkStanding context={context} link={link} />
    </>
  )
}

/** Who says that two areas are linked, and how surely. Equal words speak for themselves. */
export function LinkStanding({ context, link }: { context: PageContext; link: Pick<ReasonedLink, 'change' | 'standing'> }) {
  return link.change === 'unchanged' ? null : <span class="muted">{link.standing[context.lang]}.</span>
}

/** That what became of areas cannot be told for lists that nobody has read. */
function UnreadLists({ editions, lang }: { editions: readonly EditionShape[]; lang: Language }) {
  return editions
    .filter(isUnread)
    .map(({ strategy }) => <p key={strategy.id}>{lineageText[lang].unreadList(editionName(editions, strategy.id))}</p>)
}

function editionName(editions: readonly EditionShape[], strategyId: string): string {
  return editions.find((edition) => edition.strategy.id === strategyId)?.strategy.edition ?? strategyId
}

function layColumn({ priorities }: EditionShape, { x, lang }: { x: number; lang: Language }): Box[] {
  let y = headHeight
  return priorities.map((priority) => {
    const { label, labelLang, gloss } = ownWordsOf(priority, lang)
    const lines = wrap(label)
    const glossLines = gloss ? wrap(gloss) : []
    const height = (lines.length + glossLines.length) * lineHeight + 2 * boxPadding
    const box = { priority, lines, wordsLang: labelLang, glossLines, x, y, height }
    y += height + boxGap
    return box
  })
}

/** Breaks a label into lines at spaces and slashes; SVG does not wrap text by itself. */
function wrap(label: string): string[] {
  const lines = ['']
  for (const word of label.split(/(?<=[\s/-])/)) {
    const last = lines.length - 1
    if (lines[last] && (lines[last] + word).trimEnd().length > charactersPerLine) lines.push(word)
    else lines[last] += word
  }
  return lines.map((line) => line.trim())
}

/** The height at which a link passes under the lists between its two; null where there is none between. */
function lowestBetween(columns: readonly (readonly Box[])[], a: Box, b: Box): number | null {
  const between = columns.flat().filter(({ x }) => x > a.x && x < b.x)
  return between.length === 0 ? null : Math.max(...between.map(({ y, height }) => y + height)) + boxGap
}

/** A link to a later list than the next one, under what is between. */
function detour(a: Box, b: Box, below: number): string {
  const [x0, y0] = [a.x + columnWidth, a.y + a.height / 2]
  const [x1, y1] = [b.x, b.y + b.height / 2]
  const [from, to] = [x0 + gap, x1 - gap]
  return `M${x0},${y0}C${x0 + gap / 2},${y0} ${from - gap / 2},${below} ${from},${below}H${to}C${to + gap / 2},${below} ${x1 - gap / 2},${y1} ${x1},${y1}`
}

function curve(a: Box, b: Box): string {
  const [x0, y0] = [a.x + columnWidth, a.y + a.height / 2]
  const [x1, y1] = [b.x, b.y + b.height / 2]
  const bend = (x1 - x0) / 2
  return `M${x0},${y0}C${x0 + bend},${y0} ${x1 - bend},${y1} ${x1},${y1}`
}
