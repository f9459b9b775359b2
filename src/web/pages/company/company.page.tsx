import type { Page } from '../../frame/page.ts'
import { pagePaths } from '../../frame/paths.ts'
import { EmptyDay } from '../../frame/empty-day.tsx'
import { CompanyForm } from './company-form.tsx'
import { CompanyResult } from './company-result.tsx'
import { companyText } from './company.text.ts'
import { companyView, readableText } from '../../../shapes/company-shape.ts'
import { companyQuery } from './company.query.ts'

export const companyPage: Page = {
  name: 'company',
  paths: pagePaths.company,
  show(context) {
    const text = companyText[context.lang]
    const names = companyQuery[context.lang]
    const read = (name: string) => context.url.searchParams.get(name) ?? ''
    const input = { text: read(names.text), place: read(names.place), industry: read(names.industry) }
    const isAsked = input.text.trim() !== '' || input.industry.trim() !== ''
    const { fit, problems } = companyView(context.snapshot, input)
    const hasAnswer = isAsked && fit.subjects.length > 0 && !problems.isEmptyDay
    const title = hasAnswer ? text.resultTitle : text.title
    const form = <CompanyForm context={context} input={input} problems={problems} />
    return {
      title,
      description: text.description,
      section: 'company',
      hasOwnSearch: true,
      isPrivate: Object.values(input).some((one) => one.trim() !== ''),
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
          {hasAnswer ? <CompanyResult context={context} input={input} fit={fit} problems={problems} /> : null}
        </article>
      ),
    }
  },
}
