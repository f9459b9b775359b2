import type { HeardTopicShape } from '../../../shapes/heard-topics-shape.ts'
import type { PageContext } from '../../frame/page.ts'

const text = {
  sv: {
    title: 'Ämne för ämne: vem som sagt vad, och när',
    note: 'Ur dialoger som förts här, när regionen sagt ja till att det visas. Norr till söder, ingen rangordning. Vem som sade vad 2018 står inte i källan.',
    topic: 'Ämne',
    regions: 'Regioner och dag',
    none: 'Ingen region har sagt ja till att något visas än.',
    count: (n: number) => (n === 1 ? 'en region' : `${n} regioner`),
  },
  en: {
    title: 'Topic by topic: who said it, and when',
    note: 'From dialogues held here, where the region has agreed to show it. North to south, no ranking. Who said what in 2018 is not in the source.',
    topic: 'Topic',
    regions: 'Regions and day',
    none: 'No region has agreed to show anything yet.',
    count: (n: number) => (n === 1 ? 'one region' : `${n} regions`),
  },
}

/** The roll-up of dialogues: topics by regions, each with the day and a link to what was said. */
export function TopicTable({ context: { lang }, topics }: { context: PageContext; topics: readonly HeardTopicShape[] }) {
  const words = text[lang]
  const said = topics.filter(({ regions }) => regions.length > 0)
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="section-note">{words.note}</p>
      {said.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <section class="table-wrap" tabIndex={0} aria-label={words.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.topic}</th>
                <th scope="col">{words.regions}</th>
              </tr>
            </thead>
            <tbody>
              {said.map(({ topic, label, regions }) => (
                <tr key={topic}>
                  <th scope="row">
                    {label[lang]} <span class="muted">({words.count(regions.length)})</span>
                  </th>
                  <td>
                    <ul class="inline-list">
                      {regions.map(({ code, name, latestOn, findingIds }) => (
                        <li key={code}>
                          <a href={`#${findingIds.at(-1)!}`}>
                            {name} <span class="numeric">{latestOn}</span>
                          </a>
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
