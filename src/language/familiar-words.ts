/**
 * Everyday words that a spelling correction must leave alone and that are no compounds, though they look like it
 * ("kommunikation" holds no "kommun"). A full dictionary is not needed: these are the near misses.
 */
const words =
  'kommunikation station organisation information relation generation situation operation position version funktion struktur konstruktion instruktion instrument dokument moment element argument ' +
  'transformation transform formation format form reform program mål måla medel medelålders läge lägga linje lista länk land landskap grund grupp gräns grad gata gemensam gäst gåva ' +
  'hand handling handla huvud hela helhet höjd håll hålla idé insats insikt kan kant karta kedja klass koll kontakt kontroll kort kraft krav kunskap kvalitet kvinna känsla lag ledning leda led liv ' +
  'lokal lyfta lära löfte magi man metod minne mening mätning möte namn nivå norm nytta nätverk ord orsak pappa part pass person princip punkt rad ram rapport resultat roll rum rätt rör rörelse ' +
  'sak sammanhang sant satsa sida sikt skapa skede skillnad skola slag slut spegel språk start stil stor strategi styrka stöd svar sätt tal tanke tid tillfälle tillsammans tro typ uppgift urval val vara varm vatten ' +
  'verk verklighet vilja vinst visa värde värld växa växer yta åtgärd ämne ändra öka öppen överblick kund kunder kvar läsa löpande barn ungdom familj vän vänner granne generationer mänsklig ' +
  'verkstad huvudstad bostad hantverk verktyg landskap vetenskap restaurang bransch framgång resurs samhälle ' +
  'station nation action section selection collection connection direction production protection option portion question region reason season person lesson common season matter master center corner ' +
  'better letter water weather whether other order border number member general federal central several real ideal deal final total local social special official original regional national'

const familiar = new Set(words.split(' '))

export const isFamiliarWord = (word: string): boolean => familiar.has(word)
