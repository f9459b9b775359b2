import { definePage } from '../../frame/page.ts'
import type { PageContext } from '../../frame/page.ts'
import { aboutAddress } from './about.address.ts'

export const aboutPage = definePage({
  ...aboutAddress,
  menu: { where: 'footer', place: 7, label: { sv: 'Om', en: 'About' } },
  /** Which state of the registry the atlas shows, read like any other fact, so that a kept page is never behind it. */
  read: ({ snapshot }) => ({ snapshotId: snapshot.id }),
  render: (context, { snapshotId }) =>
    context.lang === 'sv'
      ? {
          title: 'Om Spets',
          description: 'Vad Spets är, varifrån uppgifterna kommer och hur de får användas.',
          body: <Swedish context={context} snapshotId={snapshotId} />,
        }
      : {
          title: 'About Spets',
          description: 'What Spets is, where the data come from and how they may be used.',
          body: <English context={context} snapshotId={snapshotId} />,
        },
})

interface Props {
  context: PageContext
  snapshotId: string
}

function Swedish({ context, snapshotId }: Props) {
  const { paths } = context
  return (
    <article class="prose">
      <header class="page-head">
        <h1>Om Spets</h1>
        <p class="lead">
          Spets är en öppen atlas över smart specialisering i Sveriges 21 regioner: vad de satsar på, med egna ord, varifrån
          uppgiften kommer och hur valen har ändrats.
        </p>
      </header>
      <h2>Varifrån det började</h2>
      <p>
        I januari 2018 visades en presentation i Luleå:{' '}
        <a href={paths.to('source', { id: 'deck-2018-01-31' })}>Smart specialisering i 21 regioner</a>. Den listade varje regions
        områden, vad som hörts i dialoger med regionerna och vad de önskade av den nationella nivån. Spets är den bilden som ett
        levande register.
      </p>
      <h2>Så här läser du atlasen</h2>
      <ul>
        <li>
          <strong>Regionens egna ord först.</strong> Områdets namn återges som i källan, även när det är felstavat där. Har vi
          rättat ett namn så visas båda.
        </li>
        <li>
          <strong>Datum och källa på allt.</strong> Vid varje uppgift står varifrån den kommer. Är datumet osäkert så står det.
        </li>
        <li>
          <strong>Två tider.</strong> Registret minns både när något gällde och när det blev känt. Överst på varje sida kan du
          välja en annan dag.
        </li>
        <li>
          <strong>Förslag är märkta.</strong> Teman och samband mellan listor föreslås av maskinen, med skälet utskrivet. De
          gäller som förslag tills en människa har bekräftat dem.
        </li>
        <li>
          <strong>Okänt är inte noll.</strong> Finns ingen nyare lista står det så. Det betyder inte att regionen saknar strategi.
        </li>
        <li>
          <strong>Ingen rangordning.</strong> Breda områden, tidiga val och olikheter är fakta, inte fel.
        </li>
      </ul>
      <h2>Smala saker som är bra att veta</h2>
      <p>
        Regionerna beskrivs på länsnivå (NUTS 3). <a href={paths.to('periods')}>Programperioderna</a> är EU:s. Temana är vår egen
        indelning. De engelska översättningarna av områdenas namn är våra, inte regionernas.
      </p>
      <SwedishUse paths={paths} />
      <SnapshotName context={context} snapshotId={snapshotId} />
    </article>
  )
}

