import type { Box } from './reading-order.ts'

/** Text with its position on a page; y grows downwards from 0. */
export interface PlacedText extends Box {
  text: string
}

export interface PlacedPage<T extends PlacedText> {
  height: number
  texts: readonly T[]
}

/** The parts of a page's height, at its top and its foot, where running text is. */
const edge = 0.12

/** A page's number at its edge, alone or with how many there are. */
const pageNumber =
  /^(?:sid(?:a|an)?|sidnr|page|bild|slide|s\.|p\.)?\s*[-–|]?\s*\d{1,4}(?:\s*(?:\(|\/|av|of)\s*\d{1,4}\)?)?\s*[-–|]?$/i

/**
 * What repeats at the edges of pages: footers, headers, page numbers. At the top, where titles are too, it must be on most
 * pages, or be smaller than what the page is written in.
 */
export function findRunningText<T extends PlacedText>(pages: readonly PlacedPage<T>[]): Set<T> {
  const running = new Set<T>()
  const repeated = new Map<string, { page: number; text: T; isSmall: boolean }[]>()
  pages.forEach(({ height, texts }, page) => {
    const usual = medianHeight(texts)
    for (const text of texts) {
      const where = edgeOf(text, height)
      if (where === null) continue
      if (pageNumber.test(text.text.trim()) && text.height <= usual) running.add(text)
      const key = `${where} ${withoutNumbers(text.text)}`
      repeated.set(key, [...(repeated.get(key) ?? []), { page, text, isSmall: text.height < usual * 0.95 }])
    }
  })
  for (const [key, places] of repeated) {
    const pagesWithIt = new Set(places.map(({ page }) => page)).size
    const isOnMost = pagesWithIt >= 3 && pagesWithIt > pages.length / 2
    const isRunning = key.startsWith('foot') ? pagesWithIt >= 2 : isOnMost || (pagesWithIt >= 2 && places.every((p) => p.isSmall))
    if (isRunning) for (const { text } of places) running.add(text)
  }
  return running
}

function edgeOf({ y, height }: Box, pageHeight: number): 'head' | 'foot' | null {
  if (y >= pageHeight * (1 - edge)) return 'foot'
  return y + height <= pageHeight * edge ? 'head' : null
}

function medianHeight(texts: readonly PlacedText[]): number {
  const heights = texts.map(({ height }) => height).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

const withoutNumbers = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim()
