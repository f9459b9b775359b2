import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { ExpectedError } from '../records/expected-error.ts'
import type { SideTables } from '../store/store.ts'
import type { Tables } from '../store/version-rows.ts'
import type { ForumAnswerRow, ForumQuestionRow, ForumReportRow } from './forum-rows.ts'

/** Who writes, by role and by whom it is for. */
export interface ForumWriter {
  role: string
  owner: string
}

/** What is written beside a post in its transaction: the log of who did what. */
export type Beside = (db: Kysely<Tables>) => Promise<void>

const mostListed = 30

export interface QuestionsAsked {
  /** Words that a question, or an answer to it, has all of. */
  words?: string
  themeId?: string | null
  cursor?: string | null
}

export type ListedQuestion = ForumQuestionRow & { answerCount: number }

/** Questions, the last written to first, a page at a time: those before `cursor`. */
export async function findQuestions(
  side: SideTables,
  { words = '', themeId = null, cursor = null }: QuestionsAsked,
): Promise<{ questions: ListedQuestion[]; next: string | null }> {
  const patterns = words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6).map(patternOf)
  let asked = side.read.selectFrom('forum_question').selectAll()
  if (themeId !== null) asked = asked.where('theme_id', '=', themeId)
  for (const pattern of patterns)
    asked = asked.where((e) =>
      e.or([
        e('search_text', 'like', pattern),
        e.exists(
          e
            .selectFrom('forum_answer')
            .select('forum_answer.id')
            .whereRef('forum_answer.question_id', '=', 'forum_question.id')
            .where('forum_answer.hidden_why', 'is', null)
            .where('forum_answer.search_text', 'like', pattern),
        ),
      ]),
    )
  if (patterns.length > 0) asked = asked.where('hidden_why', 'is', null)
  if (cursor !== null) {
    const [at = '', id = ''] = cursor.split('_')
    asked = asked.where((e) => e.or([e('last_at', '<', at), e.and([e('last_at', '=', at), e('id', '<', id)])]))
  }
  const rows = await asked
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostListed + 1)
    .execute()
  const shown = rows.slice(0, mostListed)
  const counts = await countAnswers(side, shown)
  const last = shown.at(-1)
  return {
    questions: shown.map((row) => ({ ...row, answerCount: counts.get(row.id) ?? 0 })),
    next: rows.length > mostListed && last ? `${last.last_at}_${last.id}` : null,
  }
}

/** A word anywhere in the text. Its own signs of patterns mean nothing: words have none. */
const patternOf = (word: string): string => `%${word.replaceAll(/[%_\\]/g, '')}%`

async function countAnswers(side: SideTables, questions: readonly { id: string }[]): Promise<Map<string, number>> {
  if (questions.length === 0) return new Map()
  const rows = await side.read
    .selectFrom('forum_answer')
    .select((e) => ['question_id', e.fn.countAll<number>().as('count')])
    .where(
      'question_id',
      'in',
      questions.map(({ id }) => id),
    )
    .groupBy('question_id')
    .execute()
  return new Map(rows.map(({ question_id: id, count }) => [id, Number(count)]))
}

export interface ForumThread {
  question: ForumQuestionRow
  /** The earliest first. */
  answers: readonly ForumAnswerRow[]
  /** Where the next page of answers begins; null at the end. */
  next: string | null
}

/** A question with a page of its answers, those after `cursor`; null when there is none. */
export async function findThread(side: SideTables, id: string, cursor: string | null = null): Promise<ForumThread | null> {
  const question = await side.read.selectFrom('forum_question').selectAll().where('id', '=', id).executeTakeFirst()
  if (!question) return null
  let asked = side.read.selectFrom('forum_answer').selectAll().where('question_id', '=', id)
  if (cursor !== null) {
    const [at = '', last = ''] = cursor.split('_')
    asked = asked.where((e) => e.or([e('answered_at', '>', at), e.and([e('answered_at', '=', at), e('id', '>', last)])]))
  }
  const rows = await asked
    .orderBy('answered_at')
    .orderBy('id')
    .limit(mostListed + 1)
    .execute()
  const answers = rows.slice(0, mostListed)
  const end = answers.at(-1)
  return { question, answers, next: rows.length > mostListed && end ? `${end.answered_at}_${end.id}` : null }
}

interface Posting {
  by: ForumWriter
  now: Date
  beside: Beside
}

