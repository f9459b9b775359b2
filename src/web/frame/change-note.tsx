import { isShippedFact } from '../../records/actor.ts'
import type { Language } from '../../records/language.ts'
import { factNoteIn } from '../../changes/fact-notes.ts'

interface Noted {
  changeNote: string
  recordedBy: string
  recordedAt: string
}

/** Why a version was written. What people have written stays in their language; what the facts' loader wrote is translated. */
export function ChangeNote({ noted, lang }: { noted: Noted; lang: Language }) {
  if (lang === 'sv') return <>{noted.changeNote}</>
  if (!isShippedFact(noted)) return <span lang="sv">{noted.changeNote}</span>
  return (
    <>
      {factNoteIn(noted.changeNote, lang).map((part, index) => (
        <span key={index} lang={part.isTitle ? 'sv' : undefined}>
          {part.text}
        </span>
      ))}
    </>
  )
}
