import type PptxGenJS from 'pptxgenjs'
import { font, ink, shapeName } from './deck-canvas.ts'
import type { Box, Canvas, Slide } from './deck-canvas.ts'

interface Bars {
  box: Box
  /** What is counted. */
  series: string
  labels: string[]
  values: number[]
  /** The form of the numbers, as Excel writes it. */
  format: '0' | '0.0'
  /** What it shows, in words. */
  alt: string
}

const style: PptxGenJS.IChartOpts = {
  barDir: 'bar',
  // The first bar at the top; the library's types know only the other way.
  catAxisOrientation: 'maxMin' as 'minMax',
  catAxisLabelFontFace: font,
  catAxisLabelFontSize: 11,
  catAxisLabelColor: ink.text,
  catAxisLineShow: false,
  valAxisHidden: true,
  valAxisMinVal: 0,
  valGridLine: { style: 'none' },
  chartColors: [ink.blue],
  showValue: true,
  dataLabelFontFace: font,
  dataLabelFontSize: 11,
  dataLabelColor: ink.text,
  showLegend: false,
}

/** A chart of lying bars, whose numbers can be edited. */
export function addBars({ pptx }: Canvas, slide: Slide, { box, series, labels, values, format, alt }: Bars): void {
  slide.addChart(pptx.ChartType.bar, [{ name: series, labels, values }], {
    ...style,
    ...box,
    barGapWidthPct: 45,
    dataLabelFormatCode: format,
    objectName: shapeName.own('chart'),
    altText: alt,
  })
}
