import type { Texts } from '../../../records/language.ts'

const sv = {
  title: 'Var passar ert företag in?',
  resultTitle: 'Här passar ert företag in',
  description: 'Beskriv företaget med egna ord och se vilka områden er region satsar på som ligger nära.',
  lead: 'Varje region har valt några områden att satsa extra på. Beskriv vad ni gör så ser ni vilka som ligger nära er, varför, och vem ni kan prata med.',
  about: 'Vad gör ni?',
  aboutHelp: 'En eller två meningar med vanliga ord, till exempel: ”Vi bygger trähus och säljer till kommuner.”',
  isCut: (most: number) => `Vi läser högst ${most} tecken. Det som stod efter dem är inte med i svaret.`,
  place: 'Ort, kommun eller län',
  placeHelp: 'Då visas er egen region först.',
  industry: 'SNI-kod (om ni vill)',
  industryHelp: 'Branschkoden från Bolagsverket eller SCB, till exempel 16.233.',
  show: 'Visa var vi passar in',
  change: 'Ändra beskrivningen',
  privacy:
    'Vi sparar inget av det ni skriver. Det står i sidans adress, så att ni kan skicka länken till er själva. Därför kan det bli kvar i webbläsarens historik och i serverns åtkomstlogg, om den som driver webbplatsen för en sådan.',
  answerAnchor: 'svar',
  unknownPlace: (place: string) => `Vi känner inte till ”${place}”.`,
  writePlace: 'Skriv en svensk ort, kommun eller ett län.',
  didYouMean: 'Menade ni',
  severalPlaces: (place: string) => `”${place}” finns på flera håll. Menar ni`,
  placeIn: (name: string, wider: string) => `${name} i ${wider}`,
  or: 'eller',
  placeRead: (name: string, municipality: string | null, county: string) =>
    `${name} ligger i ${municipality ? `kommunen ${municipality}, ` : ''}${county}.`,
  unknownIndustry: (code: string) => `”${code}” är ingen SNI-kod. Lämna rutan tom om ni är osäkra.`,
  industryLeftOut: (code: string) => `”${code}” är ingen SNI-kod, så den är inte med i svaret.`,
  nothingTitle: 'Inget passar',
  nothingFits: {
    localTrade:
      'Ni gör något som behövs överallt, och det väljer ingen region som område att satsa extra på. Smart specialisering gäller det som en region vill bli känd för.',
    noArea: 'Inget av områdena som regionerna har valt handlar om det ni skriver.',
  },
  nothingTurn: 'Det finns hjälp för alla företag, också för er:',
  turnMunicipality: (municipality: string | null) =>
    municipality
      ? `Näringslivskontoret i kommunen ${municipality}: lokaler, tillstånd och nätverk på orten.`
      : 'Näringslivskontoret i er kommun: lokaler, tillstånd och nätverk på orten.',
  turnAlmi: 'Almi: råd och lån till små företag, med kontor i hela landet.',
  turnRegion: (office: string | null) => `${office ?? 'Er region'}: företagsstöd och projekt som inte är knutna till områdena.`,
  nothingMore: 'Har vi läst er fel? Skriv mer om vad ni tillverkar eller hjälper andra med, eller ange SNI-koden.',
  understood: 'Så här läste vi er beskrivning',
  nothingUnderstood: 'Vi kände inte igen någon verksamhet i texten.',
  nothingHelp: 'Pröva att skriva vad ni tillverkar, säljer eller hjälper andra med, eller ange SNI-koden.',
  fromIndustry: 'enligt SNI-koden',
  own: (region: string) => `I ${region}`,
  ownNone: (region: string) => `Inget av områdena som ${region} har valt ligger nära er verksamhet just nu.`,
  ownNoneHelp:
    'Det betyder inte att ni är oviktiga: regionen arbetar med näringslivet i stort också. Se gärna andra regioner nedan.',
  noPlace: 'Ange ort, kommun eller län så visas er egen region först.',
  elsewhere: 'I andra regioner',
  elsewhereHelp: 'Regioner som satsar på något nära det ni gör. Där kan det finnas partner, kunder och testmiljöer.',
  elsewhereNone: 'Vi hittade inget nära i andra regioner.',
  clusters: 'Kluster att prata med',
  clustersHelp: 'Ett kluster är företag, forskare och offentliga aktörer som arbetar ihop kring ett ämne.',
  clustersFrom: 'Vi känner bara till de kluster som var med i',
  clustersCaveat: 'Fråga dem om de fortfarande är igång.',
  clusterOwn: 'Ligger i er region.',
  contact: 'Vem kan ni prata med?',
  contactOwn: (region: string) =>
    `Fråga ${region} efter den som ansvarar för smart specialisering; det är ofta någon på avdelningen för regional utveckling. Säg vilket område ovan det gäller. Kommunens näringslivskontor kan också lotsa er vidare.`,
  contactAny: 'Fråga er region efter den som ansvarar för smart specialisering, eller kommunens näringslivskontor.',
  regionPage: (region: string) => `Allt om ${region}: områdena, hur de har ändrats och grannarna`,
  regionSource: 'Här står regionens områden:',
  strong: 'Ligger nära',
  some: 'Ligger ganska nära',
  weak: 'Kan ha med er att göra',
  print:
    'Skriv ut eller spara sidan med webbläsarens utskrift. Länken i adressfältet ger samma svar igen så länge uppgifterna är desamma.',
  how: 'Så räknar vi',
}

