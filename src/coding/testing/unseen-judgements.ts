/**
 * A later set: written after the first terms, measured before anything was changed for it (F1 0.80), then used to find
 * which kinds of words were missing. Companies, clusters and areas in words that were mostly not in the thesaurus. Each
 * row is: text | required themes | further accepted themes.
 */
export const unseenTexts = `
Vi renoverar badrum och lägger kakel | samhallsbyggnad-och-boende |
Kyrkorgelbyggeri | kultur-och-kreativa-naringar | tillverkning
Rökeri med egen fångst av röding | livsmedel | hav-och-vatten
Fälgar och bromsskivor till lastvagnar | tillverkning, transport-och-logistik |
Redovisningsbyrå för småföretagare | handel-och-tjanster | innovation-och-foretagande
Gymkedja | halsa-och-life-science | besoksnaring
Hundspannsturer i vildmarken | besoksnaring |
Vi kalibrerar vågar åt laboratorier | test-och-demonstration | tillverkning
Mjölkgård med eget ysteri | livsmedel |
Elektrolysörer för vätgas | energi | tillverkning
Skolskjuts och färdtjänst | transport-och-logistik | valfard-och-omsorg, arbetsliv-och-kompetens
Molnbaserad journalhantering åt kliniker | digitalisering, halsa-och-life-science |
Utgrävningar och kulturmiljöer | kultur-och-kreativa-naringar | samhallsbyggnad-och-boende
Skogsplantor och markberedning | skog-och-bioekonomi |
Kallvalsade band av specialstål | gruvor-och-metall | tillverkning
Satellitnavigering för flottor av åkare | rymd-och-flyg, transport-och-logistik | digitalisering
Bergvärmeborrning | energi | gruvor-och-metall
Talteknik och språkmodeller | ai-och-automation | digitalisering
Ridskola och hästuppfödning | livsmedel | besoksnaring, arbetsliv-och-kompetens
Snickerifabrik som gör trappor och dörrar | skog-och-bioekonomi, tillverkning | samhallsbyggnad-och-boende
Klädåtervinning | textil-och-inredning, miljo-och-klimat |
Öringsodling i Indalsälven | livsmedel, hav-och-vatten |
Konstgalleri och ramverkstad | kultur-och-kreativa-naringar | tillverkning
Psykologmottagning på nätet | halsa-och-life-science | digitalisering
Äldreboenden i egen regi | valfard-och-omsorg | samhallsbyggnad-och-boende
Kraftelektronik till elfordon | energi, transport-och-logistik | digitalisering
Kustnära turism och båtliv | besoksnaring, hav-och-vatten |
Skjutfält och militära övningar | sakerhet-och-beredskap | test-och-demonstration
Ventilationsanläggningar för kontor | energi | samhallsbyggnad-och-boende
Utveckling av dataspel i skolmiljö | visualisering-och-spel | digitalisering, arbetsliv-och-kompetens
Betongelement | material | samhallsbyggnad-och-boende, tillverkning
Nätbutik för cyklar | handel-och-tjanster, transport-och-logistik |
Slamhantering och biogödsel | miljo-och-klimat, livsmedel | hav-och-vatten
Tandimplantat | halsa-och-life-science |
Krypterad kommunikation för myndigheter | sakerhet-och-beredskap | digitalisering
Turistbyrå och evenemangsarena | besoksnaring |
Kartonger och etiketter | skog-och-bioekonomi |
Yrkesvux och validering av nyanländas kunskaper | arbetsliv-och-kompetens | test-och-demonstration
Optiska fibrer och lasrar | material | digitalisering
Fjärrstyrd gruvbrytning | gruvor-och-metall | ai-och-automation
Plasma och ytkemi | material |
Bilskrot | miljo-och-klimat | transport-och-logistik, gruvor-och-metall
Pendelbåtar i skärgården | hav-och-vatten, transport-och-logistik |
Mätning av markföroreningar | miljo-och-klimat | test-och-demonstration
Reklamfilm och animerade filmer | kultur-och-kreativa-naringar | visualisering-och-spel
Lärcentrum i glesbygd | arbetsliv-och-kompetens, samhallsbyggnad-och-boende |
Kommunernas hemtjänst på natten | valfard-och-omsorg |
Nyföretagarcentrum | innovation-och-foretagande |
Growing tomatoes with surplus heat | livsmedel, energi |
Coatings for ship hulls | material, hav-och-vatten |
Electric ferries | transport-och-logistik, energi | hav-och-vatten
Nursing robots | ai-och-automation, halsa-och-life-science | valfard-och-omsorg
Language learning apps | digitalisering, arbetsliv-och-kompetens |
Reindeer herding and Sami crafts | livsmedel, kultur-och-kreativa-naringar |
Ski resorts | besoksnaring |
Social housing retrofit | samhallsbyggnad-och-boende | energi, valfard-och-omsorg
Venture building for female founders | innovation-och-foretagande | arbetsliv-och-kompetens
Payments and open banking | handel-och-tjanster | digitalisering
Vaccines and antibodies | halsa-och-life-science |
Green steel | gruvor-och-metall | miljo-och-klimat
Biogas from manure | energi | livsmedel, miljo-och-klimat
Wind turbine blades | energi | material
Wildfire drones | rymd-och-flyg | sakerhet-och-beredskap
Circular packaging | miljo-och-klimat, skog-och-bioekonomi |
`

