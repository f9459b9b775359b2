/**
 * Pairs of labels, graded by a reader for likeness: 0 none, 1 a little, 2 clear, 3 the same thing. Written before
 * tuning; every second row, from the second, is for testing only. The hard ones (marked !) share words without a
 * subject, or a subject without words.
 */
const rows = `
3 | Besöksnäring | Turism och upplevelser !
3 | Livsmedel | Mat och måltid !
0 | Smarta städer | Smarta material !
0 | Hållbar energi | Hållbart arbetsliv !
3 | Digitala tjänster | Digitala tjänster och processer
3 | IT | Digitalisering !
0 | Avancerade material | Avancerad vård !
1 | Digital hälsa | Digital tillverkning !
3 | Skoglig bioekonomi | Skog och trä
2 | Träindustri | Skogsnäring !
3 | KKN | Kulturella och kreativa näringar !
3 | Life science | Medicinteknik och läkemedel !
2 | Hälsa och vård | Välfärdsteknik !
0 | Effektiv logistik | Effektiva processer för innovation !
3 | Hållbara transporter | Framtidens mobilitet !
1 | Marin teknik | Energiteknik !
0 | Konkurrenskraftig produktion | Konkurrenskraftiga upplevelser !
3 | Avancerad produktion | Tillverkande industri !
2 | Järnväg | Godstransporter !
3 | Solel i systemlösningar | Systemlösningar med sol
1 | Vindkraft | Kärnkraft
2 | Vindkraft | Förnybar energi !
2 | Cirkulär ekonomi | Återvinning av avfall !
0 | Innovation i världsklass | Innovativa livsmedel !
2 | Robotar i fabriken | Automation !
3 | Autonoma system | Självkörande fordon och robotar !
1 | Dataspel | Digitala tjänster !
2 | Dataspel | Visualisering och simulering !
3 | Rymden | Rymdteknik
2 | Rymdteknik | Satelliter och jordobservation !
0 | Forskning om hav | Forskning om skog !
2 | Vattenbruk | Blå näringar !
1 | Livsmedel | Hälsa !
0 | Framtidens industri | Framtidens vård !
2 | Hållbart byggande | Bostäder och stadsutveckling !
1 | Textil | Möbler och inredning !
2 | Gruvor och mineral | Stålindustri !
3 | Arktiska tester | Arktiska testbäddar
2 | Testverksamhet | Provning av fordon !
0 | Testverksamhet | Tjänsteverksamhet !
3 | Food | Livsmedel !
3 | Forest-based bioeconomy | Skoglig bioekonomi !
3 | Autonomous mobility | Självkörande fordon !
2 | Entreprenörskap | Start-ups och inkubatorer !
0 | Entreprenörskap | Energisystem
1 | Digital hälsoinnovation | Hälsa och sjukvård
2 | Digital hälsoinnovation | E-hälsa !
2 | Gröna transporter/bostäder | Hållbar stadsutveckling !
0 | Smart industri | Smart turism !
1 | Skog och vatten | Vatten och energi
3 | Hälsa, vård, omsorg | Vård och hälsa
0 | Personlig hälsa | Personlig trygghet !
3 | Smarta samhällen | Smarta hållbara städer !
1 | Jord, skog och vatten | Livsmedel !
2 | Naturbaserade basnäringar | Jord- och skogsbruk !
0 | System för sol | System för tåg !
1 | Kultur | Besöksnäring !
2 | Materialbearbetning | Avancerade material
0 | Grön kemi | Gröna näringar !
2 | Grön omställning | Klimat och miljö !
`

export interface PairJudgement {
  grade: number
  a: string
  b: string
  isHard: boolean
}

export const readPairJudgements = (text: string): PairJudgement[] =>
  text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([grade, a, b]) => ({ grade: Number(grade), a: a!, b: b!.replace(/ !$/, ''), isHard: b!.endsWith('!') }))

const all = readPairJudgements(rows)

export const pairJudgements = {
  tuning: all.filter((_, at) => at % 2 === 0),
  test: all.filter((_, at) => at % 2 === 1),
}

/** Spearman's rank correlation; ties get their mean rank. */
export function rankCorrelation(xs: readonly number[], ys: readonly number[]): number {
  const [a, b] = [ranksOf(xs), ranksOf(ys)]
  const mean = (xs.length + 1) / 2
  const sum = (f: (at: number) => number) => a.reduce((total, _, at) => total + f(at), 0)
  const spread = (ranks: readonly number[]) => Math.sqrt(ranks.reduce((total, rank) => total + (rank - mean) ** 2, 0))
  return sum((at) => (a[at]! - mean) * (b[at]! - mean)) / (spread(a) * spread(b))
}

function ranksOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
}
