// Words for made-up companies, in Swedish: short lists whose combinations are many.

const list = (words: string): readonly string[] => words.trim().split(/\s+/)
const phrases = (text: string): readonly string[] => text.trim().split(/\s*\|\s*/)

/** First parts of compounds, with their joint: "trä" + "produkter", "lantbruks" + "maskiner". */
export const firstParts = list(`
  trä stål metall plast glas betong sten sågverks skogs träd virkes möbel inrednings fönster dörr golv tak fasad hus villa bygg mark väg bro tunnel
  schakt rör värme kyl ventilations el sol vind vatten biogas vätgas batteri kraft fjärrvärme laddnings energi bränsle elfordons fordons lastbils buss
  cykel båt fartygs flyg rymd drönar järnvägs tåg spår hamn logistik lager transport bud flytt post livsmedels mejeri ost bröd bageri kött chark fisk
  skaldjurs grönsaks potatis bär frukt havre spannmåls växt trädgårds lantbruks stall häst hund djur veterinär foder bi honungs dryck öl vin kaffe te
  vård omsorgs hälso sjukvårds tand ögon hörsel rehab läkemedels medicin bioteknik diagnos lab laboratorie cell gen protes patient äldre barn skol
  förskole utbildnings språk kurs bok tryckeri reklam film musik spel teater konst mode textil kläd sko smycke kultur turist hotell camping rese
  upplevelse äventyrs skid fiske jakt golf tränings idrotts event konferens mat restaurang catering städ fastighets bostads hyres mäklar bank
  försäkrings löne redovisnings revisions skatte juridik patent rekryterings bemannings konsult data it moln webb app program spel säkerhets larm lås
  bevaknings nät fiber telekom radio antenn sensor kamera bild ljud robot maskin verktygs svets verkstads gjuteri ytbehandlings lack färg kemi
  gummi papper massa förpacknings kartong återvinnings avfalls miljö klimat jord sanerings avlopps grus gruv malm mineral berg borr spräng mät
  kart geo satellit simulerings ai beräknings analys forsknings innovations prototyp design ritnings arkitekt vvs hiss port staket pool sauna kök
  bad belysnings lamp skylt uniforms arbets skydds brand räddnings försvars vapen fisknät segel motor växellåds pump ventil filter turbin generator
  transformator kabel krets halvledar elektronik optik laser`)

/** Last parts of compounds in the forms that registers use. */
export const lastParts = list(`
  produkter produkt produktion tillverkning system systemet lösningar lösning teknik tekniken utrustning maskiner maskin anläggningar anläggning
  komponenter komponent material delar reservdelar tillbehör verktyg redskap varor artiklar tjänster tjänst service underhåll reparationer reparation
  installationer installation montage montering renovering byggnation projektering konstruktion konstruktioner design utveckling rådgivning utbildning
  kurser uthyrning försäljning handel import export grossist butik butiker verkstad verkstäder firma företag entreprenad entreprenader arbeten arbete
  transporter frakt förvaltning förvaltningen drift styrning reglering mätning mätningar provning provtagning analyser analys besiktning kontroll
  kontroller säkerhet övervakning programvara mjukvara plattform plattformar appar portal tjänsterna modeller data statistik forskning laboratorium
  förädling odling uppfödning skötsel plantering avverkning gallring hyvling sågning svetsning gjutning bearbetning målning lackering rengöring
  sanering återvinning återbruk hantering lagring distribution förpackningar emballage inredning möbler kläder textilier mat rätter drycker
  upplevelser resor guidning aktiviteter evenemang produktioner förmedling bemanning rekrytering coachning terapi behandling behandlingar vård
  omsorg boende rehabilitering diagnostik implantat hjälpmedel instrument sensorer robotar fordon båtar motorer batterier paneler pumpar ventiler filter
  rör kablar skåp hallar hus stugor byggnader element moduler profiler plåt detaljer prototyper ritningar beräkningar simuleringar`)

export const adjectives = list(`
  egna moderna skräddarsydda begagnade ekologiska närproducerade hållbara digitala smarta uppkopplade automatiserade specialanpassade prisvärda
  handgjorda kompletta avancerade robusta energisnåla miljövänliga certifierade kundanpassade mobila modulära svenskproducerade exklusiva klassiska
  lokala småskaliga storskaliga industriella medicinska tekniska elektriska hydrauliska mekaniska biobaserade fossilfria cirkulära återvunna
  trådlösa självkörande interaktiva pedagogiska marina nordiska tunga lätta fina enklare`)

