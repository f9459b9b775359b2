import { labelsOf } from '../../shapes/area-labels.ts'
import type { DatePrecision } from '../../records/shared-fields.ts'
import type { Crumb, PageContext } from './page.ts'
import type { CitationShape, OwnerRef, PriorityShape, ThemeRef } from '../../shapes/shapes.ts'
import { formatDate } from './format.ts'
import type { Language } from '../../records/language.ts'

/** The area's own words, linked to its page, with the translation when the reader's language is another. */
export function PriorityLabel({ context, priority }: { context: PageContext; priority: PriorityShape }) {
  const { label, labelLang, gloss } = labelsOf(priority, context.lang)
  const { verbatimLabel, displayLabel, language } = priority
  return (
    <>
      <a class="label" href={context.paths.to('priority', { id: priority.id })} lang={labelLang}>
        {label}
      </a>
      <Gloss gloss={gloss} lang={context.lang} />
      {verbatimLabel === displayLabel ? null : (
        <span class="gloss in-source" lang={language === context.lang ? undefined : language}>
          {' '}
          {context.lang === 'sv' ? '(i källan: ”' : '(in the source: “'}
          {verbatimLabel}”)
        </span>
      )}
    </>
  )
}

/** Our translation of an owner's words, marked as ours; nothing when there is none. */
export function Gloss({ gloss, lang }: { gloss: string | null; lang: Language }) {
  if (!gloss) return null
  return (
    <>
      {' '}
      <span class="gloss">
        <span class="visually-hidden">{lang === 'sv' ? 'vår översättning: ' : 'our translation: '}</span>
        {gloss}
      </span>
    </>
  )
}

export function ThemeChip({
  context,
  theme,
}: {
  context: PageContext
  theme: Pick<ThemeRef, 'id' | 'slugEn' | 'label' | 'family'>
}) {
  const { lang, paths } = context
  return (
    <a class={`chip family-${theme.family}`} href={paths.to('theme', { id: lang === 'sv' ? theme.id : theme.slugEn })}>
      {theme.label[lang]}
    </a>
  )
}

export function ThemeChips({
  context,
  themes,
}: {
  context: PageContext
  themes: readonly Pick<ThemeRef, 'id' | 'slugEn' | 'label' | 'family'>[]
}) {
  if (themes.length === 0) return null
  return (
    <ul class="chips" aria-label={context.lang === 'sv' ? 'Teman (maskinens förslag)' : 'Themes (suggested by the machine)'}>
      {themes.map((theme) => (
        <li key={theme.id}>
          <ThemeChip context={context} theme={theme} />
        </li>
      ))}
    </ul>
  )
}

export function OwnerLink({ context, owner }: { context: PageContext; owner: OwnerRef }) {
  const { label, href } = ownerCrumb(context, owner)
  return <a href={href}>{label}</a>
}

/** An owner's name and address, as a step of the way down to what it owns. */
export const ownerCrumb = ({ lang, paths }: PageContext, owner: OwnerRef): Crumb => ({
  label: owner.name[lang],
  href: owner.kind === 'region' ? paths.to('region', { slug: owner.slug }) : paths.to('jointArea', { slug: owner.slug }),
})

/** "Källa: Smart specialisering i 21 regioner, 2018-01-31, rad 80". */
export function Citation({ context, citation }: { context: PageContext; citation: CitationShape | null }) {
  const { lang, paths } = context
  if (!citation) return <p class="cite">{lang === 'sv' ? 'Källa saknas' : 'No source given'}</p>
  const { source, line, page } = citation
  const place = [
    line === null ? null : lineWords(line, source.kind)[lang],
    page === null ? null : `${lang === 'sv' ? 'sida' : 'page'} ${page}`,
  ].filter(Boolean)
  return (
    <p class="cite">
      {lang === 'sv' ? 'Källa' : 'Source'}: <a href={paths.to('source', { id: source.id })}>{source.title[lang]}</a>,{' '}
      <DateText date={source.date} precision={source.datePrecision} lang={lang} />
      {place.length > 0 ? `, ${place.join(', ')}` : ''}
    </p>
  )
}

/** A deck has other lines as slides than as text; ours are those of its text. */
const lineWords = (line: number, kind: string) =>
  kind === 'deck'
    ? { sv: `rad ${line} i bildspelet som text`, en: `line ${line} of the deck as text` }
    : { sv: `rad ${line}`, en: `line ${line}` }

/** A date as far as it is known, with the machine's form beside it. */
export function DateText({ date, precision, lang }: { date: string | null; precision: DatePrecision; lang: Language }) {
  const text = formatDate(date, { precision, lang })
  if (!date || precision === 'unknown') return <span>{text}</span>
  const machine = precision === 'year' ? date.slice(0, 4) : precision === 'month' ? date.slice(0, 7) : date
  return (
    <time class="numeric" dateTime={machine}>
      {text}
    </time>
  )
}
