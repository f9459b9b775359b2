import type { SideTables } from '../store/store.ts'
import './forum-rows.ts'

/** A span of moments, half-open. */
export interface Span {
  since: string
  until: string
}

const mostTold = 200

export interface AskedNews {
  id: string
  title: string
  theme_id: string | null
  by_owner: string
}

/** The questions that were asked in a span and are shown, the newest first. */
export const findNewQuestions = (side: SideTables, { since, until }: Span): Promise<AskedNews[]> =>
  side.read
    .selectFrom('forum_question')
    .select(['id', 'title', 'theme_id', 'by_owner'])
    .where('asked_at', '>=', since)
    .where('asked_at', '<', until)
    .where('hidden_why', 'is', null)
    .orderBy('asked_at', 'desc')
    .limit(mostTold)
    .execute()

export interface AnsweredNews {
  id: string
  title: string
  asked_by: string
  answered_by: string
}

/** The questions that were answered in a span, once for each who answered. */
export const findNewAnswers = (side: SideTables, { since, until }: Span): Promise<AnsweredNews[]> =>
  side.read
    .selectFrom('forum_answer')
    .innerJoin('forum_question', 'forum_question.id', 'forum_answer.question_id')
    .select([
      'forum_question.id as id',
      'forum_question.title as title',
      'forum_question.by_owner as asked_by',
      'forum_answer.by_owner as answered_by',
    ])
    .distinct()
    .where('forum_answer.answered_at', '>=', since)
    .where('forum_answer.answered_at', '<', until)
    .where('forum_answer.hidden_why', 'is', null)
    .where('forum_question.hidden_why', 'is', null)
    .orderBy('title')
    .limit(mostTold)
    .execute()
