import type { RegionEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import { FigureFrame } from '../../charts/figure-frame.tsx'
import { formatNumber } from '../../frame/format.ts'
import { KeptQuery } from '../../frame/kept-query.tsx'
import type { PartContext } from '../../frame/part-context.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { evidenceAddress } from './evidence.address.ts'
import { evidenceText } from './evidence.text.ts'
import { AreaSentences, ContextTable, FirstSteps, PeerNotes } from './evidence-parts.tsx'
import { regionFigures } from './region-figures.ts'

/** What is asked for, as a query of the API and of this page; both empty when it is counted as usual. */
function addressOf(
  choice: RegionEvidenceShape['choice'],
  lang: PartContext['lang'],
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
  context: PartContext
  evidence: RegionEvidenceShape
}

/** A region's evidence as an article. The server renders it, and so does the browser when it has counted in another way. */
export function EvidenceArticle({ context, evidence }: Props) {
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
      <section id="method">
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
function countedWords({ year, threshold, basis }: NonNullable<RegionEvidenceShape['choice']>, lang: PartContext['lang']): string {
  const text = evidenceText[lang]
  const times = formatNumber(threshold, lang, threshold % 1 === 0 ? 0 : 2)
  return text.counted(year, text.thresholdWords(times), text.basisWords[basis])
}

/** How it is counted, as a form whose answer is an address of its own. */
function Controls({ context, evidence, isOpen }: Props & { isOpen: boolean }) {
  const { lang, paths, time } = context
  const text = evidenceText[lang]
  const names = namesIn(evidenceAddress, lang)
  const basisWords = wordsIn(evidenceAddress.query.basis, lang)
  const { years, thresholds, year, threshold, basis } = evidence.choice!
  const slug = evidence.region.slug
  return (
    <details class="fold evidence-controls" open={isOpen}>
      <summary>{text.controls}</summary>
      <form
        action={paths.action('evidence', { slug })}
        method="get"
        data-live
        data-recount={paths.api(`regions/${slug}/evidence/inputs`)}
        data-day={time.validAt}
        data-base={context.baseUrl ?? undefined}
      >
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
