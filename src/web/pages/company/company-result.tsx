import { quoted } from '../../../language/join-words.ts'
import { longestMeant } from '../../../matching/meant-words.ts'
import type { PageContext } from '../../frame/page.ts'
import type { CitationShape } from '../../../shapes/shapes.ts'
import { OwnerLink, PriorityLabel, ThemeChips } from '../../frame/priority-parts.tsx'
import { namesIn } from '../../frame/page-address.ts'
import { companyAddress } from './company.address.ts'
import { PlaceProblem } from './company-form.tsx'
import { companyText } from './company.text.ts'
import { type CompanyShape, fitLabel, longestDescription } from '../../../shapes/company-shape.ts'
import type { CompanyPageShape } from './company.view.ts'
import type { Language } from '../../../records/language.ts'

interface ResultProps {
  context: PageContext
  shape: CompanyPageShape
}

/** The answer: the own region, clusters and other regions, or that nothing fits; and how the description was read. */
export function CompanyResult({ context, shape }: ResultProps) {
  const { fit, problems } = shape
  const { lang, paths } = context
  const text = companyText[lang]
  return (
    <>
      {problems.isCut ? <p class="note">{text.isCut(longestDescription)}</p> : null}
      {problems.industry ? (
        <p class="note">
          {problems.industry[lang]} {text.industryLeftOut}
        </p>
      ) : null}
      {fit.industryNotes.map((note) => (
        <p key={note.sv} class="small muted">
          {note[lang]}
        </p>
      ))}
      {fit.nothingFits === null ? (
        <>
          <Own context={context} shape={shape} />
          <Clusters context={context} fit={fit} />
          <section>
            <h2>{text.elsewhere}</h2>
            <p class="muted">{fit.elsewhere.length > 0 ? text.elsewhereHelp : text.elsewhereNone}</p>
            <Fits context={context} fits={fit.elsewhere} withOwner />
          </section>
        </>
      ) : (
        <NothingFits context={context} shape={shape} />
      )}
      <section>
        <h2>{text.understood}</h2>
        <Subjects lang={lang} subjects={fit.subjects} />
        <ReadWords context={context} shape={shape} />
        <AnswerLink context={context} shape={shape} />
        <p class="small muted">
          <span class="no-print">{text.print} </span>
          <a href={paths.to('searchMethod')}>{text.how}</a>.
        </p>
      </section>
    </>
  )
}

/** Each word that was read, to strike out or put right where it was read wrongly; the answer is made again. */
function ReadWords({ context, shape: { words } }: ResultProps) {
  const { lang } = context
  const text = companyText[lang]
  const names = namesIn(companyAddress, lang)
  if (words.length === 0) return null
  return (
    <fieldset class="read-words no-print">
      <legend>{text.isItRight}</legend>
      <p class="small muted">{text.strikeHelp}</p>
      <ul>
        {words.map(({ word, labels, isStruck, meant }) => (
          <li key={word}>
            <label>
              <input type="checkbox" form="company-form" name={names.struck} value={word} checked={isStruck} />{' '}
              <span class={isStruck ? 'struck' : undefined}>{quoted(word, lang)}</span>{' '}
              <span class="muted small">
                {labels.length > 0 ? labels.map((label) => label[lang]).join(', ') : text.meansNothing(meant)}
              </span>
            </label>{' '}
            <input type="hidden" form="company-form" name={names.read} value={word} />
            <label class="small meant-word">
              {text.orMeans}{' '}
              <input
                type="text"
                form="company-form"
                name={names.meant}
                value={meant}
                maxlength={longestMeant}
                autocomplete="off"
                aria-label={`${text.orMeans} (${quoted(word, lang)})`}
              />
            </label>
          </li>
        ))}
      </ul>
      <button type="submit" form="company-form" class="button button-quiet">
        {text.readAgain}
      </button>
    </fieldset>
  )
}

