import { municipalities } from '../../../matching/places.ts'
import type { Page, PageContext } from '../../page.ts'
import { pagePaths } from '../../paths.ts'
import { findRegions } from '../../shapes/from-snapshot.ts'
import { OwnerLink, PriorityLabel, ThemeChips } from '../../ui/priority-parts.tsx'
import { companyText } from './company.text.ts'
import {
  type CompanyInput,
  type CompanyProblems,
  companyQuery,
  type CompanyShape,
  companyView,
  longestDescription,
} from './company.view.ts'

export const companyPage: Page = {
  name: 'company',
  paths: pagePaths.company,
  render(context) {
    const text = companyText[context.lang]
    const names = companyQuery[context.lang]
    const read = (name: string) => context.url.searchParams.get(name) ?? ''
    const input = { text: read(names.text), place: read(names.place), industry: read(names.industry) }
    const isAsked = input.text.trim() !== '' || input.industry.trim() !== ''
    const { fit, problems } = companyView(context.snapshot, input)
    const hasAnswer = isAsked && fit.subjects.length > 0
    return {
      title: hasAnswer ? text.resultTitle : text.title,
      description: text.description,
      section: 'company',
      hasOwnSearch: true,
      body: (
        <article class="company">
          <header class="page-head">
            <h1>{hasAnswer ? text.resultTitle : text.title}</h1>
            {isAsked ? <p class="lead print-only">{input.text}</p> : <p class="lead">{text.lead}</p>}
          </header>
          <CompanyForm context={context} input={input} problems={problems} />
          {isAsked ? <Result context={context} fit={fit} /> : null}
        </article>
      ),
    }
  },
}

interface FormProps {
  context: PageContext
  input: CompanyInput
  problems: CompanyProblems
}

function CompanyForm({ context, input, problems }: FormProps) {
  const { lang, paths } = context
  const text = companyText[lang]
  const names = companyQuery[lang]
  return (
    <form class="company-form" action={paths.to('company').split('?')[0]}>
      <div class="field">
        <label for="company-text">{text.about}</label>
        <textarea
          id="company-text"
          name={names.text}
          rows={3}
          maxLength={longestDescription}
          aria-describedby="company-text-help"
        >
          {input.text}
        </textarea>
        <p class="small muted" id="company-text-help">
          {text.aboutHelp}
        </p>
      </div>
      <PlaceAndIndustry context={context} input={input} problems={problems} />
      <button type="submit" class="button">
        {text.show}
      </button>
      <p class="small muted">{text.privacy}</p>
    </form>
  )
}

function PlaceAndIndustry({ context, input, problems }: FormProps) {
  const { lang, snapshot } = context
  const text = companyText[lang]
  const names = companyQuery[lang]
  return (
    <>
      <div class="form-row">
        <div class="field field-grow">
          <label for="company-place">{text.place}</label>
          <input
            type="text"
            id="company-place"
            name={names.place}
            value={input.place}
            list="places"
            autocomplete="off"
            aria-invalid={problems.place}
            aria-describedby="company-place-help"
          />
          <p class={problems.place ? 'field-problem' : 'small muted'} id="company-place-help">
            {problems.place ? text.unknownPlace(input.place) : text.placeHelp}
          </p>
        </div>
        <div class="field field-grow">
          <label for="company-industry">{text.industry}</label>
          <input
            type="text"
            id="company-industry"
            name={names.industry}
            value={input.industry}
            inputMode="decimal"
            aria-invalid={problems.industry}
            aria-describedby="company-industry-help"
          />
          <p class={problems.industry ? 'field-problem' : 'small muted'} id="company-industry-help">
            {problems.industry ? text.unknownIndustry(input.industry) : text.industryHelp}
          </p>
        </div>
      </div>
      <datalist id="places">
        {findRegions(snapshot).map(({ code, countyName }) => (
          <option key={code} value={countyName} />
        ))}
        {municipalities.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
    </>
  )
}

function Result({ context, fit }: { context: PageContext; fit: CompanyShape }) {
  const { lang, paths } = context
  const text = companyText[lang]
  if (fit.subjects.length === 0)
    return (
      <div class="empty" role="status">
        <p>
          <strong>{text.nothingUnderstood}</strong> {text.nothingHelp}
        </p>
      </div>
    )
  return (
    <>
      <Own context={context} fit={fit} />
      <Clusters context={context} fit={fit} />
      <section>
        <h2>{text.elsewhere}</h2>
        <p class="muted">{fit.elsewhere.length > 0 ? text.elsewhereHelp : text.elsewhereNone}</p>
        <Fits context={context} fits={fit.elsewhere} withOwner />
      </section>
      <section>
        <h2>{text.understood}</h2>
        <Subjects lang={lang} subjects={fit.subjects} />
        <p class="small muted">
          {text.print} <a href={paths.to('searchMethod')}>{text.how}</a>.
        </p>
      </section>
    </>
  )
}

function Own({ context, fit }: { context: PageContext; fit: CompanyShape }) {
  const text = companyText[context.lang]
  const { region } = fit
  return (
    <section>
      <h2>{region ? text.own(region.name) : text.contact}</h2>
      {region ? null : <p class="note">{text.noPlace}</p>}
      {region && fit.own.length === 0 ? (
        <div class="note">
          <p>
            {text.ownNone(region.name)} {text.ownNoneHelp}
          </p>
        </div>
      ) : null}
      <Fits context={context} fits={fit.own} withOwner={fit.own.some(({ priority }) => priority.owner.kind === 'jointArea')} />
      {region ? <h3>{text.contact}</h3> : null}
      <p>{region ? text.contactOwn(region.name) : text.contactAny}</p>
    </section>
  )
}

function Fits({ context, fits, withOwner }: { context: PageContext; fits: CompanyShape['own']; withOwner: boolean }) {
  const { lang } = context
  const text = companyText[lang]
  const strength = (score: number, closeness: CompanyShape['own'][number]['closeness']) =>
    closeness === 'theme' ? text.weak : closeness === 'shared' && score >= 0.6 ? text.strong : text.some
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
            {strength(score, closeness)}
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

function Clusters({ context, fit }: { context: PageContext; fit: CompanyShape }) {
  const { lang, paths } = context
  const text = companyText[lang]
  if (fit.clusters.length === 0) return null
  return (
    <section>
      <h2>{text.clusters}</h2>
      <p class="muted">{text.clustersHelp}</p>
      <ul class="link-list">
        {fit.clusters.slice(0, 6).map(({ cluster }) => (
          <li key={cluster.id}>
            <strong>{cluster.name}</strong>, <a href={paths.to('region', { slug: cluster.region.slug })}>{cluster.region.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const mostSubjects = 6

function Subjects({ lang, subjects }: { lang: 'sv' | 'en'; subjects: CompanyShape['subjects'] }) {
  const text = companyText[lang]
  return (
    <ul>
      {subjects.slice(0, mostSubjects).map(({ id, label, words, fromIndustry }) => (
        <li key={id}>
          {label[lang]}{' '}
          <span class="muted">
            ({words.length > 0 ? words.map((word) => `”${word}”`).join(', ') : fromIndustry ? text.fromIndustry : ''})
          </span>
        </li>
      ))}
    </ul>
  )
}