export type AskedQuestion = Pick<ForumQuestionRow, 'id' | 'theme_id' | 'title' | 'body'>

/** Asks a question. Sent twice, by its id, it is one. */
export async function askQuestion(side: SideTables, asked: AskedQuestion, { by, now, beside }: Posting): Promise<void> {
  const at = now.toISOString()
  const row: ForumQuestionRow = {
    ...asked,
    ...writtenBy(by),
    asked_at: at,
    last_at: at,
    search_text: `${asked.title} ${asked.body}`.toLowerCase(),
    hidden_why: null,
  }
  await side.write(async (db) => {
    const adding = db.insertInto('forum_question').values(row)
    const { numInsertedOrUpdatedRows } = await adding
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 1n) await beside(db)
  })
}

export type WrittenAnswer = Pick<ForumAnswerRow, 'id' | 'question_id' | 'body'>

/** Answers a question. Sent twice, by its id, it is one. @throws ExpectedError `not_found` when there is no such question, or it is hidden */
export async function answerQuestion(side: SideTables, answer: WrittenAnswer, { by, now, beside }: Posting): Promise<void> {
  const at = now.toISOString()
  await side.write(async (db) => {
    const question = await db
      .selectFrom('forum_question')
      .select('id')
      .where('id', '=', answer.question_id)
      .where('hidden_why', 'is', null)
      .executeTakeFirst()
    if (!question) throw new ExpectedError('not_found')
    const row = { ...answer, ...writtenBy(by), answered_at: at, search_text: answer.body.toLowerCase(), hidden_why: null }
    const adding = db.insertInto('forum_answer').values(row)
    const { numInsertedOrUpdatedRows } = await adding
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) return
    await db.updateTable('forum_question').set({ last_at: at }).where('id', '=', question.id).execute()
    await beside(db)
  })
}

const writtenBy = ({ role, owner }: ForumWriter) => ({ by_role: role, by_owner: owner })

export type Reported = Pick<ForumReportRow, 'question_id' | 'answer_id' | 'why'>

/** Reports a post to the officers; while one report of it waits, another changes nothing. */
export async function reportPost(side: SideTables, reported: Reported, { by, now, beside }: Posting): Promise<void> {
  const row: ForumReportRow = {
    ...reported,
    id: randomUUID(),
    by_role: by.role,
    reported_at: now.toISOString(),
    decision: null,
    note: null,
    decided_by: null,
    decided_at: null,
  }
  await side.write(async (db) => {
    const waiting = await db
      .selectFrom('forum_report')
      .select('id')
      .where('question_id', '=', row.question_id)
      .where('answer_id', row.answer_id === null ? 'is' : '=', row.answer_id)
      .where('decision', 'is', null)
      .executeTakeFirst()
    if (waiting) return
    await db.insertInto('forum_report').values(row).execute()
    await beside(db)
  })
}

/** Reports, the newest first; those that wait for an officer come before all others. */
export const findReports = (side: SideTables, limit = 50): Promise<ForumReportRow[]> =>
  side.read
    .selectFrom('forum_report')
    .selectAll()
    .orderBy((e) => e.case().when('decision', 'is', null).then(0).else(1).end())
    .orderBy('reported_at', 'desc')
    .limit(limit)
    .execute()

export interface ReportDecision {
  reportId: string
  decision: 'hidden' | 'kept'
  note: string
}

/** An officer hides what was reported, or keeps it, with a reason that is shown. @throws ExpectedError `version_outdated` when it is decided */
export async function decideReport(
  side: SideTables,
  { reportId, decision, note }: ReportDecision,
  { by, now, beside }: Posting,
): Promise<void> {
  await side.write(async (db) => {
    const report = await db.selectFrom('forum_report').selectAll().where('id', '=', reportId).executeTakeFirst()
    if (!report) throw new ExpectedError('not_found')
    if (report.decision !== null) throw new ExpectedError('version_outdated')
    const decided = { decision, note, decided_by: by.role, decided_at: now.toISOString() }
    await db.updateTable('forum_report').set(decided).where('id', '=', reportId).execute()
    if (decision === 'hidden') {
      const hidden = { hidden_why: note }
      if (report.answer_id === null)
        await db.updateTable('forum_question').set(hidden).where('id', '=', report.question_id).execute()
      else await db.updateTable('forum_answer').set(hidden).where('id', '=', report.answer_id).execute()
    }
    await beside(db)
  })
}
