import { RegionMap } from '../../charts/region-map.tsx'
import { EditionBlock } from '../../frame/edition-parts.tsx'
import type { Embed, PageContext } from '../../frame/page.ts'
import type { RegionRef, RegionShape } from '../../../shapes/shapes.ts'
import { regionText } from './region.text.ts'

/** A heading, and a row an area. */
export const regionEmbedHeight = ({ current }: RegionShape): number => 350 + 92 * (current?.priorities.length ?? 0)

/** "Våra områden" for a region's or a municipality's own site: the map, what the list is, and its areas in the region's words. */
export function regionEmbed(
  context: PageContext,
  { region, onMap, lead }: { region: RegionShape; onMap: readonly RegionRef[]; lead: string },
): Embed {
  const text = regionText[context.lang]
  const { current } = region
  return {
    title: region.name,
    height: regionEmbedHeight(region),
    body: (
      <article class="embed-region">
        <header>
          <div>
            <p class="eyebrow">{region.regionName}</p>
            <h1>{region.name}</h1>
            <p class="lead">{lead}</p>
          </div>
          <RegionMap
            code={region.code}
            regions={onMap}
            hrefOf={({ slug }) => context.paths.to('region', { slug })}
            description={text.mapDescription(region.name)}
          />
        </header>
        {current ? <EditionBlock context={context} edition={current} /> : <p class="empty">{text.leadNone(region.name)}</p>}
      </article>
    ),
  }
}
