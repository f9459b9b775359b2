import { compareDays } from '../../../records/time.ts'
import { formatDate } from '../../frame/format.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { startAddress } from './start.address.ts'
import { startText } from './start.text.ts'
import type { StartRegion, StartShape } from './start.view.ts'

const box = { width: 46, height: 22, gap: 4, columnGap: 8 }

/** When each region's list is from: a box a region, stacked by year, the undated ones apart. */
export function FreshnessStrip({ context, shape }: { context: PageContext; shape: StartShape }) {
  const { lang, paths } = context
  const text = startText[lang]
  const names = namesIn(startAddress, lang)
  const listed = shape.regions.filter(({ current }) => current !== null)
  const dated = listed
    .filter(({ current }) => current!.strategy.datePrecision !== 'unknown')
    .toSorted((a, b) => compareDays(dateOf(a), dateOf(b)))
  if (dated.length === 0) return null
  const undated = listed.filter(({ current }) => current!.strategy.datePrecision === 'unknown')
  const confirmed = listed.filter(({ current }) => current!.priorities.some(({ confirmedByRole }) => confirmedByRole !== null))
  const name = (region: StartRegion) =>
    `${region.name}, ${formatDate(dateOf(region), { precision: region.current!.strategy.datePrecision, lang })}`
  return (
    <section>
      <h2>{text.freshHeading}</h2>
      <p>
        {text.freshSentence(name(dated.at(-1)!), name(dated[0]!), undated.length)}{' '}
        {confirmed.length > 0 ? text.confirmedSome(confirmed.length) : text.confirmedNone}
      </p>
      <Strip dated={dated} undated={undated} undatedWord={text.undated} validAt={shape.validAt} />
      <p class="small muted">{text.freshNote}</p>
      <p class="actions">
        <a href={`${paths.to('start', {}, { [names.mode]: wordsIn(startAddress.query.mode, lang).fresh })}#map`}>
          {text.freshOnMap}
        </a>
      </p>
    </section>
  )
}

const dateOf = ({ current }: StartRegion): string => current!.strategy.meta.inForceFrom

interface StripProps {
  dated: readonly StartRegion[]
  undated: readonly StartRegion[]
  undatedWord: string
  validAt: string
}

function Strip({ dated, undated, undatedWord, validAt }: StripProps) {
  const first = Number(dateOf(dated[0]!).slice(0, 4))
  const last = Math.max(Number(validAt.slice(0, 4)), Number(dateOf(dated.at(-1)!).slice(0, 4)))
  const years = Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
  const columns = years.map((year) => ({ label: year, regions: dated.filter((region) => dateOf(region).startsWith(year)) }))
  if (undated.length > 0) columns.push({ label: undatedWord.toLowerCase(), regions: [...undated] })
  const rows = Math.max(...columns.map(({ regions }) => regions.length))
  const step = box.height + box.gap
  const height = rows * step + 26
  return (
    <div class="freshness">
      <svg viewBox={`0 0 ${columns.length * (box.width + box.columnGap)} ${height}`} aria-hidden="true">
        {columns.map(({ label, regions }, column) => {
          const x = column * (box.width + box.columnGap)
          return (
            <g key={label}>
              {regions.map((region, row) => {
                const precision = region.current!.strategy.datePrecision
                const y = (rows - row - 1) * step
                return (
                  <g key={region.code} class={`fresh-${precision}`}>
                    <title>{region.name}</title>
                    <rect x={x + 1} y={y + 1} width={box.width} height={box.height} rx="3" />
                    <text x={x + box.width / 2 + 1} y={y + 16}>
                      {region.letters}
                    </text>
                  </g>
                )
              })}
              <text class="axis" x={x + box.width / 2 + 1} y={height - 6}>
                {label}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