/**
 * Measured before anything was changed for it: nDCG at ten 0.80. Each row is: kind | query | pattern of titles that
 * answer it | pattern of titles that come near.
 */
export const unseenQueries = `
exact | textil | ^textil$ | mode
exact | Grön kemi | ^grön kemi$ | kemi|material
exact | arbetsliv | arbetsliv | kompetens
exact | Visualisering, simulering och bildanalys | ^visualisering, simulering | visualisering|simulering
inflection | rymdens | rymd | flyg
inflection | transporterna | transport | mobilitet|logistik
inflection | välfärden | välfärd | omsorg|hälsa
inflection | industriernas | industri | tillverk|produktion
inflection | experiences | upplevelse|besöksnäring|turism | attraktion
compound | livsmedelsindustrin | livsmedel | mat
compound | hälsoteknik | häls|e-hälsa | life science|vård|välfärd
compound | skogsråvara | skog|bioekonomi|trä|forest | biobas|naturbas
compound | solcellsanläggning | sol | energi
compound | järnvägsteknik | järnväg | transport|mobilit
compound | testanläggningar | test | ess
compound | kreativ näringslivsutveckling | kreativ | kultur
misspelling | turissm | turism|besöksnäring|upplevelse | attraktion
misspelling | bioekonmi | bioekonomi|bioeconomy | skog|trä
misspelling | lifescience | life science | häls|vård
misspelling | autonomma system | autonom|intelligent | automation
misspelling | hälsso- och sjukvård | häls|vård|life science | välfärd
misspelling | stadsutvekling | stadsutveckling|städer | samhälle|boende
folded | traindustri | träindustri | skog|trä
folded | upplevelsenaringar | upplevelse | besöksnäring|turism
folded | halsoinnovation | hälsoinnovation | häls|vård|life science
synonym | semester | besöksnäring|turism|upplevelse | attraktion
synonym | jordbruk | livsmedel|jord|gröna näringar | natur
synonym | mjukvara | it|digital|tech|ikt|ict | intelligent|uppkoppl
synonym | sågverk | skog|trä|bioeko|forest | biobas|natur
synonym | läkare | häls|vård|life science | välfärd|omsorg
synonym | verkstad | industri|tillverk|produktion | material
synonym | lägenheter | boende|bostäder|samhällsbyggande | städer|samhällen
synonym | konst och musik | kultur|kkn | kreativ
synonym | åkerier | transport|logistik|mobilitet | järnväg
translation | wood industry | träindustri|skog|trä|forest | bioeko
translation | health care | häls|vård|life science | omsorg|välfärd
translation | manufacturing | tillverk|industri|produktion | material
translation | computer games | dataspel | visualisering|simulering
translation | housing | boende|bostäder | städer|samhäll|byggande
translation | circular economy | cirkulär|miljö|klimat | grön
translation | entrepreneurship | entreprenör|innovation|affärsutveckling | missions
concept | maskiner som tänker själva | autonom|intelligent|automation | digital|it
concept | mat som odlas nära | livsmedel|mat | jord|gröna näringar
concept | få fler turister att stanna | besöksnäring|turism|upplevelse|attraktion | plats
concept | fånga in koldioxid | klimat|miljö|cleantech | grön|energi
concept | äldre som bor hemma | omsorg|välfärd | häls|vård|boende
concept | hus som drar lite el | energieffektivt|energi|boende|byggande|bostäder | sol|hållbara städer
abbreviation | AR/VR | visualisering|simulering | spel|digital
abbreviation | IoT | it|ict|ikt|digital|uppkopplad|uppkopplade|tech | intelligent
abbreviation | 3D-printing | tillverk|industri|produktion | material
abbreviation | CCI | kultur|kkn | kreativ
`

