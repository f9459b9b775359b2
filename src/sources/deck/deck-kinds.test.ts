import { describe, expect, test } from 'vitest'
import type { TestText } from './testing/make-pdf.ts'
import type { TestSlide } from './testing/make-pptx.ts'
import { readPages, readSlides, readText, slide } from './testing/read-lists.ts'

describe('a heading of no region ends the region before it', () => {
  test.each([
    ['Metod', 'Enkät till alla', 'Svar i mars'],
    ['Vår process', 'Workshop', 'Remiss'],
    ['Tack!', 'kontakt@example.org'],
    ['Innehåll', 'Inledning', 'Halland', 'Kalmar', 'Sammanfattning'],
    ['Deltagare', 'Gotland', 'Kalmar', 'Tack till alla'],
    ['Områden 2026', 'Frågor?'],
  ])('on slides: %s', async (title, ...lines) => {
    const { lists, taken } = await readSlides(slide('Dalarna', 'Avancerad industri'), slide(title, ...lines))
    expect(lists).toEqual({ Dalarna: ['Avancerad industri'] })
    for (const line of lines) expect(taken[line]).toBe('notPlaced')
  })

  test('on pages, and the next region begins again', async () => {
    const { lists } = await readPages(
      [
        [60, 470, 30, 'Dalarna'],
        [60, 400, 16, '• Industri'],
      ],
      [
        [60, 470, 30, 'Metod'],
        [60, 400, 16, '• Enkät'],
        [60, 375, 16, '• Samtal'],
      ],
      [
        [60, 470, 30, 'Kalmar'],
        [60, 400, 16, '• Mat'],
      ],
    )
    expect(lists).toEqual({ Dalarna: ['Industri'], Kalmar: ['Mat'] })
  })

  test('in text: a list of contents without bullets, and lines with page numbers', async () => {
    const { lists } = await readText('Innehåll\nHalland\nKalmar\nBilagor\n\nHalland\n\nHälsa\nTrä\n\nKalmar ........ 7\n')
    expect(lists).toEqual({ Halland: ['Hälsa', 'Trä'] })
  })
})

describe('text side by side', () => {
  const cells: TestText[] = [
    [60, 470, 30, 'Översikt'],
    [60, 400, 14, 'Region'],
    [300, 400, 14, 'Prioriteringar'],
    [500, 400, 14, 'Kontakt'],
    [60, 370, 14, 'Halland'],
    [300, 370, 14, 'Hälsa'],
    [500, 370, 14, 'Utvecklingsavdelningen'],
    [300, 352, 14, 'Grön tillväxt'],
    [60, 320, 14, 'Västra'],
    [60, 303, 14, 'Götaland'],
    [300, 320, 14, 'Textil'],
  ]
  test.each([
    ['row by row', cells],
    ['column by column', cells.toSorted((a, b) => a[0] - b[0])],
    ['backwards', cells.toReversed()],
  ])('in a PDF drawn %s is paired by its empty strips', async (_, drawn) => {
    const { lists, taken } = await readPages(drawn)
    expect(lists).toEqual({ Halland: ['Hälsa', 'Grön tillväxt'], 'Västra Götaland': ['Textil'] })
    expect(taken['Utvecklingsavdelningen']).toBe('notPlaced')
    expect(taken['Prioriteringar']).toBe('tableHead')
  })

  test('three columns of regions', async () => {
    const { lists } = await readPages([
      [60, 470, 30, 'Småland och Öland'],
      [60, 400, 20, 'Kronoberg'],
      [280, 400, 20, 'Kalmar'],
      [500, 400, 20, 'Jönköping'],
      [60, 370, 16, '• Trä'],
      [280, 370, 16, '• Mat'],
      [500, 370, 16, '• Plast'],
      [60, 350, 16, '• Glas'],
      [280, 350, 16, '• Boende'],
    ])
    expect(lists).toEqual({ Kronoberg: ['Trä', 'Glas'], Kalmar: ['Mat', 'Boende'], Jönköping: ['Plast'] })
  })

  test('in a table of a slide, by rows or by columns', async () => {
    const rows: TestSlide = {
      title: 'Läget',
      shapes: [
        {
          table: [
            [['Halland'], ['Hälsa', 'Trä']],
            [['Kalmar'], ['Mat; Glas']],
          ],
        },
      ],
    }
    expect((await readSlides(rows)).lists).toEqual({ Halland: ['Hälsa', 'Trä'], Kalmar: ['Mat', 'Glas'] })
    const columns: TestSlide = {
      title: 'Läget',
      shapes: [
        {
          table: [
            [['Halland'], ['Kalmar']],
            [['Hälsa'], ['Mat']],
            [['Trä'], []],
          ],
        },
      ],
    }
    expect((await readSlides(columns)).lists).toEqual({ Halland: ['Hälsa', 'Trä'], Kalmar: ['Mat'] })
  })

  test("a table of a region's own areas has a head and explanations, and nothing after it is an area of another", async () => {
    const table = [
      [['Område'], ['Beskrivning']],
      [['Hälsa'], ['Nära vård']],
      [['Trä'], ['Hus på höjden']],
    ]
    const { lists, taken } = await readSlides({ title: 'Halland', shapes: [{ table: table as string[][][] }] })
    expect(lists).toEqual({ Halland: ['Hälsa (Nära vård)', 'Trä (Hus på höjden)'] })
    expect(taken['Beskrivning']).toBe('tableHead')
  })
})

