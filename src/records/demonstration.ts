import type { NewVersion } from './record.ts'
import type { IsoDate } from './time.ts'

/** The id of the source that marks a registry as a demonstration. It goes wherever the registry goes, in archives too. */
export const demonstrationId = 'demonstration'

/** What every file that is downloaded from a demonstration is called, from its beginning. */
export const demonstrationPrefix = 'demonstration-'

/** Whether a file says by its name that it is from a demonstration. */
export const isDemonstrationFile = (name: string): boolean => name.toLowerCase().startsWith(demonstrationPrefix)

/** Whether a version marks its registry as a demonstration. */
export const marksDemonstration = ({ kind, recordId }: Pick<NewVersion, 'kind' | 'recordId'>): boolean =>
  kind === 'source' && recordId === demonstrationId

/** The mark of a demonstration, among its records. */
export const demonstrationMark = (today: IsoDate): Omit<NewVersion<'source'>, 'recordedBy'> => ({
  kind: 'source',
  recordId: demonstrationId,
  validFrom: today,
  validTo: null,
  changeNote: 'Registret är en demonstration.',
  state: 'published',
  source: null,
  body: {
    title: {
      sv: 'Demonstration: roller, svar, samtal och dagar är påhittade',
      en: 'Demonstration: roles, answers, conversations and days are invented',
    },
    publisher: 'Spets',
    kind: 'dataset',
    date: today,
    datePrecision: 'day',
    url: null,
    note: {
      sv: 'Områdenas ord, deras källor och statistiken är verkliga. Allt annat är påhittat för att visas.',
      en: 'The words of the areas, their sources and the statistics are real. All else is invented to be shown.',
    },
  },
})

/** Why something from a demonstration is refused. */
export const demonstrationRefused = {
  sv: 'Det kommer från en demonstration, där roller, svar och samtal är påhittade. Det läses inte in i något annat register.',
  en: 'It comes from a demonstration, where roles, answers and conversations are invented. It is not read into any other registry.',
}
