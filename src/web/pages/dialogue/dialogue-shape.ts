import type { DialogueDetail } from '../../../conversation/dialogues.ts'
import type { RegionRef } from '../../../shapes/shapes.ts'
import type { PageContext } from '../../frame/page.ts'

/** A dialogue as one of its parties sees it. */
export interface DialogueShape extends DialogueDetail {
  region: RegionRef
  areas: readonly { id: string; label: string }[]
  /** An id for the next note, so that what is saved by itself and by the button is one note. */
  nextNote: string
  isOfficer: boolean
  speaksForRegion: boolean
  now: Date
}

export interface DialogueProps {
  context: PageContext
  shape: DialogueShape
}