describe('a line break within a paragraph', () => {
  test.each([
    ['Hälsa och\nVälfärd', 'Hälsa och Välfärd'],
    ['Avancerad\nIndustri', 'Avancerad Industri'],
    ['Smarta hållbara\nstäder', 'Smarta hållbara städer'],
    ['Hållbart samhälls-\nbyggande', 'Hållbart samhällsbyggande'],
    ['Närings-\noch livsmedel', 'Närings- och livsmedel'],
    ['Life science\vNya läkemedel från labbet till vården', 'Life science (Nya läkemedel från labbet till vården)'],
    ['Hälsa:\nnära vård', 'Hälsa (nära vård)'],
    ['Energi\n– med fokus på vind', 'Energi (– med fokus på vind)'],
    ['Trä\nI samverkan med\nKronoberg och andra', 'Trä (I samverkan med Kronoberg och andra)'],
  ])('%j', async (paragraph, area) => {
    expect((await readSlides(slide('Halland', paragraph, 'IT'))).lists).toEqual({ Halland: [area, 'IT'] })
    expect((await readSlides(slide('Halland', { text: paragraph, bullet: true }))).lists).toEqual({ Halland: [area] })
  })

  test('in a title, over lines or paragraphs, is one name', async () => {
    const body = { paragraphs: ['Textil'] }
    const twoParagraphs = { shapes: [{ paragraphs: ['Västra', 'Götaland'], placeholder: 'title' }, body] }
    expect((await readSlides(slide('Västra\nGötaland', 'Textil'))).lists).toEqual({ 'Västra Götaland': ['Textil'] })
    expect((await readSlides(twoParagraphs)).lists).toEqual({ 'Västra Götaland': ['Textil'] })
    expect(
      (
        await readPages([
          [60, 480, 30, 'Västra'],
          [60, 446, 30, 'Götaland'],
          [60, 380, 16, '• Textil'],
        ])
      ).lists,
    ).toEqual({ 'Västra Götaland': ['Textil'] })
  })
})

describe('running text', () => {
  test('of text boxes at the foot of slides, of headers, of page numbers', async () => {
    const foot = { paragraphs: ['Region X | 2026'], placeholder: null, box: [1, 7, 3, 0.3] as [number, number, number, number] }
    const number = (n: number) => ({ ...foot, paragraphs: [`${n}`], box: [9, 7, 0.5, 0.3] as [number, number, number, number] })
    const first = slide('Halland', 'Hälsa')
    const second = slide('Kalmar', 'Mat')
    const { lists, taken } = await readSlides(
      { ...first, shapes: [foot, ...first.shapes!, number(2)] },
      { ...second, shapes: [number(3), ...second.shapes!, foot] },
    )
    expect(lists).toEqual({ Halland: ['Hälsa'], Kalmar: ['Mat'] })
    expect(taken['Region X | 2026']).toBe('runningText')
  })

  test('in a PDF at the top and the foot, with numbers that change', async () => {
    const around = (n: number): TestText[] => [
      [60, 520, 8, 'Tillväxt i länen'],
      [60, 15, 9, `Utkast ${n} mars`],
      [650, 15, 9, `Sida ${n} av 3`],
    ]
    const { lists, taken } = await readPages(
      [...around(2), [60, 450, 30, 'Halland'], [60, 400, 16, '• Hälsa']],
      [...around(3), [60, 400, 16, '• Trä']],
    )
    expect(lists).toEqual({ Halland: ['Hälsa', 'Trä'] })
    expect(taken['Tillväxt i länen']).toBe('runningText')
  })
})