/**
 * Measured once, nothing changed for it: rank correlation 0.85, hard 0.81. Each row is: grade (0–3) | a | b; ! marks the
 * hard ones.
 */
export const unseenPairs = `
3 | Upplevelsenäringar | Turism !
3 | Mat och dryck | Livsmedelsförädling !
3 | Medicinteknik | Life science !
3 | Tillverkande industri | Avancerad produktion !
3 | Förnybar energi | Sol- och vindkraft
3 | Trä och skog | Skoglig bioekonomi
3 | Kulturella och kreativa näringar | KKN !
3 | IKT | Digitalisering !
3 | Test- och övningsverksamhet | Testbäddar och provning
3 | Working life | Arbetsliv !
3 | Välfärdsteknik | Teknik för omsorg !
2 | Järnväg | Hållbara transporter !
2 | Materialbearbetning | Tillverkningsteknik !
2 | Film och musik | Kulturarv !
2 | Fiske | Vattenbruk !
2 | Bostäder | Smarta hållbara städer !
2 | Satelliter | Flygteknik !
2 | Försvarsindustri | Krisberedskap !
2 | Energieffektivisering | Smarta elnät
2 | Kompetensförsörjning | Inkluderande arbetsliv
2 | Automation | Autonoma fordon !
2 | Innovationsledning | Entreprenörskraft !
1 | Livsmedel | Vattenbruk
1 | Textil | Kreativa näringar !
1 | Digital tillverkning | Digital vård !
1 | Skog | Livsmedel !
1 | Hälsa | Arbetsliv !
1 | Gruvor | Avancerade material !
1 | E-hälsa | Digitala tjänster !
1 | Besöksnäring | Kulturmiljöer !
0 | Smarta hållbara lösningar | Smart hållbar industri !
0 | Innovativa tjänster | Innovativ skog !
0 | Framtidens energi | Framtidens textil !
0 | Teknik för rymden | Teknik för omsorg !
0 | Avancerad tillverkning | Avancerad vård !
0 | Grön energi | Gröna jobb !
0 | System för omsorg | Energisystem !
0 | Rymd | Textil
0 | Gruvor | Turism
0 | Järnväg | Dataspel
`

