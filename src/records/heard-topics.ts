import type { LocalText } from './shared-fields.ts'

/** What dialogues are about, as the eleven findings of 2018 were: the code of a finding, and the words that suggest it. */
export const heardTopics = [
  { id: 'competence', label: { sv: 'Kompetens', en: 'Competence' }, words: /kompeten|utbildning|kunskap|skill|training/i },
  {
    id: 'recruiting',
    label: { sv: 'Rekrytering', en: 'Recruiting' },
    words: /rekryter|anställ|processledare|tjänst(er|en)\b|recruit|hired/i,
  },
  {
    id: 'resources',
    label: { sv: 'Resurser', en: 'Resources' },
    words: /resurs|pengar|medel\b|budget|finansier|saknar|money|funding/i,
  },
  {
    id: 'surroundings',
    label: { sv: 'Omvärlden', en: 'The world around' },
    words: /omvärld|internationell|andra länder|EU\b|grann(län|region)|abroad/i,
  },
  {
    id: 'beyondSectors',
    label: { sv: 'Bortom branscher', en: 'Beyond sectors' },
    words: /bransch|tvärs|skärning|sektor|sector/i,
  },
  { id: 'digitalisation', label: { sv: 'Digitalisering', en: 'Digitalisation' }, words: /digital|\bAI\b|data\b/i },
  {
    id: 'leadership',
    label: { sv: 'Ledning', en: 'Leadership' },
    words: /ledning|ledarskap|chef|styr(ning|grupp)|politiker|leadership/i,
  },
  { id: 'focus', label: { sv: 'Samlade insatser', en: 'Focused efforts' }, words: /fokus|prioriter|samla|focus/i },
  {
    id: 'levels',
    label: { sv: 'Flera nivåer', en: 'Several levels' },
    words: /kommun|nationell|nivå|stat(en|lig)|municipal|national/i,
  },
  {
    id: 'environments',
    label: { sv: 'Miljöer', en: 'Environments' },
    words: /miljö(er|n)?\b|testbädd|testmiljö|kluster|inkubator|cluster/i,
  },
  { id: 'pace', label: { sv: 'Olika takt', en: 'Different pace' }, words: /i gång|påbörja|kommit längre|försen|takt\b|pace/i },
  {
    id: 'soul',
    label: { sv: 'Regionens egen själ', en: 'The region’s own soul' },
    words: /själ\b|identitet|tradition|det som gör oss|identity/i,
  },
] as const satisfies readonly { id: string; label: LocalText; words: RegExp }[]

export type HeardTopic = (typeof heardTopics)[number]['id']
export const heardTopicIds = heardTopics.map(({ id }) => id) as [HeardTopic, ...HeardTopic[]]

/** A topic's name. */
export const topicLabel = (id: HeardTopic): LocalText => heardTopics.find((topic) => topic.id === id)!.label

/** The steps of the work that something was said about. */
export const heardSteps = ['analysis', 'governance', 'choice', 'action', 'followUp'] as const
export type HeardStep = (typeof heardSteps)[number]
export const stepLabels: Record<HeardStep, LocalText> = {
  analysis: { sv: 'Analys', en: 'Analysis' },
  governance: { sv: 'Styrning', en: 'Governance' },
  choice: { sv: 'Val', en: 'Choice' },
  action: { sv: 'Insatser', en: 'Action' },
  followUp: { sv: 'Uppföljning', en: 'Follow-up' },
}

const mostSuggested = 2

/** The topics that a sentence's words suggest, at most two. They are the machine's guess until somebody presses one. */
export const suggestTopics = (sentence: string): HeardTopic[] =>
  heardTopics
    .filter(({ words }) => words.test(sentence))
    .map(({ id }) => id)
    .slice(0, mostSuggested)

/** A note as sentences: a new line or a full stop ends one. */
export const sentencesOf = (note: string): string[] =>
  note
    .split(/\n+|(?<=[.!?…])\s+(?=\p{Lu}|”|")/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1)
