import type { Account } from '../accounts/accounts.ts'
import { actorOfAccount, ownersOf } from '../records/account-roles.ts'
import { mayAtLeast } from '../records/actor.ts'
import { dayAfter, startOfDay, swedishDay } from '../records/time.ts'
import { themesOfArea } from '../coding/area-coding.ts'
import { findNewAnswers, findNewQuestions } from '../conversation/forum-news.ts'
import type { AnsweredNews, AskedNews, Span } from '../conversation/forum-news.ts'
import { doOnce, findWithoutDigest } from '../conversation/job-lock.ts'
import { findJointActions } from '../conversation/joint-actions.ts'
import { waitsFor } from '../conversation/joint-action-waiting.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Store } from '../store/store.ts'
import { makePaths } from './frame/paths.ts'
import type { Paths } from './frame/paths.ts'
import type { Effects } from './http/effects.ts'
import { regionsOf } from './pages/joint-action/joint-action-access.ts'
import { jointActionText } from './pages/joint-action/joint-action.text.ts'
import { digestText } from './weekly-digest.text.ts'

/** Part of a digest: a heading and its lines, each with where it leads. */
interface DigestPart {
  heading: string
  lines: readonly { words: string; href: string }[]
}

/** What happened to all in a week, read once for all letters. */
interface News extends Span {
  questions: readonly AskedNews[]
  answers: readonly AnsweredNews[]
  proposals: number
  /** Owners of proposals that have come back, as `region 17`. */
  returned: readonly string[]
}

interface Letters {
  snapshot: Snapshot
  now: Date
}

type DigestEffects = Pick<Effects, 'store' | 'accounts' | 'clock' | 'siteUrl' | 'contents'>

/** The week whose digest is due: it ends on a Monday at 06 UTC, seven or eight in Sweden. */
export function digestWeek(now: Date): Span & { name: string } {
  const at = (date: string) => `${date}T06:00:00.000Z`
  const day = swedishDay(now)
  const begun = dayAfter(day, -((new Date(startOfDay(day)).getUTCDay() + 6) % 7))
  const monday = at(begun) <= now.toISOString() ? begun : dayAfter(begun, -7)
  return { name: monday, since: at(dayAfter(monday, -7)), until: at(monday) }
}

/**
 * Puts the week's digests in line, once: the job is taken in the database, and each letter's key names account and week, so that a
 * server that dies in the middle leaves nobody with two. Who has nothing to read gets no letter.
 */
export async function sendDigests(snapshot: Snapshot, effects: DigestEffects): Promise<void> {
  const { store, accounts, clock } = effects
  const week = digestWeek(clock())
  await doOnce(store.side, `digest ${week.name}`, {
    clock,
    work: async () => {
      const without = await findWithoutDigest(store.side)
      const news = await readNews(store, week)
      for (const account of await accounts.list()) {
        if (without.has(account.id) || account.grants.length === 0) continue
        const mail = await writeDigest(account, { news, effects, letters: { snapshot, now: clock() } })
        if (mail) await accounts.outbox.queue({ ...mail, to: account.email, key: `digest-${account.id}-${week.name}` })
      }
    },
  })
}

async function readNews({ side, findWaiting }: Store, span: Span): Promise<News> {
  const [proposed, returned] = [await findWaiting('proposed'), await findWaiting('returned')]
  return {
    ...span,
    questions: await findNewQuestions(side, span),
    answers: await findNewAnswers(side, span),
    proposals: proposed.filter(({ kind }) => kind === 'priorityArea').length,
    returned: returned.flatMap(({ kind, body }) =>
      kind === 'priorityArea' && 'owner' in body ? [`${body.owner.kind} ${body.owner.id}`] : [],
    ),
  }
}

interface Writing {
  news: News
  effects: DigestEffects
  letters: Letters
}

/** One person's digest; null when there is nothing to tell. */
async function writeDigest(
  account: Account,
  { news, effects, letters }: Writing,
): Promise<{ subject: string; text: string } | null> {
  const { lang } = account
  const text = digestText[lang]
  const paths = makePaths(effects.contents.addresses, { lang, time: null })
  const reader: Reader = { account, paths, ...letters }
  const parts = [
    { heading: text.waits, lines: await waitingLines(reader, { news, store: effects.store }) },
    { heading: text.questions, lines: questionLines(reader, news) },
    { heading: text.answers, lines: answerLines(reader, news) },
    { heading: text.wishes, lines: wishLines(reader, news) },
    { heading: text.jointActions, lines: jointActionLines(reader, news) },
  ].filter(({ lines }) => lines.length > 0)
  if (parts.length === 0) return null
  const count = parts.reduce((sum, { lines }) => sum + lines.length, 0)
  const off = `${text.off}\n${effects.siteUrl}${paths.action('signIn')}`
  return {
    subject: text.subject(count),
    text: `${parts.map((part) => partAsText(part, effects.siteUrl)).join('\n\n')}\n\n--\n${off}\n`,
  }
}