/** A link to the answer, made only when it is asked for, since it has the description in it. */
function AnswerLink({ context, shape }: ResultProps) {
  const { lang, paths } = context
  const { input } = shape
  const text = companyText[lang]
  const names = namesIn(companyAddress, lang)
  if (!shape.hasLink)
    return (
      <p class="no-print">
        <button type="submit" form="company-form" name={names.link} value="1" class="link-button">
          {text.makeLink}
        </button>{' '}
        <span class="small muted">{text.makeLinkHelp}</span>
      </p>
    )
  const asked = {
    [names.text]: input.text,
    [names.place]: input.place,
    [names.industry]: input.industry,
    [names.edition]: input.edition,
  }
  const struck = (input.struck ?? []).map((word) => `&${names.struck}=${encodeURIComponent(word)}`).join('')
  const meant = (input.meant ?? [])
    .map((one) => `&${names.read}=${encodeURIComponent(one.word)}&${names.meant}=${encodeURIComponent(one.meant)}`)
    .join('')
  return (
    <p class="no-print">
      <a href={paths.to('company', {}, asked) + struck + meant}>{text.answerLink}</a>
    </p>
  )
}

/** That nothing fits, why, and whom to turn to instead. */
function NothingFits({ context, shape }: ResultProps) {
  const { fit, names, problems } = shape
  const { lang, paths } = context
  const text = companyText[lang]
  const why = fit.nothingFits === 'localTrade' ? 'localTrade' : 'noArea'
  const region = fit.region
  return (
    <section class="note">
      <p>{text.nothingFits[why]}</p>
      {why === 'noArea' && region && fit.ownAreasKnown === 'unknown' ? (
        <p>
          {text.ownUnknown(region.name)} <SourceLink context={context} source={fit.source} />
        </p>
      ) : null}
      {problems.place ? (
        <p class="no-print">
          <PlaceProblem context={context} shape={shape} place={problems.place} />
        </p>
      ) : null}
      <p>{text.nothingTurn}</p>
      <ul>
        <li>{text.turnMunicipality(fit.place?.municipality ?? null)}</li>
        <li>
          <a href="https://www.almi.se/">almi.se</a>. {text.turnAlmi}
        </li>
        <li>
          {text.turnRegion(names.office)}{' '}
          {region ? <a href={paths.to('region', { slug: region.slug })}>{text.regionPage(region.name)}</a> : null}
        </li>
      </ul>
      <p>{text.nothingMore}</p>
    </section>
  )
}

function Own({ context, shape }: ResultProps) {
  const { fit, problems, names } = shape
  const { lang } = context
  const text = companyText[lang]
  const { region, place } = fit
  if (!region)
    return (
      <>
        <p class="note no-print">
          {problems.place ? <PlaceProblem context={context} shape={shape} place={problems.place} /> : text.noPlace}
        </p>
        <section>
          <h2>{text.contact}</h2>
          <p>{text.contactAny}</p>
        </section>
      </>
    )
  return (
    <section>
      <h2>{text.own(region.name)}</h2>
      {place && place.name !== place.municipality && place.name !== place.county ? (
        <p class="muted small">{text.placeRead(place.name, place.municipality, place.county)}</p>
      ) : null}
      {fit.ownAreasKnown === 'unknown' ? (
        <p class="note">
          {text.ownUnknown(region.name)} <SourceLink context={context} source={fit.source} />
        </p>
      ) : fit.own.length === 0 ? (
        <div class="note">
          <p>
            {text.ownNone(region.name)} {text.ownNoneHelp}
          </p>
        </div>
      ) : null}
      <Fits context={context} fits={fit.own} withOwner={fit.own.some(({ priority }) => priority.owner.kind === 'jointArea')} />
      <Contact context={context} region={region} office={names.office ?? region.name} fit={fit} />
    </section>
  )
}

