import { ExpectedError } from '../../../records/expected-error.ts'
import { bridgeVerdicts } from '../../../records/bridge-verdict.ts'
import { getBridge } from '../../../shapes/bridge-shape.ts'
import type { BridgeAreaShape, BridgeRegionShape, BridgeShape } from '../../../shapes/bridge-shape.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn } from '../../frame/page-address.ts'
import { mayWrite, SignInToWrite } from '../sign-in/who-may-write.tsx'
import { bridgeRegionForms } from './bridge-region.form.ts'
import { bridgeRegionAddress } from './bridge-region.address.ts'
import { bridgeText } from './bridge.text.ts'
import { VerdictTable } from './verdict-table.tsx'

/** One region's verdicts, and where they are given: three choices a row. */
export const bridgeRegionPage = definePage({
  ...bridgeRegionAddress,
  section: 'bridge',
  sitemap: null,
  examples: { sv: ['/bro/2028/varmland', '/bro/2028/varmland?sparat=2'], en: ['/en/bridge/2028/kronoberg'] },
  read({ snapshot, lang, url }, { year = '', slug = '' }) {
    const bridge = getBridge(snapshot, year)
    const own = bridge.regions.find(({ region }) => region.slug === slug)
    if (!own) throw new ExpectedError('region_not_found', { detail: slug.slice(0, 60) })
    const saved = url.searchParams.get(namesIn(bridgeRegionAddress, lang).saved)
    return { year, period: bridge.period, own, savedCount: saved !== null && /^\d{1,3}$/.test(saved) ? Number(saved) : null }
  },
  render(context, shape) {
    const text = bridgeText[context.lang]
    return {
      title: text.regionTitle(shape.own.region.name),
      description: text.description,
      body: <BridgeRegion context={context} shape={shape} />,
    }
  },
  forms: bridgeRegionForms,
})

interface Props {
  context: PageContext
  shape: { year: string; period: BridgeShape['period']; own: BridgeRegionShape; savedCount: number | null }
}

function BridgeRegion({ context, shape }: Props) {
  const { lang, paths, time } = context
  const text = bridgeText[lang]
  const { year, period, own, savedCount } = shape
  const { region, areas } = own
  const given = areas.filter(({ verdict }) => verdict !== null).length
  const isNow = time.isToday && time.knownOn === null
  const mayGive = isNow && areas.length > 0 && mayWrite(context, 'bridgeVerdict', { kind: 'region', id: region.code })
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          <a href={paths.to('bridge', { year })}>{text.eyebrow(period.label)}</a> ·{' '}
          <a href={paths.to('region', { slug: region.slug })}>{region.name}</a>
        </p>
        <h1>{text.regionHeadline(region.name, given, areas.length)}</h1>
        <p class="lead">{text.regionLead}</p>
        {savedCount === null ? null : (
          <p class="callout" role="status">
            <strong>{text.saved(savedCount)}</strong> {text.missing(areas.length - given)}
          </p>
        )}
      </header>
      {areas.length === 0 ? <p class="empty">{text.noAreas}</p> : null}
      {mayGive ? (
        <form method="post" action={paths.action('bridgeRegion', { year, slug: region.slug })} enctype="multipart/form-data">
          {areas.map((area) => (
            <AreaFields key={area.id} context={context} area={area} period={period.label} />
          ))}
          <p class="actions">
            <button type="submit">{text.save}</button> <span class="muted">{text.missing(areas.length - given)}</span>
          </p>
        </form>
      ) : null}
      {areas.length > 0 && !mayGive ? <VerdictTable context={context} areas={areas} caption={region.name} /> : null}
      {isNow ? (
        <SignInToWrite context={context} back={paths.action('bridgeRegion', { year, slug: region.slug })} />
      ) : (
        <p class="note">{text.otherDay}</p>
      )}
    </article>
  )
}

function AreaFields({ context: { lang }, area, period }: { context: PageContext; area: BridgeAreaShape; period: string }) {
  const text = bridgeText[lang]
  const { id, label, language, verdict, successor, lesson, saidOn, version } = area
  return (
    <fieldset class="bridge-area">
      <legend lang={language === lang ? undefined : language}>{label}</legend>
      <input type="hidden" name={`seen.${id}`} value={version} />
      <p class="bridge-choices">
        {bridgeVerdicts.map((word) => (
          <label key={word}>
            <input type="radio" name={`verdict.${id}`} value={word} checked={verdict === word} />{' '}
            <span class={`bridge-square bridge-${word}`} aria-hidden="true" /> {text.verdicts[word]}
          </label>
        ))}
      </p>
      <div class="form-row">
        <div class="field field-grow">
          <label for={`lesson-${id}`}>{text.lessonField}</label>
          <textarea id={`lesson-${id}`} name={`lesson.${id}`} rows={2} maxLength={1000} lang="sv">
            {lesson ?? ''}
          </textarea>
        </div>
        <div class="field field-grow">
          <label for={`successor-${id}`}>{text.successorField(period)}</label>
          <input
            id={`successor-${id}`}
            name={`successor.${id}`}
            maxLength={200}
            value={successor ?? ''}
            placeholder={label}
            aria-describedby={`hint-${id}`}
          />
          <span id={`hint-${id}`} class="small muted">
            {text.successorHint}
          </span>
        </div>
      </div>
      {saidOn ? <p class="small muted">{text.said(saidOn)}</p> : null}
    </fieldset>
  )
}