const partAsText = ({ heading, lines }: DigestPart, siteUrl: string): string =>
  [heading, ...lines.map(({ words, href }) => `- ${words}\n  ${siteUrl}${href}`)].join('\n')

interface Reader extends Letters {
  account: Account
  paths: Paths
}

type Lines = DigestPart['lines']

const ownKeys = ({ account }: Reader): ReadonlySet<string> => {
  const keys = account.grants.flatMap(({ owner }) => (owner ? [`${owner.kind} ${owner.id}`] : []))
  return new Set(keys.length === 0 ? ['nation'] : keys)
}

const isOfficer = ({ account }: Reader): boolean => mayAtLeast(actorOfAccount(account), 'officer')

const regionCodes = ({ account }: Reader): string[] =>
  ownersOf(account.grants).flatMap(({ kind, id }) => (kind === 'region' ? [id] : []))

async function waitingLines(reader: Reader, { news, store }: { news: News; store: Store }): Promise<Lines> {
  const { account, paths, now } = reader
  const text = digestText[account.lang]
  const codes = regionsOf({ account, actor: actorOfAccount(account) })
  const { talks } = await findJointActions(store.side, { regionCodes: codes })
  const own = ownKeys(reader)
  const returned = news.returned.filter((owner) => own.has(owner)).length
  return [
    ...(isOfficer(reader) && news.proposals > 0 ? [{ words: text.proposals(news.proposals), href: paths.to('toDo') }] : []),
    ...(returned > 0 ? [{ words: text.returned(returned), href: paths.to('myRegion') }] : []),
    ...talks.flatMap((talk) => {
      const waits = codes.map((code) => waitsFor(talk, code, now)).find((one) => one !== null)
      if (!waits) return []
      const words = `${talk.title}: ${jointActionText[account.lang].waits[waits]}`
      return [{ words, href: paths.to('jointAction', { id: talk.id }) }]
    }),
  ]
}

/** Questions of the themes of the own regions' areas, and those of no theme; to officers all. Not the own ones. */
function questionLines(reader: Reader, { questions }: News): Lines {
  const { snapshot, paths } = reader
  const own = ownKeys(reader)
  const areas = regionCodes(reader).flatMap((id) => findCurrentEdition(snapshot, { kind: 'region', id })?.priorities ?? [])
  const themes = new Set(areas.flatMap((area) => themesOfArea(snapshot, area).map(({ themeId }) => themeId)))
  return questions
    .filter(({ by_owner: by, theme_id: theme }) => !own.has(by) && (isOfficer(reader) || theme === null || themes.has(theme)))
    .map(({ id, title }) => ({ words: title, href: paths.to('forumQuestion', { id }) }))
}

function answerLines(reader: Reader, { answers }: News): Lines {
  const own = ownKeys(reader)
  const titles = new Map(
    answers
      .filter(({ asked_by: asked, answered_by: answered }) => own.has(asked) && asked !== answered)
      .map(({ id, title }) => [id, title]),
  )
  return [...titles].map(([id, words]) => ({ words, href: reader.paths.to('forumQuestion', { id }) }))
}

/** To officers what was asked for, and to those who asked what was answered. */
function wishLines(reader: Reader, news: News): Lines {
  const { snapshot, paths, account } = reader
  const text = digestText[account.lang]
  const codes = new Set(regionCodes(reader))
  const href = (id: string) => paths.to('wish', { id })
  const textOf = (id: string) => snapshot.get('wish', id)?.text[account.lang] ?? id
  const asked = snapshot
    .inForce('wish')
    .filter(({ regionCode, meta }) => isOfficer(reader) && regionCode !== undefined && isIn(meta.recordedAt, news))
  const mine = new Set(
    snapshot
      .inForce('wishAsker')
      .filter(({ regionCode }) => codes.has(regionCode))
      .map(({ wishId }) => wishId),
  )
  const answered = snapshot.inForce('wishAnswer').filter(({ wishId, meta }) => mine.has(wishId) && isIn(meta.recordedAt, news))
  return [
    ...asked.map(({ id }) => ({ words: text.newWish(textOf(id)), href: href(id) })),
    ...answered.map(({ wishId }) => ({ words: text.answeredWish(textOf(wishId)), href: href(wishId) })),
  ]
}

/** Public joint actions of the own regions that were agreed or went on in the week; to officers all. */
const jointActionLines = (reader: Reader, news: News): Lines => {
  const codes = new Set(regionCodes(reader))
  const { states } = jointActionText[reader.account.lang]
  return reader.snapshot
    .inForce('jointAction')
    .filter(
      ({ partners, meta }) =>
        isIn(meta.recordedAt, news) && (isOfficer(reader) || partners.some(({ regionCode }) => codes.has(regionCode))),
    )
    .map(({ id, title, state }) => ({ words: `${title}: ${states[state]}`, href: reader.paths.to('jointAction', { id }) }))
}

const isIn = (moment: string, { since, until }: Span): boolean => moment >= since && moment < until
