import { findRegions } from '../../../shapes/from-snapshot.ts'
import { shareRoute } from '../../charts/share-route.ts'
import { startText } from './start.text.ts'

/** The start page's picture where it is shared. */
export const startPicture = shareRoute({
  path: 'start',
  summary: 'The picture that the start page is shared with',
  picture({ snapshot }, { lang }) {
    const regions = findRegions(snapshot)
    const { heading, description } = startText[lang]
    return {
      eyebrow: lang === 'sv' ? 'Smart specialisering' : 'Smart specialisation',
      title: heading,
      sentence: description(regions.length),
      codes: new Set(regions.map(({ code }) => code)),
    }
  },
})