describe('levels of a list', () => {
  test('three levels on a slide, and in text with tabs, ordinals or other signs', async () => {
    const nested = [{ text: 'Trä' }, { text: 'Hus', level: 1 }, { text: 'Höga', level: 2 }, { text: 'IT' }]
    const lists = { Halland: ['Trä (Hus; Höga)', 'IT'] }
    expect((await readSlides(slide('Halland', ...nested))).lists).toEqual(lists)
    expect(
      (await readSlides(slide('Halland', ...nested.map((line) => ({ ...line, level: (line.level ?? 0) + 1 }))))).lists,
    ).toEqual(lists)
    expect((await readText('Halland\n- Trä\n\t- Hus\n\t\t- Höga\n- IT\n')).lists).toEqual(lists)
    expect((await readText('Halland\n  * Trä\n    + Hus\n      + Höga\n  * IT\n')).lists).toEqual(lists)
    expect((await readText('Halland\n1. Trä\n   - Hus\n   - Höga\n2. IT\n')).lists).toEqual(lists)
    expect((await readText('Halland\n• Trä\n– Hus\n– Höga\n• IT\n')).lists).toEqual(lists)
    expect((await readText('Halland\n●\tTrä\no\tHus\no\tHöga\n●\tIT\n')).lists).toEqual(lists)
  })

  test('a smaller, indented line under an area of a page', async () => {
    const { lists } = await readPages([
      [60, 470, 30, 'Halland'],
      [60, 400, 16, '• Trä'],
      [85, 380, 12, 'Hus på höjden'],
      [60, 350, 16, '• IT'],
    ])
    expect(lists).toEqual({ Halland: ['Trä (Hus på höjden)', 'IT'] })
  })

  test.each([
    'Styrkeområden',
    'Prioriterade områden:',
    'Utvecklingsområden (nya)',
    'Development areas',
    'Tvärgående prioriteringar',
  ])('the sub-heading "%s" is neither an area nor the end of the region', async (heading) => {
    const lists = { Halland: ['Trä', 'IT'] }
    for (const read of [
      await readSlides(slide('Halland', heading, { text: 'Trä', level: 1 }, { text: 'IT', level: 1 })),
      await readSlides(slide('Halland', 'Trä', heading, 'IT')),
      await readText(`Halland\n\n${heading}\n- Trä\n\n${heading}\n- IT\n`),
      await readText(`Halland\n- ${heading}\n  - Trä\n  - IT\n`),
      await readPages([
        [60, 470, 30, 'Halland'],
        [60, 400, 18, heading],
        [60, 370, 16, '• Trä'],
        [60, 350, 16, '• IT'],
      ]),
    ]) {
      expect(read.lists).toEqual(lists)
      expect(Object.values(read.taken)).toContain('subHeading')
    }
  })
})

describe('what the deck hides, and what cannot be read', () => {
  test('hidden slides, shapes, groups and text outside the slide are left out and shown', async () => {
    const { lists, taken, draft } = await readSlides(
      {
        title: 'Halland',
        shapes: [
          { paragraphs: ['Hälsa'] },
          { paragraphs: ['Dold'], isHidden: true },
          { paragraphs: ['Utanför'], placeholder: null, box: [11, 1, 2, 1] },
        ],
      },
      { ...slide('Kalmar', 'Mat'), isHidden: true },
    )
    expect(lists).toEqual({ Halland: ['Hälsa'] })
    expect([taken['Dold'], taken['Utanför'], taken['Kalmar'], taken['Mat']]).toEqual(['hidden', 'hidden', 'hidden', 'hidden'])
    const hidden = draft.notices.filter(({ kind }) => kind === 'hidden')
    expect(hidden.map(({ page, regionCode }) => [page, regionCode])).toEqual([
      [2, '13'],
      [3, null],
    ])
    expect(hidden[0]!.text.sv).toContain('Dold')
  })

  test('SmartArt is read with its levels; without its data it is shown as not read', async () => {
    const points = [{ text: 'Hälsa' }, { text: 'Nära vård', under: 0 }, { text: 'Trä' }]
    expect((await readSlides({ title: 'Halland', shapes: [{ diagram: points }] })).lists).toEqual({
      Halland: ['Hälsa (Nära vård)', 'Trä'],
    })
    const { draft, lists } = await readSlides({ title: 'Halland', shapes: [{ picture: 'Lista: Hälsa' }, { diagram: [] }] })
    expect(lists).toEqual({ Halland: [] })
    const notice = draft.notices.find(({ kind }) => kind === 'notRead')!
    expect([notice.page, notice.regionCode]).toEqual([2, '13'])
    expect(notice.text.en).toContain('Slide 2 (“Halland”) holds a drawing or picture that was not read: “Lista: Hälsa”')
  })
})