export const companyText: Texts<typeof sv> = {
  sv,
  en: {
    title: 'Where does your company fit in?',
    resultTitle: 'This is where your company fits in',
    description: 'Describe the company in your own words and see which areas your region invests in lie close.',
    lead: 'Every region has chosen a few areas to invest more in. Describe what you do and see which of them lie close to you, why, and whom you can talk to.',
    about: 'What do you do?',
    aboutHelp: 'A sentence or two in plain words, for example: “We build wooden houses and sell them to municipalities.”',
    isCut: (most: number) => `We read at most ${most} characters. What came after them is not part of the answer.`,
    place: 'Town, municipality or county',
    placeHelp: 'Then your own region is shown first.',
    industry: 'SNI code (if you like)',
    industryHelp: 'The Swedish industry code, for example 16.233. NACE codes of four digits work too.',
    show: 'Show where we fit in',
    change: 'Change the description',
    privacy:
      'We store nothing of what you write. It stands in the address of the page, so that you can send yourself the link. It may therefore stay in the history of your browser, and in the access log of the server if whoever runs the site keeps one.',
    answerAnchor: 'answer',
    unknownPlace: (place: string) => `We do not know “${place}”.`,
    writePlace: 'Write a Swedish town, municipality or county.',
    didYouMean: 'Did you mean',
    severalPlaces: (place: string) => `There is more than one “${place}”. Do you mean`,
    placeIn: (name: string, wider: string) => `${name} in ${wider}`,
    or: 'or',
    placeRead: (name: string, municipality: string | null, county: string) =>
      `${name} lies in ${municipality ? `the municipality of ${municipality}, ` : ''}${county}.`,
    unknownIndustry: (code: string) => `“${code}” is no SNI code. Leave the field empty if you are not sure.`,
    industryLeftOut: (code: string) => `“${code}” is no SNI code, so it is not part of the answer.`,
    nothingTitle: 'Nothing fits',
    nothingFits: {
      localTrade:
        'You do something that is needed everywhere, and no region chooses that as an area to invest more in. Smart specialisation is about what a region wants to be known for.',
      noArea: 'None of the areas that the regions have chosen is about what you write.',
    },
    nothingTurn: 'There is help for every company, for you too:',
    turnMunicipality: (municipality: string | null) =>
      municipality
        ? `The business office of the municipality of ${municipality}: premises, permits and local networks.`
        : 'The business office of your municipality: premises, permits and local networks.',
    turnAlmi: 'Almi: advice and loans for small companies, with offices all over the country.',
    turnRegion: (office: string | null) =>
      `${office ?? 'Your region'}: business support and projects that are not tied to the areas.`,
    nothingMore: 'Have we read you wrongly? Write more about what you make or help others with, or give the SNI code.',
    understood: 'This is how we read your description',
    nothingUnderstood: 'We did not recognise any kind of business in the text.',
    nothingHelp: 'Try to write what you make, sell or help others with, or give the SNI code.',
    fromIndustry: 'by the SNI code',
    own: (region: string) => `In ${region}`,
    ownNone: (region: string) => `None of the areas that ${region} has chosen lies close to your business right now.`,
    ownNoneHelp:
      'That does not make you less important: the region works with business at large too. Have a look at other regions below.',
    noPlace: 'Give a town, municipality or county to see your own region first.',
    elsewhere: 'In other regions',
    elsewhereHelp: 'Regions that invest in something close to what you do. There may be partners, customers and test sites.',
    elsewhereNone: 'We found nothing close in other regions.',
    clusters: 'Clusters to talk to',
    clustersHelp: 'A cluster is companies, researchers and public bodies that work together on a subject.',
    clustersFrom: 'We only know of the clusters that took part in',
    clustersCaveat: 'Ask them whether they are still active.',
    clusterOwn: 'Lies in your region.',
    contact: 'Whom can you talk to?',
    contactOwn: (region: string) =>
      `Ask ${region} for the person in charge of smart specialisation, often at its department for regional development. Say which of the areas above it is about. The business office of your municipality can help you on too.`,
    contactAny: 'Ask your region for the person in charge of smart specialisation, or the business office of your municipality.',
    regionPage: (region: string) => `All about ${region}: its areas, how they have changed, and its neighbours`,
    regionSource: 'This is where the region’s areas are stated:',
    strong: 'Close match',
    some: 'Fairly close match',
    weak: 'May be relevant to you',
    print:
      'Print or save the page with your browser. The link in the address bar gives the same answer again as long as the facts are the same.',
    how: 'How this is calculated',
  },
}
