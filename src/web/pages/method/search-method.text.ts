import type { Texts } from '../../../records/language.ts'

interface Part {
  heading: string
  paragraphs: readonly string[]
}

const sv = {
  title: 'Så läser, söker och matchar Spets',
  description: 'Hur Spets förslår teman, rangordnar sökträffar, jämför prioriteringar och hittar samarbeten, med felkällor.',
  lead: 'Allt är beräkningar på ord, samma svar varje gång, utan nät och utan språkmodeller. Varje förslag säger vilka ord som gav det. Här står hur det går till, och var det brukar gå fel.',
  tryHeading: 'Prova på en egen text',
  tryHelp: 'Skriv en prioritering, ett projekt eller vad ett företag gör, på svenska eller engelska. Inget sparas.',
  tryLabel: 'Text',
  tryShow: 'Visa hur den läses',
  parts: [
    {
      heading: 'Teman och begrepp',
      paragraphs: [
        'Spets har ett eget ordsystem: 24 teman med smalare begrepp under sig. Varje tema och begrepp har ord och fraser på svenska och engelska. Begrepp kan höra till flera teman (havsbaserad vindkraft hör till både energi och hav), och pekar på koder i SNI 2007, forskningsämnen (FORD) och mål i Agenda 2030.',
        'En text delas i ord. Ord böjs tillbaka till sin stam, sammansättningar delas (”skolmöbeltillverkning”), ord som hänger på bindestreck fylls i, och felstavade ord läses som det ord de mest liknar; ord som finns i en svensk eller engelsk ordlista rättas aldrig. Ett ord i en längre fras talar bara för frasen: ”artificiell intelligens” säger inget om underrättelser.',
        'En fras säger 0,9 om sitt ämne, ett helt ord 0,8, en del av en sammansättning 0,7 (0,4 om delen står långt före slutet), en rättad stavning 0,6, och ord märkta som svaga drygt hälften så mycket. Säkerheten är 1 − Π(1 − styrka) över de ord som hittades. Under 0,42 föreslås inget.',
        'Vad ett område som helhet gäller läses ur namnet, beskrivningen och det som står i uppgifterna om det. Beskrivningen kan lägga till ett tema eller ta bort ett som namnet bara antyder; vikterna är anpassade till områden som bedömts i blindo. Varje tema har en kärna av avdelningar i SNI, forskningsämnen, slag och globala mål. Står temat bredvid ett annat ger det bara det som det ger varje område; ett begrepp i namnet kan smalna av kärnan, och det som namnet eller beskrivningen nämner läggs till om temat känner det. Under 0,4 föreslås ingen kod. Slaget är det som står i uppgifterna, annars det som ordens tecken, temana och begreppen talar för. Det som inte kan mätas säger varför: ett arbetssätt finns i alla branscher. Allt är förslag tills en människa har beslutat: det som bekräftas räknas som säkert, det som avvisas räknas inte alls, och båda syns. Beslut fattas på områdets sida för granskning; vad som väntar står under Att granska.',
      ],
    },
    {
      heading: 'Sökning',
      paragraphs: [
        'Varje ord i frågan kan möta en post på flera sätt, i fallande ordning: samma ord (1), samma stam (0,9), långform av en förkortning (0,8), ordets början medan man skriver (0,75), samma begrepp i ordsystemet (0,7, mindre för närliggande begrepp), del av sammansättning (0,62), rättad stavning (0,55), samma tema (0,5), utan prickar (0,5).',
        'Mötet väger mer ju ovanligare det är bland posterna, och rubriken väger mer än brödtexten. Det som frågan nämner men posten saknar drar ned, i kvadrat. Utfyllnadsord som ”smart”, ”hållbar” och ”avancerad” väger lite. Poster som inte längre gäller kommer något längre ned.',
        'Den som skriver ”halsa” får hälsa, men den som skriver ”hälsa” får inte ”halsa”. Hittas inget prövas närliggande teman.',
      ],
    },
    {
      heading: 'Hur lika två prioriteringar är',
      paragraphs: [
        'Likheten har två delar: ord (gemensamma stammar, där utfyllnadsord väger lite) och ämnen (teman och begrepp, där närliggande ämnen räknas delvis: samma 1; ett direkt under det andra 0,7; under samma begrepp 0,5; bredvid varandra 0,55; samma tema 0,15). De talen är anpassade till par som bedömts i blindo.',
        'Två texters likhet är 1 − (1 − 0,85 · ämnen) · (1 − 0,7 · ord). För områden med beskrivning vägs dessutom samman, med anpassade vikter: ämnena, också beskrivningens; samma avdelningar i SNI; samma forskningsämnen; och gemensamma ord i namn och beskrivning, de ovanliga mest. 1 är samma område i vilka ord som helst, 0,5 angränsande, 0,25 en tråd: en metod och det den tjänar. Gemensamma utfyllnadsord ensamma ger nästan inget; olika ord för samma sak ger mycket. Skälet skrivs alltid ut.',
      ],
    },
    {
      heading: 'Samarbeten mellan regioner',
      paragraphs: [
        '”Liknande val” är par av prioriteringar med likhet minst 0,5, varje prioritering högst en gång. ”Kompletterar” är teman som den ena har och den andra saknar, men som i ordsystemet ligger intill något den andra har. De tre regioner som har mest att tala om nämns först, i bokstavsordning, för det är ingen tävling.',
        'När en tabell över näringar i regionerna är inläst visas också de fem regioner vars fördelning på näringar ligger närmast (Jensen–Shannons avstånd), och för varje partner näringar som den ena är specialiserad i (lokaliseringskvot minst 1) och den andra inte, med dem först som ligger närmast det den andra redan har (närhet till befintliga styrkor, räknad på vilka näringar som brukar finnas i samma regioner).',
        'Gruppsökaren provar alla grupper av den valda storleken och väljer dem som täcker flest teman, helst av två regioner var, och ligger nära varandra.',
      ],
    },
    {
      heading: 'Företag',
      paragraphs: [
        'Beskrivningen läses som all annan text, och SNI-koden pekar ut högst fyra begrepp genom ordsystemets koder och branschens eget namn (passar fler lika bra räknas bara temat). Ord som de flesta företag använder (”bygger”, ”kunder”, ”butik”) räknas till en fjärdedel när annat också sägs, och ett ord som upprepas räknas en gång. Vem något görs åt eller till (”detaljer till kök”) räknas till sex tiondelar, och ett verb läses som sitt substantiv (”svetsar” som svetsning) med styrkan 0,5. Det som nekas (”inte hus utan båtar”) räknas inte; längre omskrivningar förstås inte. Orden ska hålla med varandra: en betydelse som inget annat ord i texten ligger nära behåller tre tiondelar, och ord som kommer tidigt väger mest. Ett områdes poäng är hur stor del av texten det förklarar: roten ur det vägda medelvärdet av varje ords närhet till området, där närheten är den till områdets närmaste ämne eller 0,6 när området självt skriver ordet. Under 0,25 visas inget i den egna regionen, under 0,3 inget i andra, och inget under fyra tiondelar av det bästa. Yrken som behövs där folk bor (frisör, städning, butik, juridik; efter Delgado, Porter och Stern 2016) passar bara områden som nämner dem; är 38 procent av det lästa ett sådant yrke jämförs bara det. Ett kluster kräver två ord. ”Ligger nära” kräver ett gemensamt begrepp eller ord och minst 0,5; med bara temat i närheten står det att området kan ha med er att göra.',
        'Inget sparas. Texten står i sidans adress, som kan bli kvar i webbläsarens historik; vår egen logg skriver inte ned den delen av adressen, men det kan en server framför vår göra. Program kan skicka texten utan att den står i adressen.',
      ],
    },
    {
      heading: 'Var det brukar gå fel',
      paragraphs: [
        'Ord med flera betydelser (”plast” i plastikkirurgi, ”spel” i tandhjul), påhittade namn, och prioriteringar som bara består av utfyllnadsord (”Innovation i världsklass”) ger osäkra eller inga teman. Det systemet inte vet är sådant som bara den som känner regionen vet: att en regions ”Avancerad industri” främst är stål.',
        'Kvaliteten mäts mot egna bedömningar, delade i en halva som det arbetas mot och en som bara mäts. De ligger i källkoden (fixtures/judgements) och körs vid varje ändring.',
      ],
    },
  ] as readonly Part[],
}

