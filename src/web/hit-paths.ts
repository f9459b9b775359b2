import type { Language } from '../records/language.ts'
import type { HitPaths } from '../search/hit-link.ts'
import { makePaths } from './frame/paths.ts'
import { allAddresses } from './pages/all-addresses.ts'

/** What the command line links hits with: addresses of pages as of a day, today unless said, without any page. */
export const hitPathsFor = ({ lang, date }: { lang: Language; date: string | undefined }): HitPaths =>
  makePaths(allAddresses, { lang, time: date === undefined ? null : { validAt: date, knownOn: null, isToday: false } })
