import { briefOf } from '../../../documents/brief/brief-content.ts'
import type { Brief, BriefSection } from '../../../documents/brief/brief-content.ts'
import { briefText } from '../../../documents/brief/brief-text.ts'
import { readyEvidenceOf } from '../../../evidence/ready-evidence.ts'
import { regionEvidenceSteps } from '../../../shapes/ready-region-evidence.ts'
import type { Texts } from '../../../records/language.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { briefAddress } from './brief.address.ts'
import { briefDocuments } from './brief.documents.ts'

const sv = { pdf: 'Ladda ned som PDF', docx: 'Ladda ned som Word', region: 'Hela regionens sida' }
const text: Texts<typeof sv> = {
  sv,
  en: { pdf: 'Download as PDF', docx: 'Download as Word', region: 'The whole page of the region' },
}

/** A region on one sheet: the same words as in the files, to read on a phone. */
export const briefPage = definePage({
  ...briefAddress,
  section: 'start',
  sitemap: (snapshot) => snapshot.inForce('region').map(({ slug }) => ({ slug })),
  examples: { sv: ['/region/varmland/pa-en-sida'], en: ['/en/region/varmland/on-one-page'] },
  needs: [readyEvidenceOf],
  makeReady: (snapshot, { slug = '' }) => regionEvidenceSteps(snapshot, slug),
  read: ({ snapshot, lang }, { slug = '' }) => briefOf(snapshot, { asked: slug, lang }),
  render: (context, brief) => ({
    title: brief.title,
    description: brief.lead,
    body: <BriefBody context={context} brief={brief} />,
  }),
  documents: briefDocuments,
})

function BriefBody({ context, brief }: { context: PageContext; brief: Brief }) {
  const { lang, paths } = context
  return (
    <article class="brief">
      <header class="page-head">
        <p class="eyebrow">{brief.eyebrow}</p>
        <h1>{brief.title}</h1>
        <p class="lead">{brief.lead}</p>
        <p class="actions small no-print">
          <a href={paths.api(`regions/${brief.slug}/brief.pdf`, { lang })}>{text[lang].pdf}</a>
          <a href={paths.api(`regions/${brief.slug}/brief.docx`, { lang })}>{text[lang].docx}</a>
          <a href={paths.to('region', { slug: brief.slug })}>{text[lang].region}</a>
        </p>
      </header>
      {brief.front.map((section) => (
        <Section key={section.heading} section={section} />
      ))}
      <Section section={brief.back} />
      <section>
        <h2>{briefText[lang].sources}</h2>
        <ul class="small">
          {brief.sources.map((source) => (
            <li key={source} class="muted">
              {source}
            </li>
          ))}
        </ul>
        <p class="muted small">{briefText[lang].made(brief.validAt)}</p>
      </section>
    </article>
  )
}

function Section({ section: { heading, paragraphs, items, isNumbered } }: { section: BriefSection }) {
  const rows = items.map(({ words, wordsLang, note }) => (
    <li key={words}>
      {isNumbered ? words : <strong lang={wordsLang}>{words}</strong>}
      {note ? <span class="muted brief-note">{note}</span> : null}
    </li>
  ))
  return (
    <section>
      <h2>{heading}</h2>
      {paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {rows.length === 0 ? null : isNumbered ? <ol>{rows}</ol> : <ul>{rows}</ul>}
    </section>
  )
}
