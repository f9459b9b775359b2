import { areasByFieldOf } from '../../../evidence/areas-by-field.ts'
import { readyEvidenceOf } from '../../../evidence/ready-evidence.ts'
import { ExpectedError } from '../../../records/expected-error.ts'
import { readyRegionEvidence, regionEvidenceSteps } from '../../../shapes/ready-region-evidence.ts'
import { regionEvidenceView } from '../../../shapes/region-evidence.ts'
import type { AskedEvidence } from '../../../shapes/computed-evidence.ts'
import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { askedIn } from './asked-evidence.ts'
import { evidenceAddress } from './evidence.address.ts'
import { EvidenceArticle } from './evidence-article.tsx'
import { evidenceFigures } from './evidence.figures.ts'
import { evidenceText } from './evidence.text.ts'

export const evidencePage = definePage({
  ...evidenceAddress,
  section: 'insights',
  sitemap: (snapshot) => snapshot.inForce('region').map(({ slug }) => ({ slug })),
  examples: {
    sv: ['/belagg/norrbotten', '/belagg/gotland?ar=2019&grans=1.5&matt=kvot'],
    en: ['/en/evidence/vasternorrland'],
  },
  needs: [readyEvidenceOf, areasByFieldOf],
  makeReady: (snapshot, { slug = '' }) => regionEvidenceSteps(snapshot, slug),
  prepares: [readyRegionEvidence],
  read: ({ snapshot, url, lang }, { slug = '' }) => regionEvidenceView(snapshot, slug, readAsked(url.searchParams, lang)),
  render: (context, evidence) => ({
    title: evidenceText[context.lang].title(evidence.region.name),
    description: (evidence.areasKnown === 'unknown'
      ? evidenceText[context.lang].descriptionUnknown
      : evidenceText[context.lang].description)(evidence.region.name),
    trail: [{ label: evidence.region.name, href: context.paths.to('region', { slug: evidence.region.slug }) }],
    body: <EvidenceArticle context={context} evidence={evidence} />,
  }),
  figures: evidenceFigures,
})

/** Names the words that there are: another one would be counted as usual, and read as if it had been heeded. */
function unknownBasis(lang: PageContext['lang']): string {
  const { basis } = namesIn(evidenceAddress, lang)
  return `${basis}: ${Object.values(wordsIn(evidenceAddress.query.basis, lang)).join(', ')}.`
}

/** What the reader asks for. @throws ExpectedError `bad_request` for a measure that there is none of */
function readAsked(query: URLSearchParams, lang: PageContext['lang']): AskedEvidence {
  const asked = askedIn(query, lang)
  if (!asked) throw new ExpectedError('bad_request', { detail: unknownBasis(lang) })
  return asked
}
