import { publisherIn } from '../../../records/source.ts'
import { withDashes } from '../../../language/year-span.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { findRegion, regionsInForce } from '../../../shapes/from-snapshot.ts'
import { areaCountOf, areasKnownIn, isUnread } from '../../../snapshot/areas-known.ts'
import { jointActionShapes } from '../../../shapes/joint-action-shape.ts'
import type { JointActionShape } from '../../../shapes/joint-action-shape.ts'
import { regionShape } from '../../../shapes/region-shape.ts'
import type { RegionRef, RegionShape } from '../../../shapes/shapes.ts'
import { EditionBlock } from '../../frame/edition-parts.tsx'
import { joinWords } from '../../../language/join-words.ts'
import { LineageTracks } from '../../charts/lineage-tracks-figure.tsx'
import { LineageWords } from '../../charts/lineage-words.tsx'
import { lineageText } from '../../charts/lineage.text.ts'
import { DateText } from '../../frame/priority-parts.tsx'
import { ContactList } from '../../frame/contact-list.tsx'
import { formatDate } from '../../frame/format.ts'
import { readyEvidenceOf } from '../../../evidence/ready-evidence.ts'
import { regionEvidenceSteps } from '../../../shapes/ready-region-evidence.ts'
import { regionEvidenceView } from '../../../shapes/region-evidence.ts'
import type { RegionEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { regionFigures } from '../evidence/region-figures.ts'
import { RegionMap } from '../../charts/region-map.tsx'
import { matchAddress } from '../match/match.address.ts'
import { namesIn } from '../../frame/page-address.ts'
import { labelsOf } from '../../../shapes/area-labels.ts'
import { lineageTracks } from '../../../shapes/lineage-tracks.ts'
import { JointActionsSection } from '../joint-action/joint-actions.page.tsx'
import { regionPicture } from './region.picture.ts'
import { regionText } from './region.text.ts'
import { regionApi } from './region.api.ts'
import { regionAddress } from './region.address.ts'
import { EmbedFold, embedPathOf } from '../../frame/embed-fold.tsx'
import { regionEmbed, regionEmbedHeight } from './region-embed.tsx'
import { RecordFacts } from '../../frame/record-facts.tsx'

export const regionPage = definePage({
  ...regionAddress,
  section: 'start',
  sitemap: (snapshot) => snapshot.inForce('region').map(({ slug }) => ({ slug })),
  examples: {
    sv: ['/region/varmland', '/region/norrbotten', '/region/gotland'],
    en: ['/en/region/varmland', '/en/region/vasternorrland'],
  },
  resource(snapshot, { slug = '' }) {
    const region = findRegion(snapshot, slug)
    return region && { kind: 'region', id: region.slug }
  },
  needs: [readyEvidenceOf],
  makeReady: (snapshot, { slug = '' }) => regionEvidenceSteps(snapshot, slug),
  read({ snapshot }, { slug = '' }) {
    const found = findRegion(snapshot, slug)
    if (!found) throw new ExpectedError('region_not_found', { data: { asked: slug } })
    const evidence = regionEvidenceView(snapshot, found.code)
    const actions = jointActionShapes(snapshot, { regionCode: found.code })
    return { region: regionShape(snapshot, found), onMap: regionsInForce(snapshot), evidence, actions }
  },
  render: (context, { region, onMap, evidence, actions }) => ({
    title: region.name,
    description: descriptionOf(region, context.lang),
    body: <Region context={context} region={region} onMap={onMap} evidence={evidence} actions={actions} />,
    picture: `regions/${region.slug}`,
    about: {
      '@type': 'AdministrativeArea',
      name: region.name,
      identifier: region.iso3166,
      containedInPlace: { '@type': 'Country', name: context.lang === 'sv' ? 'Sverige' : 'Sweden' },
    },
    foot: <Foot context={context} region={region} />,
  }),
  embed: (context, { region, onMap }) => regionEmbed(context, { region, onMap, lead: leadOf(region, context) }),
  api: [regionApi],
  documents: [regionPicture],
})

interface Props {
  context: PageContext
  region: RegionShape
}

interface OnMap {
  /** The regions that the map shows. */
  onMap: readonly RegionRef[]
}

interface Beside extends OnMap {
  evidence: RegionEvidenceShape
  actions: readonly JointActionShape[]
}

function Region({ context, region, onMap, evidence, actions }: Props & Beside) {
  const text = regionText[context.lang]
  const { current } = region
  return (
    <article class="sheet">
      <header class="page-head region-head">
        <div>
          <p class="eyebrow">{region.regionName}</p>
          <h1>{region.name}</h1>
          <p class="lead">{leadOf(region, context)}</p>
          <Actions context={context} region={region} />
        </div>
        <RegionMap
          code={region.code}
          regions={onMap}
          hrefOf={({ slug }) => context.paths.to('region', { slug })}
          description={text.mapDescription(region.name)}
        />
      </header>
      <ThenAndNow context={context} region={region} />
      <EvidenceOfAreas context={context} evidence={evidence} />
      <div class="columns aside-right">
        <div>
          <section class={region.editions.length > 1 ? 'no-print' : undefined}>
            <h2>{context.time.isToday ? text.now : text.onTheDay}</h2>
            {current ? <EditionBlock context={context} edition={current} /> : <p class="empty">{text.leadNone(region.name)}</p>}
          </section>
          <Joint context={context} region={region} />
          <JointActionsSection context={context} actions={actions} />
        </div>
        <div>
          <Contacts context={context} region={region} />
          <Partners context={context} region={region} />
          <div class="no-print">
            <Clusters context={context} region={region} />
            <Neighbours context={context} region={region} />
          </div>
          <Sources context={context} region={region} />
        </div>
      </div>
    </article>
  )
}

/** The way to partners: for the region as a whole, and for each of its areas. */
function Partners({ context, region }: Props) {
  const { lang, paths } = context
  const text = regionText[lang]
  const areas = region.current?.priorities ?? []
  const { region: regionField, area: areaField } = namesIn(matchAddress, lang)
  return (
    <section>
      <h2>{text.partners}</h2>
      <p>
        <a href={paths.to('match', {}, { [regionField]: region.slug })}>{text.allPartners(region.name)}</a>
      </p>
      {areas.length > 0 ? <p class="small muted">{text.partnersByArea}</p> : null}
      <ul class="plain-words small">
        {areas.map((area) => {
          const { label, labelLang } = labelsOf(area, lang)
          return (
            <li key={area.id}>
              <a href={paths.to('match', {}, { [areaField]: area.id })} lang={labelLang}>
                {label}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The areas on one axis, with the way to all that the statistics say. */
function EvidenceOfAreas({ context, evidence }: { context: PageContext; evidence: RegionEvidenceShape }) {
  const { slug } = evidence.region
  if (!evidence.hasData) return null
  const figure = regionFigures(evidence, context.lang).find(({ id, draw }) => id === 'areas' && draw !== null)
  const href = context.paths.to('region', { slug })
  return (
    <>
      {figure ? <FigureFrame context={context} figure={figure} href={href} path={`regions/${slug}`} /> : null}
      <p class="more-evidence">
        <a href={context.paths.to('evidence', { slug })}>
          {regionText[context.lang][evidence.areasKnown === 'unknown' ? 'evidenceUnknown' : 'evidence']}
        </a>
      </p>
    </>
  )
}

function descriptionOf({ name, current }: RegionShape, lang: PageContext['lang']): string {
  const count = areaCountOf(current)
  return count === null ? regionText[lang].descriptionUnknown(name) : regionText[lang].description(name, count)
}

function leadOf({ name, current }: RegionShape, { lang }: PageContext): string {
  const text = regionText[lang]
  if (!current) return text.leadNone(name)
  const { priorities, strategy } = current
  if (areasKnownIn(current) !== 'unknown')
    return strategy.isPeriodOver
      ? text.leadPast(name, priorities.length, strategy.programmePeriodId.replace('-', '–'))
      : text.lead(name, priorities.length)
  return text.leadUnknown(name, formatDate(strategy.meta.inForceFrom, { precision: strategy.datePrecision, lang }))
}

function Actions({ context, region }: Props) {
  const { lang, paths } = context
  const text = regionText[lang]
  const compared = [region.slug, ...region.landNeighbours.slice(0, 3).map((neighbour) => neighbour.slug)]
  return (
    <p class="actions small">
      <a href={paths.to('compare', {}, { region: compared.length > 1 ? compared : [region.slug] })}>
        {compared.length > 1 ? text.compareNeighbours : text.compare}
      </a>
      <a href={paths.to('brief', { slug: region.slug })}>{text.brief}</a>
      <a href={paths.action('confirm', { slug: region.slug })}>{text.confirm}</a>
    </p>
  )
}

function ThenAndNow({ context, region }: Props) {
  const text = regionText[context.lang]
  const { editions, lineage } = region
  if (editions.length === 0) return null
  if (editions.length === 1)
    return (
      <section>
        <h2>{text.thenAndNow}</h2>
        <p class="muted">{text.oneList}</p>
      </section>
    )
  return (
    <figure class="figure" id="then-and-now">
      <p class="figure-topic">{text.thenAndNow}</p>
      <h2>{findingOf(region, context.lang)}</h2>
      <p class="figure-sentence">{text.thenAndNowNote}</p>
      <div class="figure-picture">
        <LineageTracks context={context} editions={editions} steps={lineage} />
      </div>
      <figcaption>
        <p class="figure-legend">{lineageText[context.lang].legend}</p>
        <LineageWords context={context} editions={editions} steps={lineage} />
      </figcaption>
    </figure>
  )
}

/** How many of the areas of the last list go back to an earlier one, and how many are new, as far as the lists tell. */
function findingOf({ editions, lineage }: RegionShape, lang: PageContext['lang']): string {
  const text = regionText[lang]
  const last = editions.at(-1)!
  if (isUnread(last)) return text.findingUnread
  const tracks = lineageTracks(editions, lineage)
  const current = tracks.filter(({ cells }) => cells.at(-1))
  const kept = current.filter(({ cells, from }) => from.length > 0 || cells.slice(0, -1).some((cell) => cell !== null))
  const fresh = current.filter(({ cells }) => cells.at(-1)!.isNew)
  const over = tracks.filter(({ cells, into }) => !cells.at(-1) && into.length === 0)
  return text.finding({ kept: kept.length, fresh: fresh.length, over: over.length })
}

function Joint({ context, region }: Props) {
  const { lang, paths } = context
  const text = regionText[lang]
  const joint = region.jointEditions.filter(({ editions }) => editions.some((edition) => edition.strategy.isInForce))
  if (joint.length === 0) return null
  return (
    <section>
      <h2>{text.joint}</h2>
      {joint.map(({ jointArea, editions }) => {
        const others = jointArea.members.filter((member) => member.code !== region.code).map((member) => member.name)
        return (
          <div key={jointArea.id}>
            <h3>
              <a href={paths.to('jointArea', { slug: jointArea.id })}>{jointArea.name[lang]}</a>
            </h3>
            <p class="muted">{text.jointWith(joinWords(others, lang))}</p>
            {editions
              .filter((edition) => edition.strategy.isInForce)
              .map((edition) => (
                <EditionBlock key={edition.strategy.id} context={context} edition={edition} />
              ))}
          </div>
        )
      })}
    </section>
  )
}

function Neighbours({ context, region }: Props) {
  const { paths } = context
  const text = regionText[context.lang]
  const link = (neighbour: RegionShape['landNeighbours'][number], note = '') => (
    <li key={neighbour.code}>
      <a href={paths.to('region', { slug: neighbour.slug })}>{neighbour.name}</a>
      {note ? <span class="muted"> ({note})</span> : null}
    </li>
  )
  return (
    <section>
      <h2>{text.neighbours}</h2>
      {region.landNeighbours.length + region.waterNeighbours.length === 0 ? <p class="muted">{text.noNeighbours}</p> : null}
      <ul class="neighbour-list">
        {region.landNeighbours.map((neighbour) => link(neighbour))}
        {region.waterNeighbours.map((neighbour) => link(neighbour, text.acrossWater))}
      </ul>
    </section>
  )
}

function Contacts({ context: { lang }, region: { contacts } }: Props) {
  if (contacts.length === 0) return null
  return (
    <section>
      <h2>{regionText[lang].contacts}</h2>
      <ContactList lang={lang} contacts={contacts} />
    </section>
  )
}

function Clusters({ context, region }: Props) {
  const text = regionText[context.lang]
  if (region.clusters.length === 0) return null
  return (
    <section>
      <h2>{text.clusters}</h2>
      <ul class="link-list">
        {region.clusters.map((cluster) => (
          <li key={cluster.id}>
            <strong>{cluster.url ? <a href={cluster.url}>{cluster.name}</a> : cluster.name}</strong>
            <br />
            <span class="muted small">
              {text.clusterProgramme} <span lang={context.lang === 'sv' ? undefined : 'sv'}>{withDashes(cluster.programme)}</span>
              . {cluster.status?.became?.[context.lang] ?? text.clusterUnknown}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Codes, figures and files of the region, for those who look for them. */
function Foot({ context, region }: Props) {
  const { lang, paths } = context
  const text = regionText[lang]
  const names = text.factNames
  const newest = region.populations.toSorted((a, b) => b.year - a.year)
  const rows: [string, string][] = [
    [names.regionName, region.regionName],
    [names.countyName, region.countyName],
    [names.code, region.code],
    [names.nuts, `${region.nuts3} / ${region.nuts2} ${region.nuts2Name}`],
    [names.city, region.residenceCity],
    [names.municipalities, String(region.municipalityCount)],
    ...newest.slice(0, 1).map(({ year, persons }): [string, string] => [names.population, text.population(year, persons)]),
    [names.area, text.area(region.landAreaKm2)],
  ]
  return (
    <>
      <RecordFacts rows={rows} />
      <p class="actions">
        <a href={paths.api('tables/priorities.csv', { region: region.code, variant: 'excel', lang })}>{text.csv}</a>
        <a href={paths.api(`regions/${region.slug}`)}>{text.json}</a>
        <a href={paths.to('history', { kind: 'region', id: region.code })}>{text.history}</a>
      </p>
      <EmbedFold
        context={context}
        title={region.name}
        path={embedPathOf(paths.to('region', { slug: region.slug }))}
        height={regionEmbedHeight(region)}
      />
    </>
  )
}

function Sources({ context, region }: Props) {
  const { lang, paths } = context
  return (
    <section>
      <h2>{regionText[lang].sources}</h2>
      <ul class="link-list">
        {region.sources.map((source) => (
          <li key={source.id}>
            <a href={paths.to('source', { id: source.id })}>{source.title[lang]}</a>
            <br />
            <span class="muted small">
              {publisherIn(source.publisher, lang)}, <DateText date={source.date} precision={source.datePrecision} lang={lang} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
