import { endSentence } from '../../../language/end-sentence.ts'
import { joinWords } from '../../../language/join-words.ts'
import { lowerFirst } from '../../../language/lower-first.ts'
import type { Language } from '../../../records/language.ts'
import type { EvidenceContextShape, RegionEvidenceShape } from '../../../shapes/evidence-shapes.ts'
import { formatNumber } from '../../frame/format.ts'
import type { PartContext } from '../../frame/part-context.ts'
import { bestSteps } from './region-figures.ts'
import { evidenceText } from './evidence.text.ts'

interface Props {
  evidence: RegionEvidenceShape
  lang: Language
}

const stepsTold = 5
const peersTold = 3

/** Each area with its sentence to quote, and the way to its own page. */
export function AreaSentences({ context, evidence }: { context: PartContext; evidence: RegionEvidenceShape }) {
  const { lang, paths } = context
  if (evidence.areas.length === 0) return null
  return (
    <section>
      <h2>{evidenceText[lang].areasHeading}</h2>
      <ul class="link-list area-sentences">
        {evidence.areas.map(({ priorityId, label, sentence }) => (
          <li key={priorityId}>
            <strong>
              <a href={`${paths.to('priority', { id: priorityId })}#evidence`}>{label[lang]}</a>
            </strong>
            <br />
            <span class="small">{sentence[lang]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The first possible next steps, each with what it is near. */
export function FirstSteps({ evidence, lang }: Props) {
  const text = evidenceText[lang]
  const ranked = evidence.nextSteps?.ranked ?? 0
  const near = bestSteps(evidence).slice(0, stepsTold)
  if (near.length === 0) return null
  return (
    <section class="figure-notes">
      <h3>{text.stepsHeading}</h3>
      <ol class="link-list">
        {near.map(({ code, label, complexityRank, count, relatedTo, subjects }) => (
          <li key={code}>
            <strong>{label[lang]}</strong> <span class="muted small">{subjects.map((one) => one[lang]).join(', ')}</span>
            <br />
            <span class="small">
              {text.step({
                near: joinWords(
                  relatedTo.map((one) => lowerFirst(one.label[lang])),
                  lang,
                ),
                complexity: complexityRank,
                of: ranked,
                count: formatNumber(count ?? 0, lang),
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The nearest regions, with what they share and what differs most. */
export function PeerNotes({ context, evidence }: { context: PartContext; evidence: RegionEvidenceShape }) {
  const { lang, paths } = context
  const text = evidenceText[lang]
  const names = (all: readonly { label: { sv: string; en: string } }[]) =>
    joinWords(
      all.slice(0, 3).map(({ label }) => lowerFirst(label[lang])),
      lang,
    )
  return (
    <section class="figure-notes">
      <h3>{text.peersHeading}</h3>
      <ul class="link-list">
        {evidence.peers.slice(0, peersTold).map(({ region, alike, apart }) => (
          <li key={region.code}>
            <strong>
              <a href={paths.to('evidence', { slug: region.slug })}>{region.name}</a>
            </strong>
            <br />
            <span class="small">
              {endSentence(`${text.alike}: ${names(alike)}`)} {endSentence(`${text.apart}: ${names(apart)}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The region's numbers in the other tables, first and last, each with its years and source. */
export function ContextTable({ evidence, lang }: Props) {
  const text = evidenceText[lang]
  const rows = evidence.context.flatMap((one) => {
    const known = one.series.filter(({ value }) => value !== null)
    return known.length === 0 ? [] : [{ ...one, first: known[0]!, last: known.at(-1)! }]
  })
  if (rows.length === 0) return null
  return (
    <section id="beside">
      <h2>{text.contextHeading}</h2>
      <p class="section-note">{text.contextNote}</p>
      <details class="context-fold">
        <summary>{text.contextCount(rows.length)}</summary>
        <section class="table-wrap" tabIndex={0} aria-label={text.contextHeading}>
          <table>
            <thead>
              <tr>
                {text.contextNames.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, unit, source, first, last }) => (
                <tr key={`${source.table} ${label.sv} ${unit.sv}`}>
                  <th scope="row">{label[lang]}</th>
                  <td class="numeric">{pointWords(first, lang)}</td>
                  <td class="numeric">{pointWords(last, lang)}</td>
                  <td>{unit[lang]}</td>
                  <td>
                    {source.attribution[lang]}, {source.publisherTable}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  )
}

const pointWords = ({ year, value }: EvidenceContextShape['series'][number], lang: Language): string =>
  `${formatNumber(value!, lang)} (${year})`
