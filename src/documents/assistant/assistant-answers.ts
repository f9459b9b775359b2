import type { Language } from '../../records/language.ts'
import type { AreaEvidenceShape, EvidenceStrengthShape } from '../../shapes/evidence-shapes.ts'
import type { OwnerChangeShape } from '../../shapes/changes-shape.ts'
import type { PriorityDetailShape } from '../../shapes/priority-detail-shape.ts'
import type { EditionShape, PriorityShape, SourceShape } from '../../shapes/shapes.ts'
import type { HitPaths } from '../../search/hit-link.ts'

/** How addresses are written, in one language. */
export interface AnswerPlace {
  paths: HitPaths
  /** What links begin with; empty where the site has no address of its own. */
  base: string
}

/** A source as it is cited. */
export const sourceAnswer = ({ title, publisher, date, url }: SourceShape, lang: Language) => ({
  title: title[lang],
  publisher,
  date,
  url,
})

/** A list with its areas. `areasKnown` tells whether anybody has read them: no areas need not mean that there are none. */
export const listAnswer = (setting: AnswerPlace, { strategy, areasKnown, priorities }: EditionShape) => ({
  id: strategy.id,
  from: strategy.edition,
  period: strategy.programmePeriodId,
  status: strategy.status,
  isInForce: strategy.isInForce,
  isPeriodOver: strategy.isPeriodOver,
  lastStatedOn: strategy.lastStatedOn,
  areasKnown,
  areas: priorities.map((area) => shortArea(setting, area)),
})

const shortArea = ({ paths, base }: AnswerPlace, { id, displayLabel, translatedLabel, description, themes }: PriorityShape) => ({
  id,
  label: displayLabel,
  ...(translatedLabel ? { translated: translatedLabel } : {}),
  ...(description ? { description: description[paths.lang] } : {}),
  themes: themes.map(({ label }) => label[paths.lang]),
  url: base + paths.to('priority', { id }),
})

/** An area with what it means, where it comes from and what is like it. */
export function areaAnswer(setting: AnswerPlace, area: PriorityDetailShape) {
  const { lang } = setting.paths
  const codes = (values: PriorityDetailShape['coding']['kind']) =>
    values.filter(({ decision }) => decision !== 'rejected').map(({ code, label }) => ({ code, label: label[lang] }))
  return {
    ...shortArea(setting, area),
    owner: area.owner.name[lang],
    isInForce: area.isInForce,
    list: area.strategy && { id: area.strategy.id, from: area.strategy.edition, status: area.strategy.status },
    kinds: codes(area.coding.kind),
    industries: codes(area.coding.industry),
    scienceFields: codes(area.coding.scienceField),
    parts: area.parts.map(({ displayLabel }) => displayLabel),
    cameFrom: area.predecessors.map(({ link, priority }) => relative(link, priority)),
    became: area.successors.map(({ link, priority }) => relative(link, priority)),
    similar: area.similar.map(({ priority, reason }) => ({
      ...shortArea(setting, priority),
      owner: priority.owner.name[lang],
      reason: reason[lang],
    })),
    contacts: area.contacts.map(({ role, organisation, url }) => ({ role, organisation, url })),
    source: area.citation && sourceAnswer(area.citation.source, lang),
  }
}

const relative = (
  { change, basis }: { change: string; basis: string },
  priority: Pick<PriorityShape, 'id' | 'displayLabel'> | null,
) => ({
  change,
  basis,
  area: priority && { id: priority.id, label: priority.displayLabel },
})

/** What became of one owner's list. */
export function changeAnswer({ owner, outcome, before, after, links }: OwnerChangeShape, lang: Language) {
  const labels = new Map(
    [before, after].flatMap((list) => list?.priorities.map(({ id, displayLabel }) => [id, displayLabel] as const) ?? []),
  )
  const nameOf = (id: string | null) => (id === null ? null : (labels.get(id) ?? id))
  return {
    owner: owner.name[lang],
    outcome,
    areas: links.map(({ predecessorId, successorId, change, basis }) => ({
      before: nameOf(predecessorId),
      after: nameOf(successorId),
      change,
      basis,
    })),
  }
}

/** What the figures say about an area, as sentences that can be quoted. */
export const areaEvidenceAnswer = ({ paths: { lang, to }, base }: AnswerPlace, evidence: AreaEvidenceShape) => ({
  area: evidence.label[lang],
  owner: evidence.owner.name[lang],
  status: evidence.status,
  sentence: evidence.sentence[lang],
  parts: evidence.parts.map(({ label, sentence }) => ({ label: label[lang], sentence: sentence[lang] })),
  descriptionMentions: evidence.described.map(({ label, sentence }) => ({ label: label[lang], sentence: sentence[lang] })),
  source: evidence.source && {
    attribution: evidence.source.attribution[lang],
    title: evidence.source.title[lang],
    year: evidence.source.year,
    licence: evidence.source.licence,
  },
  method: evidence.method[lang],
  url: base + to('priority', { id: evidence.priorityId }),
})

/** An occupation that a region is specialised in. */
export const strengthAnswer = ({ code, label, count, quotient, lower, upper }: EvidenceStrengthShape, lang: Language) => ({
  code,
  label: label[lang],
  employees: count,
  locationQuotient: quotient,
  interval: [lower, upper],
})