/** Like `unseenTexts`, written after the terms were broadened for that set and measured before any further change: F1 0.90. */
export const freshTexts = `
Plastfri matförpackning av sågspån | skog-och-bioekonomi | livsmedel, miljo-och-klimat, material
Isolering av hampa och lin | samhallsbyggnad-och-boende | material, textil-och-inredning
Vi hyr ut byggställningar | samhallsbyggnad-och-boende | handel-och-tjanster
Flisade grenar till fjärrvärmeverk | energi | skog-och-bioekonomi
Kvalitetsmätning av mjölk med sensorer | livsmedel, digitalisering | test-och-demonstration
Träningsredskap för rehabilitering efter stroke | halsa-och-life-science | besoksnaring
Bokningssystem för hotell | digitalisering, besoksnaring | handel-och-tjanster
Öl bryggt på överblivet bröd | livsmedel | miljo-och-klimat
Ritningar och bygglov | samhallsbyggnad-och-boende |
Självgående truckar i lager | ai-och-automation, transport-och-logistik | tillverkning
Vi flyger paket med drönare till skärgården | rymd-och-flyg, transport-och-logistik | hav-och-vatten
Undervisning i svenska för nyanlända | arbetsliv-och-kompetens | valfard-och-omsorg
Trygghetslarm för äldre | valfard-och-omsorg | sakerhet-och-beredskap, halsa-och-life-science
Mobila sjukvårdsteam på landsbygden | halsa-och-life-science, samhallsbyggnad-och-boende | valfard-och-omsorg
Gjutna delar till vattenturbiner | tillverkning | energi, gruvor-och-metall, hav-och-vatten
Återvinning av batterier | miljo-och-klimat, energi | material
Vägbelysning med solceller | energi, transport-och-logistik | samhallsbyggnad-och-boende
Mikrobryggeriets festival | livsmedel, besoksnaring |
Dyktankar och båtmotorer | hav-och-vatten | tillverkning, transport-och-logistik
Kvantteknik och supraledare | digitalisering | material
Grafisk form och förpackningsdesign | kultur-och-kreativa-naringar | skog-och-bioekonomi
Simulatorer för lokförare | visualisering-och-spel, transport-och-logistik | arbetsliv-och-kompetens
Vi säljer arbetshandskar och skyddsskor | textil-och-inredning | sakerhet-och-beredskap, handel-och-tjanster
Brunnsborrning | hav-och-vatten | gruvor-och-metall, energi
Fastighetsbolag med studentlägenheter | samhallsbyggnad-och-boende |
Kvinnohälsa | halsa-och-life-science |
Djurfoder av insekter | livsmedel | miljo-och-klimat
Sågklingor och borrar | tillverkning | gruvor-och-metall
Fackhandel för färg och tapeter | handel-och-tjanster | material, textil-och-inredning, samhallsbyggnad-och-boende
Ansiktsigenkänning | ai-och-automation | sakerhet-och-beredskap
Elcyklar | transport-och-logistik, energi |
Kajakuthyrning | besoksnaring | hav-och-vatten, handel-och-tjanster
Krigsmateriel | sakerhet-och-beredskap | tillverkning
Fiber till hushållen | digitalisering |
Naturvårdsbränning | miljo-och-klimat | skog-och-bioekonomi
Kompositbåtar | hav-och-vatten, material | tillverkning
Nästa generations batterier | energi |
Framtidens resande | transport-och-logistik | besoksnaring
Attraktiva livsmiljöer | samhallsbyggnad-och-boende | besoksnaring, miljo-och-klimat
Hållbar produktion av proteiner | livsmedel | tillverkning
Hälsosamt åldrande | halsa-och-life-science, valfard-och-omsorg |
Resilienta försörjningskedjor | sakerhet-och-beredskap | transport-och-logistik
Ocean observation | hav-och-vatten | test-och-demonstration
Smart agriculture | livsmedel |
Creative tech and immersive experiences | kultur-och-kreativa-naringar, visualisering-och-spel | digitalisering, besoksnaring
Zero-emission construction sites | samhallsbyggnad-och-boende, miljo-och-klimat | energi
Digital government | digitalisering | valfard-och-omsorg
Lightweight vehicles | transport-och-logistik | material
Healthy food | livsmedel, halsa-och-life-science |
Rural entrepreneurship | innovation-och-foretagande, samhallsbyggnad-och-boende |
`
