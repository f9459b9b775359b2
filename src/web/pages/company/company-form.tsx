import type { PageContext } from '../../frame/page.ts'
import { KeptQuery } from '../../frame/kept-query.tsx'
import { companyText } from './company.text.ts'
import { industryEditions } from '../../../matching/register/register-columns.ts'
import { type CompanyProblems, longestDescription } from '../../../shapes/company-shape.ts'
import { namesIn } from '../../frame/page-address.ts'
import { companyAddress } from './company.address.ts'
import type { CompanyPageShape } from './company.view.ts'

interface FormProps {
  context: PageContext
  shape: CompanyPageShape
}

/** The form, with what was written and what is wrong with it by each field. */
export function CompanyForm({ context, shape }: FormProps) {
  const { input, problems } = shape
  const { lang, paths } = context
  const text = companyText[lang]
  const names = namesIn(companyAddress, lang)
  return (
    <form class="company-form" id="company-form" method="post" action={`${paths.action('company')}#${text.answerAnchor}`}>
      <KeptQuery context={context} />
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
        <p class={problems.isCut ? 'field-problem' : 'small muted'} id="company-text-help">
          {problems.isCut ? text.isCut(longestDescription) : text.aboutHelp}
        </p>
      </div>
      <PlaceAndIndustry context={context} shape={shape} />
      <button type="submit" class="button">
        {text.show}
      </button>
      <p class="small muted">{text.privacy}</p>
    </form>
  )
}

function PlaceAndIndustry({ context, shape }: FormProps) {
  const { input, problems } = shape
  const { lang } = context
  const text = companyText[lang]
  const names = namesIn(companyAddress, lang)
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
            maxLength={100}
            list="places"
            autocomplete="off"
            aria-invalid={problems.place !== null}
            aria-describedby="company-place-help"
          />
          <p class={problems.place ? 'field-problem' : 'small muted'} id="company-place-help">
            {problems.place ? <PlaceProblem context={context} shape={shape} place={problems.place} /> : text.placeHelp}
          </p>
        </div>
        <IndustryFields context={context} shape={shape} />
      </div>
      <datalist id="places">
        {shape.names.offered.map((name, at) => (
          <option key={at} value={name} />
        ))}
      </datalist>
    </>
  )
}

/** The code of the industry, and the edition of SNI that it is of. */
function IndustryFields({ context: { lang }, shape: { input, problems } }: FormProps) {
  const text = companyText[lang]
  const names = namesIn(companyAddress, lang)
  return (
    <>
      <div class="field field-grow">
        <label for="company-industry">{text.industry}</label>
        <input
          type="text"
          id="company-industry"
          name={names.industry}
          value={input.industry}
          maxLength={20}
          inputMode="decimal"
          aria-invalid={problems.industry !== null}
          aria-describedby="company-industry-help"
        />
        <p class={problems.industry ? 'field-problem' : 'small muted'} id="company-industry-help">
          {problems.industry ? `${problems.industry[lang]} ${text.leaveIndustry}` : text.industryHelp}
        </p>
      </div>
      <div class="field">
        <label for="company-edition">{text.edition}</label>
        <select id="company-edition" name={names.edition}>
          <option value="">{text.anyEdition}</option>
          {industryEditions.map((edition) => (
            <option key={edition} value={edition} selected={edition === input.edition}>
              SNI {edition}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

interface PlaceProblemProps extends FormProps {
  place: NonNullable<CompanyProblems['place']>
}

/** What is wrong with a place, and each place that may be meant as a button that asks again with it. */
export function PlaceProblem({ context, shape: { input, names: placeNames }, place }: PlaceProblemProps) {
  const { lang } = context
  const text = companyText[lang]
  const names = namesIn(companyAddress, lang)
  const links =
    place.outcome === 'several'
      ? place.choices.map(({ asked, place: { name, kind, municipality, regionCode } }) => {
          const wider = municipality?.name ?? placeNames.counties.get(regionCode) ?? regionCode
          return { asked, label: kind === 'locality' ? text.placeIn(name, wider) : asked }
        })
      : place.near.map((name) => ({ asked: name, label: name }))
  const lead = place.outcome === 'several' ? text.severalPlaces(input.place) : text.unknownPlace(input.place)
  if (links.length === 0) return <>{`${lead} ${text.writePlace}`}</>
  return (
    <>
      {lead} {place.outcome === 'unknown' ? `${text.didYouMean} ` : null}
      {links.map(({ asked, label }, at) => (
        <>
          {at === 0 ? '' : at === links.length - 1 ? ` ${text.or} ` : ', '}
          <button key={asked} type="submit" form="company-form" name={names.place} value={asked} class="link-button">
            {label}
          </button>
        </>
      ))}
      ?
    </>
  )
}
