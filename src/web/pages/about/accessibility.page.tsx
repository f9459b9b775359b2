import { definePage } from '../../frame/page.ts'
import { accessibilityAddress } from './accessibility.address.ts'

export const accessibilityPage = definePage({
  ...accessibilityAddress,
  menu: { where: 'footer', place: 6, label: { sv: 'Tillgänglighet', en: 'Accessibility' } },
  read: () => null,
  render: ({ lang }) =>
    lang === 'sv'
      ? {
          title: 'Tillgänglighet',
          description: 'Hur tillgänglig webbplatsen är, hur det är prövat och hur du säger till om brister.',
          body: <Swedish />,
        }
      : {
          title: 'Accessibility',
          description: 'How accessible the site is, how that was tested, and how to report shortcomings.',
          body: <English />,
        },
})

function Swedish() {
  return (
    <article class="prose">
      <h1>Tillgänglighet</h1>
      <p class="lead">
        Alla ska kunna använda Spets. Målet är att följa WCAG 2.2 på nivå AA, som lagen om tillgänglighet till digital offentlig
        service pekar på.
      </p>
      <h2>Så fungerar det</h2>
      <ul>
        <li>Allt går att läsa utan JavaScript och att nå med tangentbordet.</li>
        <li>Kartan är en bild med en mening som säger vad den visar. Listan bredvid gör allt som kartan gör.</li>
        <li>Färg bär aldrig en uppgift ensam; tecken och ord säger detsamma.</li>
        <li>
          Sidorna går att förstora till 400 % och läsa på en smal skärm utan att rulla i sidled. Breda tabeller och diagrammet
          över listornas historia rullar i en egen ruta, och diagrammet finns också som tabell.
        </li>
        <li>Rörelse stängs av när du bett din dator om det, och sidorna följer valet av ljust, mörkt eller hög kontrast.</li>
      </ul>
      <h2>Så har vi prövat</h2>
      <p>
        Varje sida prövas automatiskt, på båda språken och i ljust och mörkt läge, med axe och html-validate vid varje ändring.
        Tangentbord och smala skärmar prövas i en riktig webbläsare. Det är vår egen bedömning; ingen utomstående har granskat
        webbplatsen, och den är inte prövad av användare med skärmläsare än.
      </p>
      <h2>Kända brister</h2>
      <ul>
        <li>
          Områdenas namn står på svenska också på de engelska sidorna när regionen bara gett dem på svenska; de är märkta med
          språk så att skärmläsare uttalar dem rätt.
        </li>
        <li>Källorna som vi länkar till ligger på andras webbplatser och kan ha brister vi inte råder över.</li>
      </ul>
      <h2>Säg till</h2>
      <p>
        Hittar du en brist: hör av dig till den som driver den här installationen. Är du inte nöjd med svaret kan du anmäla till
        Myndigheten för digital förvaltning, som har tillsyn.
      </p>
    </article>
  )
}

function English() {
  return (
    <article class="prose">
      <h1>Accessibility</h1>
      <p class="lead">
        Everybody should be able to use Spets. The aim is to meet WCAG 2.2 at level AA, which Swedish law on accessible public
        digital services points to.
      </p>
      <h2>How it works</h2>
      <ul>
        <li>Everything can be read without JavaScript and reached with the keyboard.</li>
        <li>The map is a picture with a sentence that says what it shows. The list beside it does all that the map does.</li>
        <li>Colour never carries a fact alone; signs and words say the same.</li>
        <li>
          Pages can be enlarged to 400% and read on a narrow screen without sideways scrolling. Wide tables and the diagram of the
          lists’ history scroll in a box of their own, and the diagram is there as a table too.
        </li>
        <li>
          Motion is off when you have asked your computer for that, and pages follow the choice of light, dark or high contrast.
        </li>
      </ul>
      <h2>How it was tested</h2>
      <p>
        Every page is tested automatically, in both languages and in light and dark, with axe and html-validate at every change.
        Keyboard and narrow screens are tested in a real browser. This is our own assessment; nobody outside has reviewed the
        site, and it has not been tested by users of screen readers yet.
      </p>
      <h2>Known shortcomings</h2>
      <ul>
        <li>
          Names of areas stand in Swedish on English pages too where the region has given them in Swedish only; they are marked
          with their language so that screen readers pronounce them rightly.
        </li>
        <li>The sources we link to are on other people’s sites and may have faults that we cannot mend.</li>
      </ul>
      <h2>Tell us</h2>
      <p>
        If you find a fault, write to whoever runs this installation. If you are not content with the answer, you can turn to the
        Swedish Agency for Digital Government, which supervises the law.
      </p>
    </article>
  )
}
