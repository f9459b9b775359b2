import { areasByFieldOf } from '../../../evidence/areas-by-field.ts'
import { readyEvidenceOf } from '../../../evidence/ready-evidence.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { readyRegionEvidence, regionEvidenceSteps } from '../../../shapes/ready-region-evidence.ts'
import { regionEvidenceView } from '../../../shapes/region-evidence.ts'
import type { AskedEvidence } from '../../../shapes/computed-evidence.ts'
import type { RegionEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { formatNumber } from '../../frame/format.ts'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { evidenceAddress } from './evidence.address.ts'
import { evidenceFigures } from './evidence.figures.ts'
import { evidenceText } from './evidence.text.ts'
import { AreaSentences, ContextTable, FirstSteps, PeerNotes } from './evidence-parts.tsx'
import { regionFigures } from './region-figures.ts'

export const evidencePage = definePage({
  ...evidenceAddress,
  section: 'insights',
  sitemap: (snapshot) => snapshot.inForce('region').map(({ slug }) => ({ slug })),
  examples: {
    sv: ['/belagg/norrbotten', '/belagg/gotland?ar=2019&grans=1.5&matt=kvot'],
    en: ['/en/evidence/vasternorrland'],
  },
  needs: [readyEvidenceOf, areasByFieldOf],
  makeReady: (snapshot, { slug = '' }) => regionEvidenceSteps(snapshot, slug),
  prepares: [readyRegionEvidence],
  read: ({ snapshot, url, lang }, { slug = '' }) => regionEvidenceView(snapshot, slug, readAsked(url.searchParams, lang)),
  render: (context, evidence) => ({
    title: evidenceText[context.lang].title(evidence.region.name),
    description: (evidence.areasKnown === 'unknown'
      ? evidenceText[context.lang].descriptionUnknown
      : evidenceText[context.lang].description)(evidence.region.name),
    trail: [{ label: evidence.region.name, href: context.paths.to('region', { slug: evidence.region.slug }) }],
    body: <Evidence context={context} evidence={evidence} />,
  }),
  figures: evidenceFigures,
})

/** Names the words that there are: another one would be counted as usual, and read as if it had been heeded. */
function unknownBasis(lang: PageContext['lang']): string {
  const { basis } = namesIn(evidenceAddress, lang)
  return `${basis}: ${Object.values(wordsIn(evidenceAddress.query.basis, lang)).join(', ')}.`
}

/** What the reader asks for, in the words of the page's language. */
function readAsked(query: URLSearchParams, lang: PageContext['lang']): AskedEvidence {
  const names = namesIn(evidenceAddress, lang)
  const [year, threshold, basis] = [query.get(names.year), query.get(names.threshold), query.get(names.basis)]
  const known = wordsIn(evidenceAddress.query.basis, lang)
  if (basis && !Object.values(known).includes(basis)) throw new ExpectedError('bad_request', { detail: unknownBasis(lang) })
  const isQuotient = basis === known.quotient
  return {
    ...(year ? { year } : {}),
    ...(threshold ? { threshold: Number(threshold.replace(',', '.')) } : {}),
    ...(isQuotient ? { basis: 'quotient' as const } : {}),
  }
}

/** What is asked for, as a query of the API and of this page; both empty when it is counted as usual. */
function addressOf(
  choice: RegionEvidenceShape['choice'],
  lang: PageContext['lang'],
): { isUsual: boolean; asked: Record<string, string>; here: Record<string, string> } {
  const isUsual = !choice || (choice.year === choice.years.at(-1) && choice.threshold === 1 && choice.basis === 'interval')
  if (isUsual) return { isUsual, asked: {}, here: {} }
  const { year, basis } = choice
  const threshold = String(choice.threshold)
  const names = namesIn(evidenceAddress, lang)
  const word = wordsIn(evidenceAddress.query.basis, lang)[basis]
  return {
    isUsual,
    asked: { year, threshold, basis },
    here: { [names.year]: year, [names.threshold]: threshold, [names.basis]: word },
  }
}

interface Props {
  context: PageContext
  evidence: RegionEvidenceShape
}

function Evidence({ context, evidence }: Props) {
  const { lang, paths } = context
  const text = evidenceText[lang]
  const { region, choice } = evidence
  const { isUsual, asked, here } = addressOf(choice, lang)
  const frame = { context, href: paths.to('evidence', { slug: region.slug }, here), path: `regions/${region.slug}`, query: asked }
  const [areas, work, notChosen, grewInto, space, nextSteps, peers] = regionFigures(evidence, lang)
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          {text.eyebrow} · <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>
        </p>
        <h1>{text.heading(region.name)}</h1>
        <p class="lead" role="status">
          {evidence.sentence[lang]}
        </p>
        {isUsual || !choice ? null : <p class="small muted">{countedWords(choice, lang)}</p>}
      </header>
      {areas ? <FigureFrame {...frame} figure={areas} /> : <p class="empty">{text.noData}</p>}
      <AreaSentences context={context} evidence={evidence} />
      {choice ? <Controls context={context} evidence={evidence} isOpen={!isUsual} /> : null}
      {work ? <FigureFrame {...frame} figure={work} /> : null}
      {notChosen && grewInto ? (
        <div class="figure-pair">
          <FigureFrame {...frame} figure={notChosen} />
          <FigureFrame {...frame} figure={grewInto} />
        </div>
      ) : null}
      {space ? <FigureFrame {...frame} figure={space} /> : null}
      {nextSteps ? (
        <div class="figure-aside">
          <FigureFrame {...frame} figure={nextSteps} />
          <FirstSteps evidence={evidence} lang={lang} />
        </div>
      ) : null}
      {peers ? (
        <div class="figure-aside">
          <FigureFrame {...frame} figure={peers} />
          <PeerNotes context={context} evidence={evidence} />
        </div>
      ) : null}
      <ContextTable evidence={evidence} lang={lang} />
      <section>
        <h2>{text.method}</h2>
        <p>{evidence.method[lang]}</p>
        <p class="actions small">
          <a href={paths.to('region', { slug: region.slug })}>{text.region}</a>
          <a href={paths.api(`regions/${region.slug}/evidence`, asked)}>{text.json}</a>
        </p>
      </section>
    </article>
  )
}

