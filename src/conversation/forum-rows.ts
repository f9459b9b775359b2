/** The tables of the forum. Who wrote is told by role; the log alone knows the account. */
declare module '../store/version-rows.ts' {
  interface Tables {
    forum_question: ForumQuestionRow
    forum_answer: ForumAnswerRow
    forum_report: ForumReportRow
  }
}

export interface ForumQuestionRow {
  id: string
  theme_id: string | null
  title: string
  body: string
  by_role: string
  /** Whom it is asked for: `region 17`, `cluster x`, or `nation`. */
  by_owner: string
  asked_at: string
  /** When it was asked, or answered for the last time. */
  last_at: string
  /** In small letters, to search in: the databases know no Swedish ones. */
  search_text: string
  /** Why it was hidden; null while it is shown. */
  hidden_why: string | null
}

export interface ForumAnswerRow {
  id: string
  question_id: string
  body: string
  by_role: string
  by_owner: string
  answered_at: string
  search_text: string
  hidden_why: string | null
}

export interface ForumReportRow {
  id: string
  question_id: string
  /** Null: the question itself. */
  answer_id: string | null
  why: string
  by_role: string
  reported_at: string
  /** Null while it waits for an officer. */
  decision: 'hidden' | 'kept' | null
  note: string | null
  decided_by: string | null
  decided_at: string | null
}
