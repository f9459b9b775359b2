import { bridgeVerdicts } from '../../../records/bridge-verdict.ts'
import { getBridge } from '../../../shapes/bridge-shape.ts'
import type { BridgeRegionShape, BridgeShape } from '../../../shapes/bridge-shape.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { bridgeAddress } from './bridge.address.ts'
import { bridgeApi } from './bridge.api.ts'
import { bridgeText } from './bridge.text.ts'
import { VerdictTable } from './verdict-table.tsx'

/** What 21 regions will do with their areas in the next period: a row of squares each, and all of it as an annex. */
export const bridgePage = definePage({
  ...bridgeAddress,
  sitemap: () => [{ year: '2028' }],
  examples: { sv: ['/bro/2028'], en: ['/en/bridge/2028'] },
  read: ({ snapshot }, { year = '' }) => ({ year, bridge: getBridge(snapshot, year) }),
  render(context, shape) {
    const text = bridgeText[context.lang]
    return {
      title: text.eyebrow(shape.bridge.period.label),
      description: text.description,
      body: <Bridge context={context} {...shape} />,
    }
  },
  api: [bridgeApi],
})

const words = [...bridgeVerdicts, 'none'] as const

interface Props {
  context: PageContext
  year: string
  bridge: BridgeShape
}

function Bridge({ context, year, bridge }: Props) {
  const { lang, paths } = context
  const text = bridgeText[lang]
  const { period, counts } = bridge
  const all = bridge.regions.flatMap(({ areas }) => areas).length
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('period', { id: period.id })}>{text.eyebrow(period.label)}</a>
        </p>
        <h1>{text.headline(all - (counts['none'] ?? 0), all)}</h1>
        <p class="lead">{text.lead}</p>
        <ul class="inline-list bridge-counts">
          {words.map((word) => (
            <li key={word}>
              <span class={`bridge-square bridge-${word}`} aria-hidden="true" /> <strong>{counts[word] ?? 0}</strong>{' '}
              {text.counted[word]}
            </li>
          ))}
        </ul>
      </header>
      <section>
        <h2>{text.regions}</h2>
        <p class="section-note">{text.regionsNote}</p>
        <ul class="bridge-rows">
          {bridge.regions.map((region) => (
            <Row key={region.region.code} context={context} year={year} region={region} />
          ))}
        </ul>
      </section>
      <Annex context={context} bridge={bridge} year={year} />
    </article>
  )
}

function Row({ context, year, region: { region, areas } }: { context: PageContext; year: string; region: BridgeRegionShape }) {
  const { lang, paths } = context
  const text = bridgeText[lang]
  const given = areas.filter(({ verdict }) => verdict !== null).length
  return (
    <li>
      <a href={paths.to('bridgeRegion', { year, slug: region.slug })}>{region.name}</a>
      <span class="bridge-squares" aria-hidden="true">
        {areas.map(({ id, label, verdict }) => (
          <span
            key={id}
            class={`bridge-square bridge-${verdict ?? 'none'}`}
            title={`${label}: ${text.verdicts[verdict ?? 'none']}`}
          />
        ))}
      </span>
      <span class="muted numeric">{areas.length === 0 ? text.noAreas : text.ofAll(given, areas.length)}</span>
    </li>
  )
}

function Annex({ context, bridge, year }: Props) {
  const { lang, paths } = context
  const text = bridgeText[lang]
  return (
    <section>
      <h2>{text.annex}</h2>
      <p class="section-note">{text.annexNote}</p>
      <p class="actions small">
        <a href={paths.api('tables/bridge.csv', { variant: 'excel', lang, year })}>{text.csv}</a>
        <a href={paths.api(`bridge/${year}`)}>{text.json}</a>
      </p>
      {bridge.regions
        .filter(({ areas }) => areas.length > 0)
        .map(({ region, areas }) => (
          <section key={region.code} class="bridge-annex">
            <h3>{region.name}</h3>
            <VerdictTable context={context} areas={areas} caption={region.name} />
          </section>
        ))}
    </section>
  )
}