/** How it is counted when that is not as usual. */
function countedWords({ year, threshold, basis }: NonNullable<RegionEvidenceShape['choice']>, lang: PageContext['lang']): string {
  const text = evidenceText[lang]
  const times = formatNumber(threshold, lang, threshold % 1 === 0 ? 0 : 2)
  return text.counted(year, text.thresholdWords(times), text.basisWords[basis])
}

/** How it is counted, as a form whose answer is an address of its own. */
function Controls({ context, evidence, isOpen }: Props & { isOpen: boolean }) {
  const { lang, paths } = context
  const text = evidenceText[lang]
  const names = namesIn(evidenceAddress, lang)
  const basisWords = wordsIn(evidenceAddress.query.basis, lang)
  const { years, thresholds, year, threshold, basis } = evidence.choice!
  const slug = evidence.region.slug
  return (
    <details class="fold evidence-controls" open={isOpen}>
      <summary>{text.controls}</summary>
      <form action={paths.action('evidence', { slug })} method="get" data-live>
        <KeptQuery context={context} />
        <div class="form-row">
          <div class="field">
            <label for="evidence-year">{text.year}</label>
            <select id="evidence-year" name={names.year}>
              {years.toReversed().map((one) => (
                <option key={one} value={one} selected={one === year}>
                  {one}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="evidence-threshold">{text.threshold}</label>
            <select id="evidence-threshold" name={names.threshold}>
              {thresholds.map((one) => (
                <option key={one} value={one} selected={one === threshold}>
                  {text.thresholdWords(formatNumber(one, lang, one % 1 === 0 ? 0 : 2))}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="evidence-basis">{text.basis}</label>
            <select id="evidence-basis" name={names.basis}>
              {(['interval', 'quotient'] as const).map((one) => (
                <option key={one} value={basisWords[one]} selected={one === basis}>
                  {text.basisWords[one]}
                </option>
              ))}
            </select>
          </div>
          <button type="submit">{text.show}</button>
          {isOpen ? <a href={paths.to('evidence', { slug })}>{text.usual}</a> : null}
        </div>
      </form>
    </details>
  )
}