export const searchMethodText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'How Spets reads, searches and matches',
    description: 'How Spets suggests themes, ranks hits, compares priorities and finds partners, and where it goes wrong.',
    lead: 'All of it is arithmetic on words: the same answer every time, offline, without language models. Every suggestion says which words caused it. This is how it is done, and where it tends to go wrong.',
    tryHeading: 'Try a text of your own',
    tryHelp: 'Write a priority, a project or what a business does, in Swedish or English. Nothing is stored.',
    tryLabel: 'Text',
    tryShow: 'Show how it is read',
    parts: [
      {
        heading: 'Themes and concepts',
        paragraphs: [
          'Spets has a thesaurus of its own: 24 themes with narrower concepts below them. Each theme and concept has words and phrases in Swedish and English. A concept may belong to several themes (offshore wind belongs to both energy and the sea), and points to codes of SNI 2007 (NACE Rev. 2), fields of research (FORD) and goals of Agenda 2030.',
          'A text is split into words. Words are brought back to their stems, Swedish compounds are split, words that hang on a hyphen are completed, and misspelt words are read as the word they are most like; words that stand in a Swedish or English dictionary are never corrected. A word within a longer phrase speaks for the phrase only.',
          'A phrase says 0.9 of its subject, a whole word 0.8, a part of a compound 0.7 (0.4 when it stands far before the end), a corrected spelling 0.6, and words marked as weak a little over half as much. The confidence is 1 − Π(1 − strength) over the words found. Below 0.42 nothing is suggested.',
          'What an area as a whole is about is read from its name, its description and its record. The description can add a theme, or take away one that the name only hints at; the weights are fitted on areas judged blind. Each theme has a core of divisions of SNI, fields of science, kinds and global goals. Beside another theme it gives only what it gives to any area; a concept of the name can narrow the core, and what the name or the description mentions is added if the theme knows it. Below 0.4 no code is suggested. The kind is the one in the record, or else what the signs of the words, the themes and the concepts speak for. What cannot be measured says why: a way of working is found in every industry. All of it is a suggestion until a person has decided: what is confirmed counts as certain, what is rejected does not count at all, and both are shown. Decisions are made on the area’s page for review; what waits stands under To review.',
        ],
      },
      {
        heading: 'Search',
        paragraphs: [
          'Each word of a query can meet a record in several ways, in falling order: the same word (1), the same stem (0.9), the long form of an abbreviation (0.8), the beginning of a word while one types (0.75), the same concept of the thesaurus (0.7, less for concepts close to it), a part of a compound (0.62), a corrected spelling (0.55), the same theme (0.5), without marks (0.5).',
          'A meeting weighs more the rarer it is among the records, and the title weighs more than the text. What the query names and the record lacks counts against it, squared. Filler words such as “smart”, “sustainable” and “advanced” weigh little. Records no longer in force come somewhat lower.',
          'Whoever writes “halsa” finds “hälsa”, but not the other way round. When nothing is found, neighbouring themes are tried.',
        ],
      },
      {
        heading: 'How alike two priorities are',
        paragraphs: [
          'Likeness has two parts: words (shared stems, filler words weighing little) and subjects (themes and concepts, where close subjects count in part: the same 1; one directly below the other 0.7; below the same concept 0.5; beside each other 0.55; the same theme 0.15). Those figures are fitted on pairs judged blind.',
          'The likeness of two texts is 1 − (1 − 0.85 · subjects) · (1 − 0.7 · words). For areas with a description these are weighed together too, with fitted weights: the subjects, those of the description as well; the same divisions of SNI; the same fields of science; and words that names and descriptions share, rare ones most. 1 is one field in whichever words, 0.5 fields that border each other, 0.25 a thread: a method and what it serves. Shared filler words alone give next to nothing; different words for the same thing give much. The reason is always written out.',
        ],
      },
      {
        heading: 'Partners among regions',
        paragraphs: [
          '“Choices alike” are pairs of priorities with a likeness of at least 0.5, each priority at most once. “Completes” are themes that one has and the other lacks, but which lie beside something the other has. The three regions with most to talk about are named first, in alphabetical order, for it is no contest.',
          'When a table of industries by region is loaded, the five regions whose shares of industries lie nearest are shown too (Jensen–Shannon distance), and for each partner industries that one is specialised in (location quotient at least 1) and the other is not, those first that lie nearest to what the other has (relatedness density, reckoned on which industries tend to be found in the same regions).',
          'The group finder tries all groups of the chosen size and picks those that cover most themes, preferably by two regions each, and lie near each other.',
        ],
      },
      {
        heading: 'Companies',
        paragraphs: [
          'The description is read as any other text, and the SNI code points out at most four concepts by the thesaurus’s codes and the industry’s own name (where more fit equally well, only the theme counts). Words that most businesses use (“build”, “customers”, “shop”) count a quarter when something else is said too, and a word said again counts once. Whom something is done for (in Swedish after “åt” or “till”) counts six tenths, and a Swedish verb is read as its noun with a strength of 0.5. What is denied (“not houses but boats”) does not count; longer turns of phrase are not understood. The words must agree: a sense that no other word of the text is near keeps three tenths, and words that come early weigh most. An area’s score is how much of the text it explains: the root of the weighted mean of each word’s nearness to the area, which is that to the area’s nearest subject, or 0.6 when the area itself writes the word. Below 0.25 nothing is shown in the own region, below 0.3 nothing in others, and nothing below four tenths of the best. Trades that are needed wherever people live (hairdressing, cleaning, shops, law; after Delgado, Porter and Stern 2016) fit only areas that name them; where 38 per cent of what is read is such a trade, only that is compared. A cluster takes two words. “Close match” takes a shared concept or word and at least 0.5; where only themes lie side by side, the area may have to do with you.',
          'Nothing is stored. The text stands in the address of the page, which may stay in the browser’s history; our own log does not write that part of an address down, but a server in front of ours may. Programs can send the text without its standing in the address.',
        ],
      },
      {
        heading: 'Where it tends to go wrong',
        paragraphs: [
          'Words with several meanings, invented names, and priorities made of filler words only (“World-class innovation”) give uncertain themes or none. What the system does not know is what only those who know the region do: that one region’s “Advanced industry” is mostly steel.',
          'Quality is measured against judgements of our own, split into a half that is worked against and a half that is only measured. They are in the source (fixtures/judgements) and run with every change.',
        ],
      },
    ],
  },
}
