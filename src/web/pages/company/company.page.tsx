import { definePage } from '../../frame/page.ts'
import { EmptyDay } from '../../frame/empty-day.tsx'
import { CompanyForm } from './company-form.tsx'
import { CompanyResult } from './company-result.tsx'
import { companyText } from './company.text.ts'
import { readEdition } from '../../../matching/register/register-columns.ts'
import { readableText } from '../../../shapes/company-shape.ts'
import { namesIn } from '../../frame/page-address.ts'
import { companyApi } from './company.api.ts'
import { companyAddress } from './company.address.ts'
import { companyPageView } from './company.view.ts'

/** More struck words than anyone writes. */
const mostStruck = 100

export const companyPage = definePage({
  ...companyAddress,
  menu: { where: 'header', place: 8, label: { sv: 'För företag', en: 'For companies' } },
  examples: {
    sv: [
      '/foretag',
      '/foretag?sni=63.910',
      '/foretag?sni=46.710&utgava=2025',
      '/foretag?om=Vi+bygger+tr%C3%A4hus&plats=V%C3%A4xj%C3%B6&sni=16.233',
      '/foretag?om=xyzzyx&plats=Atlantis&sni=1',
      '/foretag?om=Vi+driver+hotell&plats=%C3%85by',
    ],
    en: ['/en/company?about=We+make+wooden+houses&place=Umea'],
  },
  isPrivateWhenAsked: true,
  isAskedByPost: true,
  read({ lang, snapshot, url }) {
    const names = namesIn(companyAddress, lang)
    // A button that asks again with another place comes after the field in what is sent.
    const asked = (name: string) => url.searchParams.getAll(name).at(-1) ?? ''
    const struck = url.searchParams.getAll(names.struck).filter(Boolean).slice(0, mostStruck)
    const meant = url.searchParams.getAll(names.meant)
    const read = url.searchParams.getAll(names.read).slice(0, mostStruck)
    const input = {
      text: asked(names.text),
      place: asked(names.place),
      industry: asked(names.industry),
      edition: readEdition(asked(names.edition)),
      struck,
      // The two come in pairs, in the order of the page.
      meant: read.map((word, at) => ({ word, meant: meant[at] ?? '' })).filter((one) => one.meant.trim() !== ''),
    }
    return companyPageView(snapshot, input, asked(names.link) !== '')
  },
  render(context, shape) {
    const { input, fit, problems } = shape
    const text = companyText[context.lang]
    const isAsked = input.text.trim() !== '' || input.industry.trim() !== ''
    const hasAnswer = isAsked && fit.subjects.length > 0 && !problems.isEmptyDay
    const fitTitle = fit.region && fit.own.length === 0 ? text.resultTitleElsewhere : text.resultTitle
    const title = !hasAnswer ? text.title : fit.nothingFits === null ? fitTitle : text.nothingTitle
    const form = <CompanyForm context={context} shape={shape} />
    return {
      title,
      description: text.description,
      hasOwnSearch: true,
      isPrivate: [input.text, input.place, input.industry].some((one) => one.trim() !== ''),
      body: (
        <article class="company">
          <header class="page-head">
            <h1 id={text.answerAnchor}>{title}</h1>
            {isAsked ? null : <p class="lead">{text.lead}</p>}
            {isAsked ? <p class="lead print-only">{readableText(input.text)}</p> : null}
            {isAsked && (input.place || input.industry) ? (
              <p class="print-only muted">
                {[input.place, input.industry && `SNI ${input.industry}`].filter(Boolean).join(' · ')}
              </p>
            ) : null}
          </header>
          {isAsked && problems.isEmptyDay ? <EmptyDay context={context} /> : null}
          {isAsked && !hasAnswer && !problems.isEmptyDay ? (
            <p class="empty" role="status">
              <strong>{text.nothingUnderstood}</strong> {text.nothingHelp}
            </p>
          ) : null}
          {hasAnswer ? (
            <details class="fold no-print">
              <summary>{text.change}</summary>
              {form}
            </details>
          ) : (
            form
          )}
          {hasAnswer ? <CompanyResult context={context} shape={shape} /> : null}
        </article>
      ),
    }
  },
  api: [companyApi],
})
