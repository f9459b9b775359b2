import { kindOf } from '../records/record.ts'
import type { RecordKind, RecordVersion } from '../records/record.ts'
import type { Language } from '../records/language.ts'
import { ownerRef } from '../shapes/from-snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { themesOfArea } from '../coding/area-coding.ts'
import { escapeXml } from './linked-data/rdf-files.ts'

/** The kinds whose news readers follow. */
const followed = ['strategy', 'priorityArea', 'finding', 'wish', 'nextStep'] as const satisfies readonly RecordKind[]
const mostEntries = 50

export interface FeedChoice {
  lang: Language
  /** Only what this region owns, by its code. */
  regionCode: string | null
  /** Only areas that have this theme. */
  themeId: string | null
}

export interface FeedEntry {
  /** The path of its history, with the version; unique among all entries. */
  path: string
  title: string
  summary: string
  updated: string
}

export interface Feed {
  title: string
  lang: Language
  updated: string
  entries: readonly FeedEntry[]
}

/** The newest published and withdrawn versions of what readers follow, the newest first. Pure. */
export function feedOf(snapshot: Snapshot, choice: FeedChoice): Feed {
  const versions = followed
    .flatMap((kind) =>
      snapshot.histories(kind).flatMap(([first]) => snapshot.versions(kind, first!.id) as readonly RecordVersion[]),
    )
    .filter((version) => isWanted(snapshot, version, choice))
    .toSorted((one, other) => (one.recordedAt < other.recordedAt ? 1 : -1) || other.sequence - one.sequence)
    .slice(0, mostEntries)
  const entries = versions.map((version) => entryOf(snapshot, version, choice.lang))
  return {
    title: titleOf(snapshot, choice),
    lang: choice.lang,
    updated: entries[0]?.updated ?? `${snapshot.validAt}T00:00:00.000Z`,
    entries,
  }
}

function isWanted(snapshot: Snapshot, version: RecordVersion, { regionCode, themeId }: FeedChoice): boolean {
  const owner = kindOf(version.kind).owner(version.body as never)
  if (regionCode !== null && !(owner?.kind === 'region' && owner.id === regionCode)) return false
  if (themeId === null) return true
  const area = version.kind === 'priorityArea' ? snapshot.getBegun('priorityArea', version.recordId) : null
  return area !== null && themesOfArea(snapshot, area).some((theme) => theme.themeId === themeId)
}

const words = {
  sv: { all: 'Spets: det senaste', withdrawn: 'Indraget', from: 'Gäller från' },
  en: { all: 'Spets: the latest', withdrawn: 'Withdrawn', from: 'In force from' },
} as const

function titleOf(snapshot: Snapshot, { lang, regionCode, themeId }: FeedChoice): string {
  const region = regionCode === null ? null : (snapshot.getBegun('region', regionCode)?.name ?? null)
  const theme = themeId === null ? null : (thesaurusOf(snapshot).findTheme(themeId)?.label[lang] ?? null)
  return [words[lang].all, region, theme].filter(Boolean).join(' – ')
}

function entryOf(snapshot: Snapshot, version: RecordVersion, lang: Language): FeedEntry {
  const kind = kindOf(version.kind)
  const owner = kind.owner(version.body as never)
  const name = owner?.kind === 'region' || owner?.kind === 'jointArea' ? ownerRef(snapshot, owner as never).name[lang] : null
  const title = kind.title(version.body as never, version.recordId)[lang]
  const state = version.state === 'withdrawn' ? `${words[lang].withdrawn}. ` : ''
  const history = lang === 'sv' ? '/historik' : '/en/history'
  return {
    path: `${history}/${version.kind}/${encodeURIComponent(version.recordId)}#version-${version.version}`,
    title: name ? `${name}: ${title}` : title,
    summary:
      `${state}${kind.label.one[lang]}. ${words[lang].from} ${version.validFrom}.${lang === 'sv' ? ` ${version.changeNote}` : ''}`.trim(),
    updated: version.recordedAt,
  }
}

/** Where a feed is, and what its names begin with. */
export interface FeedPlace {
  /** What names begin with; no public address where it is no web address. */
  base: string
  /** The path and query of the feed itself. */
  self: string
}

/** Links are whole where the site has an address of its own, and else paths. */
const linkOf = (base: string, path: string): string => (base.startsWith('http') ? base + path : path)

/** A feed as Atom (RFC 4287). */
export function feedToAtom({ title, lang, updated, entries }: Feed, { base, self }: FeedPlace): string {
  const rows = entries.map(
    (entry) =>
      `<entry><id>${escapeXml(base + entry.path)}</id><title>${escapeXml(entry.title)}</title><updated>${entry.updated}</updated><link href="${escapeXml(linkOf(base, entry.path))}"/><summary>${escapeXml(entry.summary)}</summary></entry>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">\n<id>${escapeXml(base + self)}</id>\n<title>${escapeXml(title)}</title>\n<updated>${updated}</updated>\n<author><name>Spets</name></author>\n<link rel="self" href="${escapeXml(linkOf(base, self))}"/>\n<rights>CC0 1.0</rights>\n${rows.join('')}</feed>\n`
}

/** A feed as JSON Feed 1.1. */
export const feedToJson = ({ title, lang, entries }: Feed, { base, self }: FeedPlace): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    language: lang,
    feed_url: linkOf(base, self),
    home_page_url: linkOf(base, '/'),
    items: entries.map(({ path, title: heading, summary, updated }) => ({
      id: base + path,
      url: linkOf(base, path),
      title: heading,
      content_text: summary,
      date_modified: updated,
    })),
  })
