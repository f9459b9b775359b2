import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'

/** The site's typefaces as files that a drawing program reads: it takes none that are packed for the web. */
const fonts = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
]
let fontFiles: string[] | null = null

/** A picture for papers and slides has this many pixels for each unit of the drawing. */
const sharpness = 2
/** A drawing that is larger is made smaller: the memory for it grows with its square. */
const mostPixels = 3000

/**
 * A drawing as PNG, on a thread of its own, in the site's typefaces alone, so that it looks the same everywhere. It must be a whole SVG of ours:
 * what is within it is not checked.
 * @param most pixels for each unit of the drawing
 */
export async function pngOfSvg(svg: string, { most = sharpness } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { resolve } = createRequire(import.meta.url)
  fontFiles ??= fonts.map((path) => resolve(path))
  const { width, height } = sizeOfSvg(svg)
  const scale = Math.min(most, mostPixels / width, mostPixels / height)
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Source Sans 3' },
  })
  return new Uint8Array(drawn.asPng())
}

/** Width and height as the first element gives them. @throws RangeError when it gives none */
function sizeOfSvg(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  if (!width || !height) throw new RangeError('The drawing has no width and height.')
  return { width: Number(width), height: Number(height) }
}
