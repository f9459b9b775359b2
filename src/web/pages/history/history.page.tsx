import { ExpectedError } from '../../../records/expected-error.ts'
import { fieldLabel } from '../../../records/fields.ts'
import { isRecordKind, kindOf } from '../../../records/record.ts'
import type { RecordVersion } from '../../../records/record.ts'
import { ChangeNote } from '../../frame/change-note.tsx'
import { isShippedFact } from '../../../records/actor.ts'
import { swedishDay } from '../../../records/time.ts'
import { canonicalJson } from '../../../records/version.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import type { Language, Texts } from '../../../records/language.ts'
import { factsLoadedOn } from '../../../shapes/from-snapshot.ts'
import { historyApi } from './history.api.ts'
import { historyAddress } from './history.address.ts'

const sv = {
  title: (title: string) => `Versioner: ${title}`,
  eyebrow: 'Historik',
  lead: 'Inget skrivs över. Varje ändring läggs till som en ny version, med när den gäller, när den infördes, av vem och varför.',
  description: 'Alla publicerade versioner av en post.',
  version: 'Version',
  valid: 'Gäller',
  recorded: 'Införd',
  couldBeKnown: 'kunde vara känd från',
  shipped: (loaded: string | null) =>
    `Uppgifter som följer med Spets lästes in när registret skapades${loaded ? `, ${loaded}` : ' (vilken dag är inte antecknat)'}. De står införda den dag då de kunde vara kända, så att registret kan visas som det hade varit då.`,
  loaded: (day: string) => `, inläst ${day}`,
  by: 'Av',
  note: 'Varför',
  changed: 'Vad som ändrades',
  state: { published: 'publicerad', withdrawn: 'indragen' } as Record<string, string>,
  first: 'Första versionen',
  onlyTime: 'Bara giltighetstiden',
  open: 'tills vidare',
  to: 'till',
  notFound: 'Posten finns inte, eller var inte känd den här dagen.',
  json: 'Historiken som JSON',
  content: 'Innehållet nu',
}
const text: Texts<typeof sv> = {
  sv,
  en: {
    title: (title: string) => `Versions: ${title}`,
    eyebrow: 'History',
    lead: 'Nothing is overwritten. Every change is added as a new version, with when it holds, when it was entered, by whom and why.',
    description: 'All published versions of a record.',
    version: 'Version',
    valid: 'Holds',
    recorded: 'Entered',
    couldBeKnown: 'could be known from',
    shipped: (loaded: string | null) =>
      `Facts that ship with Spets were loaded when the registry was made${loaded ? `, ${loaded}` : ' (on what day is not recorded)'}. They are entered on the day from which they could be known, so that the registry can be shown as it would have been then.`,
    loaded: (day: string) => `, loaded ${day}`,
    by: 'By',
    note: 'Why',
    changed: 'What changed',
    state: { published: 'published', withdrawn: 'withdrawn' } as Record<string, string>,
    first: 'First version',
    onlyTime: 'Only when it holds',
    open: 'until further notice',
    to: 'until',
    notFound: 'There is no such record, or it was not known on this day.',
    json: 'The history as JSON',
    content: 'The content now',
  },
}

export const historyPage = definePage({
  ...historyAddress,
  examples: { sv: ['/historik/strategy/varmland-2018'], en: ['/en/history/region/17'] },
  read({ lang, snapshot }, { kind = '', id = '' }) {
    const versions = isRecordKind(kind) ? snapshot.versions(kind, id) : []
    if (versions.length === 0) throw new ExpectedError('not_found', { detail: text[lang].notFound })
    return { versions, loadedOn: factsLoadedOn(snapshot) }
  },
  render: (context, { versions, loadedOn }) => ({
    title: text[context.lang].title(titleOf(versions.at(-1)!)[context.lang]),
    description: text[context.lang].description,
    body: <History context={context} versions={versions} loadedOn={loadedOn} />,
  }),
  api: [historyApi],
})

/** What the record is called by its newest version. */
const titleOf = ({ kind, recordId, body }: RecordVersion) => kindOf(kind).title(body, recordId)

interface Props {
  context: PageContext
  versions: readonly RecordVersion[]
  /** When the facts that ship were loaded; null where that is not known. */
  loadedOn: string | null
}

function History({ context, versions, loadedOn }: Props) {
  const { lang, paths } = context
  const words = text[lang]
  const newest = versions.at(-1)!
  return (
    <article>
      <header class="page-head">
        <p class="eyebrow">
          {words.eyebrow} · {kindOf(newest.kind).label.one[lang]} · <code>{newest.recordId}</code>
        </p>
        <h1 class="source-title">{words.title(titleOf(newest)[lang])}</h1>
        <p class="lead">{words.lead}</p>
        {versions.some(isShippedFact) ? <p class="note">{words.shipped(loadedOn)}</p> : null}
        <p class="actions small">
          <a href={paths.api(`records/${newest.kind}/${newest.recordId}/history`)}>{words.json}</a>
        </p>
      </header>
      <section class="table-wrap" tabIndex={0} aria-label={words.description}>
        <table>
          <caption class="visually-hidden">{words.description}</caption>
          <thead>
            <tr>
              {[words.version, words.valid, words.recorded, words.by, words.note, words.changed].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions
              .map((version, index) => ({ version, before: versions[index - 1] }))
              .toReversed()
              .map(({ version, before }) => (
                <VersionRow key={version.version} version={version} before={before} lang={lang} loadedOn={loadedOn} />
              ))}
          </tbody>
        </table>
      </section>
      <section>
        <h2>{words.content}</h2>
        <pre tabIndex={0}>
          <code>{JSON.stringify(newest.body, null, 2)}</code>
        </pre>
      </section>
    </article>
  )
}

interface RowProps {
  version: RecordVersion
  before: RecordVersion | undefined
  lang: Language
  loadedOn: string | null
}

function VersionRow({ version, before, lang, loadedOn }: RowProps) {
  const words = text[lang]
  return (
    <tr>
      <th scope="row">
        {version.version} <span class="muted">{words.state[version.state]}</span>
      </th>
      <td class="numeric">
        {version.validFrom} {version.validTo ? `${words.to} ${version.validTo}` : words.open}
      </td>
      <td class="numeric">
        {isShippedFact(version) ? `${words.couldBeKnown} ` : null}
        {swedishDay(version.recordedAt)}
        {loadedOn && isShippedFact(version) ? words.loaded(loadedOn) : null}
      </td>
      <td>{version.recordedBy}</td>
      <td>
        <ChangeNote noted={version} lang={lang} />
      </td>
      <td>{before ? <ChangedFields before={before} after={version} lang={lang} /> : words.first}</td>
    </tr>
  )
}

function ChangedFields({ before, after, lang }: { before: RecordVersion; after: RecordVersion; lang: Language }) {
  const [old, now] = [before.body as Record<string, unknown>, after.body as Record<string, unknown>]
  const fields = Object.keys(now).filter((field) => canonicalJson(now[field] ?? null) !== canonicalJson(old[field] ?? null))
  if (fields.length === 0) return <>{text[lang].onlyTime}</>
  return (
    <ul>
      {fields.map((field) => (
        <li key={field}>
          {fieldLabel(kindOf(after.kind), field)[lang]}: <del>{shortText(old[field])}</del> → <ins>{shortText(now[field])}</ins>
        </li>
      ))}
    </ul>
  )
}

function shortText(value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return written.length > 160 ? `${written.slice(0, 160)} …` : written
}
