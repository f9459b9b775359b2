/**
 * A later set, for testing only: written after the first terms, measured before anything was changed for it.
 * Companies, clusters and areas in words that mostly do not stand in the thesaurus as such.
 * One row a line: text | themes it must get | further themes it may get.
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