function English({ context, snapshotId }: Props) {
  const { paths } = context
  return (
    <article class="prose">
      <header class="page-head">
        <h1>About Spets</h1>
        <p class="lead">
          Spets is an open atlas of smart specialisation in Sweden’s 21 regions: what they build on, in their own words, where
          each statement comes from and how the choices have changed.
        </p>
      </header>
      <h2>Where it began</h2>
      <p>
        In January 2018 a slide deck was shown in Luleå:{' '}
        <a href={paths.to('source', { id: 'deck-2018-01-31' })}>Smart specialisation in 21 regions</a>. It listed each region’s
        areas, what was heard in dialogues with the regions, and what they wished of the national level. Spets is that picture as
        a living register.
      </p>
      <h2>How to read the atlas</h2>
      <ul>
        <li>
          <strong>The region’s own words first.</strong> An area’s name is given as in the source, misspellings and all. Where we
          have corrected a name, both are shown.
        </li>
        <li>
          <strong>A date and a source on everything.</strong> Each statement says where it comes from. Where a date is unsure, it
          says so.
        </li>
        <li>
          <strong>Two times.</strong> The register remembers when something held and when it became known. At the top of every
          page you can choose another day.
        </li>
        <li>
          <strong>Suggestions are marked.</strong> Themes and links between lists are suggested by the machine, with the reason
          given. They stay suggestions until a person confirms them.
        </li>
        <li>
          <strong>Unknown is not nothing.</strong> Where no newer list is known, it says so. That does not mean that the region
          has no strategy.
        </li>
        <li>
          <strong>No ranking.</strong> Broad areas, early choices and differences are facts, not faults.
        </li>
      </ul>
      <h2>Small things worth knowing</h2>
      <p>
        Regions are described at county level (NUTS 3). The <a href={paths.to('periods')}>programme periods</a> are the EU’s. The
        themes are our own. English translations of the areas’ names are ours, not the regions’.
      </p>
      <EnglishUse paths={paths} />
      <SnapshotName context={context} snapshotId={snapshotId} />
    </article>
  )
}

/** The only place where readers are shown which state of the registry it is. */
function SnapshotName({ context: { lang, time }, snapshotId }: Props) {
  const label = lang === 'sv' ? 'Ögonblicksbild' : 'Snapshot'
  return (
    <p class="numeric muted">
      {label} {snapshotId.slice(0, 12)} · {time.validAt}
    </p>
  )
}

function SwedishUse({ paths }: Pick<PageContext, 'paths'>) {
  return (
    <>
      <h2>Använd uppgifterna</h2>
      <p>
        Allt går att ladda ned: varje tabell som CSV och JSON, och allt genom ett <a href={paths.to('api')}>öppet API</a>.
        Faktauppgifterna är fria att använda (CC0); ange gärna källan. Programmet är fri programvara under EUPL 1.2. Kartans
        gränser kommer från Natural Earth (fri användning).
      </p>
      <h2>Integritet</h2>
      <p>
        Den som läser får inga kakor (en kaka sätts bara när någon loggar in). Sidan laddar inget från andra webbplatser och mäter
        inte vem du är. Väljer du ljust eller mörkt läge sparas det i din egen webbläsare.
      </p>
      <h2>Är något fel?</h2>
      <p>
        Varje uppgift har en <a href={paths.to('sources')}>källa</a> och en historik. Hör av dig till den som driver den här
        installationen; rättelser blir nya versioner, och det gamla finns kvar att se.
      </p>
    </>
  )
}

function EnglishUse({ paths }: Pick<PageContext, 'paths'>) {
  return (
    <>
      <h2>Use the data</h2>
      <p>
        All of it can be downloaded: every table as CSV and JSON, and everything through an <a href={paths.to('api')}>open API</a>
        . The facts are free to use (CC0); please name the source. The program is free software under the EUPL 1.2. The map’s
        boundaries come from Natural Earth (public domain).
      </p>
      <h2>Privacy</h2>
      <p>
        Readers get no cookies (one is set only when somebody signs in). The site loads nothing from other sites and does not
        track who you are. If you choose light or dark, the choice is kept in your own browser.
      </p>
      <h2>Something wrong?</h2>
      <p>
        Every statement has a <a href={paths.to('sources')}>source</a> and a history. Write to whoever runs this installation;
        corrections become new versions, and what stood before can still be seen.
      </p>
    </>
  )
}
