import { changesShape } from '../../../shapes/changes-shape.ts'
import { shareRoute } from '../../charts/share-route.ts'
import { deckDay } from '../start/start.view.ts'
import { changesText } from './changes.text.ts'
import { countAreas } from './changes.view.ts'

/** The changes' picture where their page is shared: the regions with another list on the map. */
export const changesPicture = shareRoute({
  path: 'changes',
  summary: 'The picture that the page of changes is shared with',
  picture({ snapshot }, { lang }) {
    const { changes } = changesShape(snapshot, { from: deckDay, to: snapshot.validAt })
    const changed = changes.filter(({ owner, outcome }) => owner.kind === 'region' && outcome === 'changed')
    const [finding, counts] = changesText[lang].figure.finding(countAreas(changes), deckDay).split(': ')
    return {
      eyebrow: changesText[lang].title,
      title: finding!,
      sentence: counts ? `${counts}.`.replace(/^./, (letter) => letter.toUpperCase()) : '',
      codes: new Set(changed.map(({ owner }) => owner.id)),
    }
  },
})