describe('signs of an item', () => {
  test.each([
    '▸',
    '✔',
    '➔',
    '\uf0a7',
    '-',
    '–',
    '*',
    '+',
    '→',
    '=>',
    '->',
    '○',
    '❖',
    '✅',
    '⁃',
    '§',
    'Ø',
    'o',
    'a)',
    '(1)',
    'iii)',
    '1.',
    'B.',
    '•',
  ])('before a blank: %s', async (sign) => {
    const areas = ['Hälsa', '"Nära" vård', '’Grön’ tillväxt', '(Ny) industri', '5G', '3D-utskrift', 'e-hälsa', '…och mer']
    const { lists } = await readText(
      `Halland\n\n${areas.map((area) => `${sign} ${area}`).join('\n')}\n\nKalmar\n\n${sign}\tMat\n`,
    )
    expect(lists).toEqual({ Halland: areas, Kalmar: ['Mat'] })
  })

  test('one odd line never costs a region the rest of its list', async () => {
    const { lists, taken } = await readText(
      'Skåne\n\n- Trä\n- IT\n\nHalland\n\n- Hälsa\nEn rad utan tecken\n- Trä\n\nDet här är en mening om länet.\n\n- IT\n',
    )
    expect(lists).toEqual({ Skåne: ['Trä', 'IT'], Halland: ['Hälsa', 'Trä', 'IT'] })
    expect(taken['En rad utan tecken']).toBe('notPlaced')
  })
})

describe('marks of typesetting', () => {
  test.each([
    ['- Hållbart samhälls-\n  byggande', ['Hållbart samhällsbyggande']],
    ['- Hållbart samhälls\u00ad\n  byggande', ['Hållbart samhällsbyggande']],
    ['- Närings-\n  och livsmedel', ['Närings- och livsmedel']],
    ['- Skog, närings- och\n  livsmedel', ['Skog, närings- och livsmedel']],
    ['- IT-\n  stöd', ['IT-stöd']],
    ['- E-\n  hälsa', ['E-hälsa']],
    ['- Sam\u00adhälls\u00adbyggande', ['Samhällsbyggande']],
    ['- Eﬀektiv e\u2011handel och ﬁske', ['Effektiv e-handel och fiske']],
    ['- Grön\u00a0tillväxt', ['Grön tillväxt']],
  ])('%j', async (lines, areas) => {
    expect((await readText(`Halland\n\n${lines}\n`)).lists).toEqual({ Halland: areas })
  })
})

describe("a region's name with more words", () => {
  test.each([
    'Region Halland – prioriterade områden',
    'Prioriteringar i Halland',
    'Hallands prioriterade områden 2026',
    'Halland (forts.)',
    'Halland, forts. 2',
    'Halland – en region i framkant',
    'Prioriterade områden: Halland',
    'Smart specialisering i Hallands län',
    'S3 Halland',
  ])('"%s" is Halland', async (title) => {
    expect((await readSlides(slide(title, 'Hälsa'))).lists).toEqual({ Halland: ['Hälsa'] })
  })

  test.each([
    'Halland och Kalmar',
    'Samarbete Halland – Kalmar',
    'Halland: samverkan med Skåne',
    'Besöksnäringen i Halland växer',
  ])('"%s" is no region', async (title) => {
    expect((await readSlides(slide('Gotland', 'Mat'), slide(title, 'Hälsa'))).lists).toEqual({ Gotland: ['Mat'] })
  })

  test.each([
    ['Halland: Hälsa, grön tillväxt och IT', ['Hälsa', 'grön tillväxt', 'IT']],
    ['Halland: Hälsa, Grön tillväxt och Besöksnäring', ['Hälsa', 'Grön tillväxt', 'Besöksnäring']],
    ['Region Halland: Sport, turism, outdoor; Hälsa', ['Sport, turism, outdoor', 'Hälsa']],
    ['Halland – Hälsa, Trä', ['Hälsa', 'Trä']],
    ['Halland: Hälsa', ['Hälsa']],
  ])('%s', async (line, areas) => {
    expect((await readText(`${line}\nKalmar: Mat\n`)).lists).toEqual({ Halland: areas, Kalmar: ['Mat'] })
  })

  test('an area that names its region is an area', async () => {
    expect((await readSlides(slide('Gotland', 'Besöksnäring på Gotland', 'Mat'))).lists).toEqual({
      Gotland: ['Besöksnäring på Gotland', 'Mat'],
    })
  })
})