interface ContactProps {
  context: PageContext
  region: NonNullable<CompanyShape['region']>
  office: string
  fit: CompanyShape
}

/** A source by its title and publisher, at its own address where it has one. */
function SourceLink({ context: { lang, paths }, source }: { context: PageContext; source: CitationShape | null }) {
  if (!source) return null
  return (
    <>
      <a href={source.url ?? paths.to('source', { id: source.source.id })}>{source.source.title[lang]}</a>,{' '}
      {source.source.publisher}
    </>
  )
}

function Contact({ context, region, office, fit }: ContactProps) {
  const { source, ownAreasKnown } = fit
  const { lang, paths } = context
  const text = companyText[lang]
  return (
    <>
      <h3>{text.contact}</h3>
      <p>{text.contactOwn(office, fit.own.length > 0)}</p>
      <ul class="link-list narrow">
        <li>
          <a href={paths.to('region', { slug: region.slug })}>{text.regionPage(region.name)}</a>
        </li>
        {source && ownAreasKnown !== 'unknown' ? (
          <li>
            {text.regionSource} <SourceLink context={context} source={source} />
          </li>
        ) : null}
      </ul>
    </>
  )
}

function Fits({ context, fits, withOwner }: { context: PageContext; fits: CompanyShape['own']; withOwner: boolean }) {
  const { lang } = context
  const text = companyText[lang]
  return (
    <ul class="fits">
      {fits.map(({ priority, score, closeness, reason }) => (
        <li key={priority.id}>
          <p class="eyebrow">
            {withOwner ? (
              <>
                <OwnerLink context={context} owner={priority.owner} /> ·{' '}
              </>
            ) : null}
            {text[fitLabel({ score, closeness })]}
          </p>
          <p class="fit-label">
            <PriorityLabel context={context} priority={priority} />
          </p>
          <p>{reason[lang]}</p>
          <ThemeChips context={context} themes={priority.themes} />
        </li>
      ))}
    </ul>
  )
}

const mostClusters = 6

function Clusters({ context, fit }: { context: PageContext; fit: CompanyShape }) {
  const { lang, paths } = context
  const text = companyText[lang]
  if (fit.clusters.length === 0) return null
  const programmes = new Map(fit.clusters.map(({ cluster }) => [cluster.programme, cluster.citation?.source.id ?? null]))
  return (
    <section>
      <h2>{text.clusters}</h2>
      <p class="muted">
        {text.clustersHelp} {text.clustersFrom}{' '}
        {[...programmes].map(([programme, sourceId], at) => (
          <>
            {at > 0 ? ', ' : ''}
            {sourceId ? <a href={paths.to('source', { id: sourceId })}>{withDash(programme)}</a> : withDash(programme)}
          </>
        ))}
        . {text.clustersCaveat}
      </p>
      <ul class="link-list narrow">
        {fit.clusters.slice(0, mostClusters).map(({ cluster, isOwnRegion, reason }) => (
          <li key={cluster.id}>
            <strong>{cluster.name}</strong>, <a href={paths.to('region', { slug: cluster.region.slug })}>{cluster.region.name}</a>
            <br />
            <span class="muted small">{[reason?.[lang], isOwnRegion ? text.clusterOwn : null].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Years with a dash between them: "2018–2021". */
const withDash = (text: string) => text.replaceAll(/(?<=\d)-(?=\d)/g, '–')

const mostSubjects = 6

function Subjects({ lang, subjects }: { lang: Language; subjects: CompanyShape['subjects'] }) {
  const text = companyText[lang]
  return (
    <ul>
      {subjects.slice(0, mostSubjects).map(({ id, label, words, fromIndustry }) => (
        <li key={id}>
          {label[lang]}{' '}
          <span class="muted">
            ({words.length > 0 ? words.map((word) => quoted(word, lang)).join(', ') : fromIndustry ? text.fromIndustry : ''})
          </span>
        </li>
      ))}
    </ul>
  )
}