export const openers = phrases(`
  Vi tillverkar | Vi utvecklar | Vi säljer och monterar | Vi erbjuder | Vi hyr ut | Vi importerar | Vi reparerar | Vi installerar | Vi bygger | Vi levererar
  | Vi producerar | Vi konstruerar | Vi utför | Vi arbetar med | Vi hjälper kunder med | Vi projekterar | Vi driver | Vi specialiserar oss på
  | Bolaget ska bedriva verksamhet inom | Bolaget skall bedriva handel med | Föremålet för bolagets verksamhet är | Bolaget tillhandahåller
  | Företaget utvecklar och säljer | Företaget bedriver | Firman utför | Familjeföretag med inriktning på | Konsultverksamhet inom | Enskild firma inom
  | Butik och nätförsäljning av | Mindre verkstad för | Tillverkning och försäljning av | Uthyrning av | Utveckling av | Grossist för | Underleverantör av
  | Specialister på | Startup inom | Forskningsnära bolag inom | Ett team som arbetar med | Nystartat bolag som säljer | Legotillverkning av | Import av
  | Förening som ordnar | Lantbruk med | Gård med | Entreprenör inom | Byrå för | Kooperativ för | Agentur för | Service och underhåll av`)

export const links = phrases(`
  och | samt | , | , även | och även | tillsammans med | men också | , dessutom | i kombination med | kompletterat med | jämte | liksom | till exempel | särskilt`)

export const customers = phrases(`
  till kommuner och regioner | åt lantbruk och skogsägare | för industrin | till privatpersoner | åt bostadsrättsföreningar | för vården och omsorgen
  | till fordonsindustrin | för gruvor | åt hotell och restauranger | till dagligvaruhandeln | för skolor och förskolor | på export till Norge och Finland
  | åt byggföretag | till offentlig sektor | för båtägare | till sjukhus | åt små företag | för processindustrin | till livsmedelsproducenter
  | för fastighetsägare | åt energibolag | till elnätsföretag | för besökare året om | åt rederier | till försvaret | för transportörer | till flygbolag
  | för laboratorier | åt evenemang | till sågverk | för massabruk | i hela Norden | över hela landet | i egen regi | på uppdrag av andra
  | med egen montör | med leverans i hela länet | i liten skala | sedan tre generationer`)

export const closers = phrases(`
  samt därmed förenlig verksamhet | och därmed jämförlig verksamhet | äga och förvalta värdepapper | samt äga och förvalta fast och lös egendom
  | vi är åtta anställda | med två anställda | grundat på nittiotalet | med verkstad och lager | kunder över hela Europa | vi växer och söker personal
  | miljöcertifierade sedan länge | med kontor i två orter | sedan starten | vi har egen utveckling | drivs som familjeföretag | med F-skatt`)

export const english = phrases(`
  We develop | We manufacture | We sell | We provide | Design and production of | Consulting within | Research company working on | Wholesale of`)
export const englishThings = phrases(`
  wood products | battery systems | medical devices | software for hospitals | sensors for mining | forest machines | sustainable packaging | bio-based materials
  | wind power services | hydrogen storage | food ingredients | plant-based food | tourism experiences | games and simulation | autonomous vehicles
  | industrial robots | steel components | water treatment | indoor climate | smart grids | test equipment | satellite data | cyber security | drug discovery
  | diagnostics | e-health tools | furniture | prefabricated houses | electric boats | railway maintenance | logistics services | mobile apps | AI models
  | textile recycling | fish farming | dairy products | laser optics | semiconductor design | flight training | cancer research`)
export const englishBuyers = phrases(`
  for industry | for hospitals | for municipalities | in the Nordic countries | for the automotive sector | for farmers | worldwide | for small companies
  | for mines | for schools | on a subscription | with local partners`)

/** Syllables of made-up names: no two companies are called the same. */
export const nameBegins = list(
  'Nor Syd Väst Öst Al Berg Lind Ek Björk Sten Ström Hav Fjäll Sol Vin Kal Mar Tor Ve Hel Sand Dal Ros Käll Gran Al As Bro Var Löv',
)
export const nameMiddles = list('a e o i ber den ler ma ta ri na ve lo sta dra ki ne va su')
export const nameEnds = list(
  'via tek mark dal gruppen verken co mek bo lund sson ström berg vik form tec bygg data plast fors skog',
)
export const legalForms = list('AB HB KB AB AB AB')
