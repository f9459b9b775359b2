import { describe, expect, test } from 'vitest'
import type { Figure } from '../frame/figure.ts'
import { lineChart } from './line-chart.ts'
import { escaped, linePath, wrapWords } from './marks.ts'
import { rankChart } from './rank-chart.ts'
import { linearScale, logScale, roundSpan, roundTicks } from './scales.ts'
import { stripChart } from './strip-chart.ts'
import type { StripRow } from './strip-chart.ts'
import { svgFile } from './svg-file.ts'

const circles = (marks: string, className: string) =>
  [...marks.matchAll(new RegExp(`<circle cx="([\\d.]+)"[^>]* class="${className}"`, 'g'))].map(([, x]) => Number(x))

describe('scales', () => {
  test('a linear one has equal steps, a logarithmic one equal ratios', () => {
    const linear = linearScale([0, 10], [100, 200])
    expect([linear(0), linear(5), linear(10)]).toEqual([100, 150, 200])
    const log = logScale([1 / 8, 16], [0, 700])
    expect([log(1 / 8), log(1), log(2), log(16)]).toEqual([0, 300, 400, 700])
    expect(log.ticks).toEqual([0.125, 0.25, 0.5, 1, 2, 4, 8, 16])
  })
  test.each([
    [[0, 10], 5, [0, 2, 4, 6, 8, 10]],
    [[0, 0.03], 3, [0, 0.01, 0.02, 0.03]],
    [[3, 3], 4, [3]],
    [[0, 7], 4, [0, 2, 4, 6]],
  ] as const)('round ticks of %o, about %i: %o', ([from, to], count, ticks) => {
    expect(roundTicks([from, to], count)).toEqual(ticks)
  })
  test('a span is widened to round ends, and has no missing numbers', () => {
    expect(roundSpan([0, 7, NaN])).toEqual([0, 8])
    expect(roundSpan([NaN])).toEqual([0, 1])
  })
})

describe('marks', () => {
  test('words are escaped, and wrapped without cutting a word', () => {
    expect(escaped('<b> & "x"')).toBe('&lt;b&gt; &amp; &quot;x&quot;')
    expect(wrapWords('en två tre', { width: 40, size: 10 })).toEqual(['en två', 'tre'])
    expect(wrapWords('ettmycketlångtord i rad', { width: 40, size: 10 })).toEqual(['ettmycketlångtord', 'i rad'])
  })
  test('a line is broken where a point is missing', () => {
    expect(linePath([[0, 0], [1, 1], null, [3, 3]])).toBe('M0,0L1,1M3,3')
  })
})

const row: StripRow = {
  label: 'Skog & papper',
  note: '9 yrken',
  rings: [
    { name: 'Dalarna 2,1', value: 2.1 },
    { name: 'Stockholm 0,05', value: 0.05 },
    { name: 'Gotland', value: null },
  ],
  own: { name: 'Värmland 2,5', value: 2.5, lower: 2, upper: 3, earlier: 4 },
  value: '2,5',
  interval: '2,0–3,0',
  valueNote: '1 243 anställda',
  reason: null,
}
const without: StripRow = { ...row, label: 'Processer', own: null, reason: 'Inte mätbart: området är ett arbetssätt.' }

describe('the strip', () => {
  const { marks, height } = stripChart([row, without], { width: 1000, lang: 'sv' })
  const x = logScale([1 / 8, 16], [308, 810])
  test('has the marked region, its interval and its earlier place on one logarithmic axis', () => {
    expect(circles(marks, 'c-own')).toEqual([Math.round(x(2.5) * 10) / 10])
    expect(marks).toContain(`<rect x="${Math.round(x(2) * 10) / 10}"`)
    expect(marks).toContain(`<line x1="${x(4).toFixed(1)}"`)
  })
  test('shows a region outside the axis as an arrow, and one without a number not at all', () => {
    expect(circles(marks, 'c-ring')).toHaveLength(1)
    expect(marks.match(/c-ring c-beyond"><title>Stockholm 0,05/g)).toHaveLength(1)
    expect(marks).not.toContain('Gotland')
  })
  test('tells the reason in the place of the strip where nothing can be measured, and no number', () => {
    const only = stripChart([without], { width: 360, lang: 'sv' }).marks
    expect(only).toContain('Inte mätbart:')
    expect(only).not.toMatch(/<circle|c-number/)
  })
  test('fits its rows, in both widths', () => {
    const last = (text: string) => Math.max(...[...text.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y)))
    expect(last(marks)).toBeLessThan(height)
    const narrow = stripChart([row, without], { width: 360, lang: 'en' })
    expect(last(narrow.marks)).toBeLessThan(narrow.height)
  })
})

describe('lines over time', () => {
  const data = {
    years: ['2018', '2019', '2020', '2021'],
    lines: [
      { name: 'Landet', values: [1, 1, 1, 1], isMarked: false },
      { name: 'Värmland', values: [2, 3, null, 4], isMarked: true },
    ],
    breaks: [{ from: '2020', word: 'nytt 2020' }],
    write: (value: number) => `${value} %`,
  }
  test('are not drawn across a break or a missing year, and begin at zero', () => {
    const { marks } = lineChart(data, { width: 720 })
    const paths = [...marks.matchAll(/<path d="([^"]+)" class="c-line([^"]*)"/g)].map(([, d, own]) => ({
      own: own !== '',
      d: d!,
    }))
    expect(paths.map(({ own }) => own)).toEqual([false, true])
    expect(paths[0]!.d.match(/M/g)).toHaveLength(2)
    expect(paths[1]!.d.match(/M/g)).toHaveLength(2)
    expect(circles(marks, 'c-own')).toHaveLength(3)
    expect(marks).toContain('>0 %<')
    expect(marks).toContain('nytt 2020')
  })
})

describe('ranked quotients', () => {
  const bars = [
    { label: 'Gruvarbetare', value: 4, lower: 3, upper: 5, earlier: 2, words: '4,0', title: 'x', isMarked: true },
    { label: 'Fiskare', value: null, lower: null, upper: null, earlier: null, words: '–', title: 'x', isMarked: false },
  ]
  test('are bars from 1, and a missing one has no bar', () => {
    const { marks } = rankChart(bars, { width: 720, lang: 'sv', as: 'bars' })
    const scale = logScale([1 / 8, 16], [302, 660])
    expect([...marks.matchAll(/class="c-bar/g)]).toHaveLength(1)
    expect(marks).toContain(`<rect x="${scale(1).toFixed(1)}" width="${(scale(4) - scale(1)).toFixed(1)}"`)
  })
})

const figure: Figure = {
  id: 'x',
  lang: 'sv',
  topic: 'Ämne, 2024',
  finding: 'Skog & papper är vanligt',
  sentence: 'En mening.',
  description: 'En axel.',
  sources: [],
  notes: [],
  isSuggestion: false,
  legend: 'Band: intervall.',
  table: { caption: 'x', columns: [], rows: [] },
  draw: (width) => stripChart([row], { width, lang: 'sv' }),
  widths: [360, 720],
}

test('a figure as a file is whole by itself: heading, sentence, legend, and colours without the page’s variables', () => {
  const file = svgFile(figure)
  expect(file).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  expect(file).toContain('<title>Skog &amp; papper är vanligt</title>')
  expect(file).toContain('Band: intervall.')
  expect(file).not.toContain('var(--')
  expect(file).toMatch(/\.c-own ?\{ ?fill: #1a4480/)
  expect(file).toMatchSnapshot()
})
