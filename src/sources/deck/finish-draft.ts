import { fingerprintOf } from '../../records/fingerprint.ts'
import { foldWords } from '../../records/fold-words.ts'
import type { DeckDraft, DeckLine, DeckNotice, DeckRegion, GazetteerEntry } from './deck-draft.ts'
import type { Reading } from './deck-reading.ts'
import { absentNotice, emptyNotice } from './deck-words.ts'
import { detailsNotice, hiddenNotice, notReadNotice } from './slide-words.ts'
import { suggestLabel } from './suggest-label.ts'

/** The whole draft: suggested spellings, and what a person should look at. */
export function finishDraft({ draft, lines }: Reading, gazetteer: readonly GazetteerEntry[]): DeckDraft {
  const nameOf = new Map(gazetteer.map(({ code, names }) => [code, names[0] ?? code]))
  const named = new Set(draft.regions.map(({ code }) => code))
  const empty = draft.regions
    .filter(({ priorities }) => priorities.length === 0)
    .map(({ code, line }) => emptyNotice({ code, line, name: nameOf.get(code) ?? code }))
  const absent =
    draft.regions.length === 0
      ? []
      : gazetteer.filter(({ code }) => !named.has(code)).map(({ code }) => absentNotice({ code, name: nameOf.get(code)! }))
  const details = draft.regions.flatMap(detailsOf)
  const regions = draft.language === 'sv' ? draft.regions.map(withSuggestions) : draft.regions
  const apart = apartNotices(lines, draft)
  const fingerprint = fingerprintOfDeck(lines, draft)
  return { ...draft, fingerprint, regions, notices: [...draft.notices, ...apart, ...details, ...empty, ...absent] }
}

/** What a deck repeats or has at its edges differs between its formats, and who gave it is not kept. */
const leftOut = new Set(['author', 'repeated', 'runningText', 'decoration', 'hidden', 'notRead', 'ours'])

function fingerprintOfDeck(lines: readonly DeckLine[], { recognised }: DeckDraft): string {
  const apart = new Set(recognised.filter(({ as }) => leftOut.has(as)).map(({ line }) => line))
  const words = lines.filter(({ line }) => !apart.has(line)).map(({ text }) => foldWords(text))
  return fingerprintOf([...new Set(words)].join(' '))
}

const withSuggestions = (region: DeckRegion): DeckRegion => ({
  ...region,
  priorities: region.priorities.map((priority) => ({ ...priority, suggestedLabel: suggestLabel(priority.verbatimLabel) })),
})

const detailsOf = ({ code, priorities }: DeckRegion): DeckNotice[] =>
  priorities.flatMap(({ verbatimLabel, details, line, page }) =>
    details ? [detailsNotice({ code, line, page, label: verbatimLabel, details })] : [],
  )

/** One notice a slide for what is hidden on it, and one for what was not read. */
function apartNotices(lines: readonly DeckLine[], draft: DeckDraft): DeckNotice[] {
  const bySlide = new Map<string, DeckLine[]>()
  for (const line of lines) {
    if (!line.apart || line.choice || line.apart.as === 'runningText' || line.apart.as === 'ours') continue
    const key = `${line.page} ${line.apart.as}`
    bySlide.set(key, [...(bySlide.get(key) ?? []), line])
  }
  return [...bySlide.values()].map((apart) => {
    const { page } = apart[0]!
    const title = lines.find((line) => line.page === page && line.apart?.as !== 'notRead')?.text ?? null
    const regionCode = draft.regions.find((region) => region.page === page)?.code ?? null
    const notice = apart[0]!.apart!.as === 'hidden' ? hiddenNotice : notReadNotice
    return notice({ page, title, regionCode, lines: apart })
  })
}
