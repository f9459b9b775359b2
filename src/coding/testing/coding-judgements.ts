/**
 * Texts that nobody has coded before (areas, companies, clusters, in both languages) with the themes that a reader of
 * the field would give them. Written before the terms were tuned; every second row, from the second, is for testing
 * only. Each row is: text | required themes | further accepted themes.
 */
const rows = `
Fossilfri stålproduktion | gruvor-och-metall | tillverkning, miljo-och-klimat
Vätgasens värdekedjor | energi |
Elektrifierade transporter | transport-och-logistik | energi
Precisionsmedicin och avancerade terapier | halsa-och-life-science |
Äldres hälsa i hemmet | halsa-och-life-science, valfard-och-omsorg | samhallsbyggnad-och-boende
Batteritillverkning och återvinning | energi, miljo-och-klimat | tillverkning, material
Vattenbruk och sjömat | hav-och-vatten, livsmedel |
Innovativt träbyggande | skog-och-bioekonomi, samhallsbyggnad-och-boende |
Förnybara drivmedel ur skogsrester | energi, skog-och-bioekonomi | miljo-och-klimat
Trygga och motståndskraftiga samhällen | sakerhet-och-beredskap | samhallsbyggnad-och-boende, valfard-och-omsorg
Filmregionen | kultur-och-kreativa-naringar |
Gamingindustri | visualisering-och-spel |
Maskininlärning för processindustrin | ai-och-automation, tillverkning | digitalisering
Metallåtervinning | gruvor-och-metall, miljo-och-klimat |
Cirkulära textilflöden | textil-och-inredning, miljo-och-klimat |
Vindkraft till havs | energi, hav-och-vatten |
Datahallar och spillvärme | digitalisering, energi |
Distansarbete och nya arbetssätt | arbetsliv-och-kompetens | digitalisering
Kvinnors företagande | innovation-och-foretagande | arbetsliv-och-kompetens
Drönare för skogsbruket | rymd-och-flyg, skog-och-bioekonomi | ai-och-automation
Medtech och diagnostik | halsa-och-life-science |
Krisberedskap och civilt försvar | sakerhet-och-beredskap |
Halvledare och fotonik | material | digitalisering
Kommunala tjänster med AI | ai-och-automation | valfard-och-omsorg, digitalisering
Skidturism och fjällupplevelser | besoksnaring |
Världsarv och kulturturism | kultur-och-kreativa-naringar, besoksnaring |
Närodlad mat och lokala råvaror | livsmedel |
Läkemedelsproduktion | halsa-och-life-science | tillverkning
Fartygskonstruktion och gröna hamnar | hav-och-vatten | transport-och-logistik, miljo-och-klimat
Gruvdrift på djupet | gruvor-och-metall |
Kylteknik och värmepumpar | energi |
Kollektivtrafik på landsbygden | transport-och-logistik, samhallsbyggnad-och-boende |
Prefabricerade trähus | skog-och-bioekonomi, samhallsbyggnad-och-boende | tillverkning
Möbelformgivning | textil-och-inredning, kultur-och-kreativa-naringar |
Glasriket och konsthantverk | kultur-och-kreativa-naringar | material, besoksnaring
Satellitdata för jordbruket | rymd-och-flyg, livsmedel | digitalisering
Rening av dricksvatten | hav-och-vatten | miljo-och-klimat, livsmedel
Snö, is och vintertester | test-och-demonstration |
Fordonsprovning | test-och-demonstration, transport-och-logistik |
Kliniska prövningar | halsa-och-life-science | test-och-demonstration
Avfallshantering och biogas | miljo-och-klimat, energi |
Livslångt lärande | arbetsliv-och-kompetens |
Socialt företagande | innovation-och-foretagande | valfard-och-omsorg
Bank och försäkring på nya sätt | handel-och-tjanster |
Handelsutveckling i stadskärnan | handel-och-tjanster, samhallsbyggnad-och-boende |
Sömnad och konfektion | textil-och-inredning |
Pappersförpackningar | skog-och-bioekonomi |
Svetsteknik och robotisering | tillverkning, ai-och-automation |
Verktygsmaskiner | tillverkning |
Lastbilar utan förare | transport-och-logistik, ai-och-automation |
Godsnav och torrhamn | transport-och-logistik | hav-och-vatten
Batteridrivet flyg | rymd-och-flyg, energi | transport-och-logistik
Klimatanpassad stadsplanering | miljo-och-klimat, samhallsbyggnad-och-boende |
Välbefinnande och psykisk hälsa | halsa-och-life-science |
Digitala läromedel | digitalisering, arbetsliv-och-kompetens |
Röntgenteknik för materialforskning | material | halsa-och-life-science, test-och-demonstration
Bergteknik och tunnelbyggande | gruvor-och-metall, samhallsbyggnad-och-boende |
Sensorteknik | digitalisering |
Elektronikproduktion | digitalisering, tillverkning |
Musikexport | kultur-och-kreativa-naringar, handel-och-tjanster |
Jakt och fiske som upplevelse | besoksnaring | hav-och-vatten, skog-och-bioekonomi
Bryggerier och mathantverk | livsmedel | kultur-och-kreativa-naringar
Kemikalier ur biomassa | material, skog-och-bioekonomi |
Avancerade polymerer | material |
Smarta elnät | energi |
Kärnteknik | energi |
Inkubatorer och riskkapital | innovation-och-foretagande |
Jämställd tillväxt | arbetsliv-och-kompetens |
E-legitimation och offentlig förvaltning | digitalisering | valfard-och-omsorg, sakerhet-och-beredskap
Sjöräddning | sakerhet-och-beredskap, hav-och-vatten |
Brandsäkra byggnader | sakerhet-och-beredskap, samhallsbyggnad-och-boende |
Växtbaserade proteiner | livsmedel |
Djurhälsa och veterinärmedicin | halsa-och-life-science | livsmedel
Kvantdatorer | digitalisering |
Naturreservat och artrikedom | miljo-och-klimat | besoksnaring
Ytbehandling av metaller | material, gruvor-och-metall | tillverkning
Additiv tillverkning i metall | tillverkning, gruvor-och-metall | material
Skogsmaskiner | skog-och-bioekonomi, tillverkning |
Bemanning och rekrytering | arbetsliv-och-kompetens | handel-och-tjanster
Vi syr arbetskläder åt sjukhus | textil-och-inredning, halsa-och-life-science | arbetsliv-och-kompetens
Vi bygger broar och vägar | samhallsbyggnad-och-boende, transport-och-logistik |
Åkeri med kylbilar | transport-och-logistik | livsmedel
Programutveckling för banker | digitalisering, handel-och-tjanster |
Tillverkar hydraulcylindrar till grävmaskiner | tillverkning |
Campingplats vid havet | besoksnaring | hav-och-vatten
Ostronodling | hav-och-vatten, livsmedel |
Chark och färdigrätter | livsmedel |
Hemtjänst och personlig assistans | valfard-och-omsorg |
Hyvleri och brädgård | skog-och-bioekonomi |
Solpaneler på villatak | energi | samhallsbyggnad-och-boende
Tandläkare | halsa-och-life-science |
Arkitektkontor | samhallsbyggnad-och-boende | kultur-och-kreativa-naringar
Elinstallationer | energi | samhallsbyggnad-och-boende
Plastdetaljer genom formsprutning | material | tillverkning
Turbussar och taxi | transport-och-logistik | besoksnaring
Webbyrå som bygger hemsidor | digitalisering | handel-och-tjanster
Fiskodling i bassänger på land | hav-och-vatten, livsmedel |
Laserskärning i plåt | tillverkning | gruvor-och-metall, material
Bostadsbolag | samhallsbyggnad-och-boende |
Vandrarhem med spa | besoksnaring |
Förlag som ger ut barnböcker | kultur-och-kreativa-naringar |
Gjuteri för aluminiumdelar | gruvor-och-metall, tillverkning | material
Ägg från frigående höns | livsmedel |
Restaurangskola | livsmedel, arbetsliv-och-kompetens | besoksnaring
Återvinner elektronikskrot | miljo-och-klimat | digitalisering
Konsulter inom vatten och avlopp | hav-och-vatten | handel-och-tjanster, samhallsbyggnad-och-boende, miljo-och-klimat
Larm och bevakning | sakerhet-och-beredskap |
Blue growth and maritime clusters | hav-och-vatten |
Circular bioeconomy | skog-och-bioekonomi, miljo-och-klimat |
Agri-food and gastronomy | livsmedel |
Cultural heritage tourism | kultur-och-kreativa-naringar, besoksnaring |
Offshore wind | energi, hav-och-vatten |
Smart mobility | transport-och-logistik |
Photonics and microelectronics | digitalisering | material
Aerospace and defence | rymd-och-flyg, sakerhet-och-beredskap |
Personalised medicine and diagnostics | halsa-och-life-science |
Digital health and ageing well | halsa-och-life-science, digitalisering | valfard-och-omsorg
Sustainable construction | samhallsbyggnad-och-boende | miljo-och-klimat
Advanced manufacturing and robotics | tillverkning, ai-och-automation |
Artificial intelligence for public services | ai-och-automation | valfard-och-omsorg
Fashion and creative industries | textil-och-inredning, kultur-och-kreativa-naringar |
Hydrogen economy | energi |
Raw materials and mining | gruvor-och-metall | material
Forest industry and wood products | skog-och-bioekonomi | tillverkning
Cold climate testing of cars | test-och-demonstration, transport-och-logistik |
Nanotechnology and new materials | material |
Social economy and inclusion | arbetsliv-och-kompetens | innovation-och-foretagande, valfard-och-omsorg
Water technology | hav-och-vatten |
Logistics hubs | transport-och-logistik |
Battery value chain | energi |
Cybersecurity | sakerhet-och-beredskap | digitalisering
Audiovisual and games industry | visualisering-och-spel | kultur-och-kreativa-naringar
Skills for the green transition | arbetsliv-och-kompetens, miljo-och-klimat |
Entrepreneurial discovery and start-ups | innovation-och-foretagande |
Packaging from paper | skog-och-bioekonomi |
Waste management | miljo-och-klimat |
Fisheries and aquaculture | hav-och-vatten | livsmedel
Sport tech | besoksnaring | digitalisering
Wooden multi-storey buildings | skog-och-bioekonomi, samhallsbyggnad-och-boende |
Clean energy and grid storage | energi | miljo-och-klimat
Chemical industry transformation | material | tillverkning
Pharmaceuticals | halsa-och-life-science |
Metal processing | gruvor-och-metall | tillverkning
E-commerce | handel-och-tjanster | digitalisering
Autonomous vessels at sea | ai-och-automation, hav-och-vatten | transport-och-logistik
Virtual reality training | visualisering-och-spel, arbetsliv-och-kompetens |
Rail systems | transport-och-logistik |
Framtidens smarta lösningar | |
Regionen växer tillsammans | |
Advanced solutions for tomorrow | |
Strategi för hållbar utveckling | | miljo-och-klimat
Nya produkter och tjänster | | handel-och-tjanster
Ett starkt kluster | |
Livsmedell | livsmedel |
Bessöksnäring | besoksnaring |
Digitalisring av sjukvårdn | digitalisering, halsa-och-life-science |
Bioekonmi | skog-och-bioekonomi |
Tilverkningsindustri | tillverkning |
Halsa och valfard | halsa-och-life-science, valfard-och-omsorg |
`

export interface CodingJudgement {
  text: string
  must: readonly string[]
  may: readonly string[]
}

const listOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
export const readCodingJudgements = (text: string): CodingJudgement[] =>
  text
    .trim()
    .split('\n')
    .map((row) => row.split('|'))
    .map(([text, must, may]) => ({ text: text!.trim(), must: listOf(must), may: listOf(may) }))

const all = readCodingJudgements(rows)

export const codingJudgements = {
  tuning: all.filter((_, at) => at % 2 === 0),
  test: all.filter((_, at) => at % 2 === 1),
}

/** Precision and recall over all texts together; accepted themes that are not required count neither way. */
export function measureCoding(
  judgements: readonly CodingJudgement[],
  code: (text: string) => readonly { themeId: string }[],
): { precision: number; recall: number; f1: number } {
  let right = 0
  let wrong = 0
  let missed = 0
  for (const { text, must, may } of judgements) {
    const given = new Set(code(text).map(({ themeId }) => themeId))
    right += must.filter((id) => given.has(id)).length
    missed += must.filter((id) => !given.has(id)).length
    wrong += [...given].filter((id) => !must.includes(id) && !may.includes(id)).length
  }
  const precision = right / (right + wrong)
  const recall = right / (right + missed)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}
