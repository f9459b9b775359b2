import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../http/testing/test-registry.ts'
import type { TestRegistry } from '../http/testing/test-registry.ts'
import { makeSite } from '../main.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
let published: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  const { store, clientFolder } = registry
  site = makeSite({ store, clientFolder, clock })
  published = makeSite({ store, clientFolder, clock, baseUrl: 'https://spets.example' })
})
afterAll(() => registry.close())

const ask = (path: string, headers: Record<string, string> = {}) =>
  site.app.request(`http://localhost/api/v1/${path}`, { headers })

interface Pixels {
  width: number
  height: number
  /** How dark a pixel is, from 0 to 255. */
  ink(x: number, y: number): number
}

/** The pixels of a PNG of 8-bit colours with alpha, which is what the drawing program writes. */
function pixelsOf(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  expect([png[24], png[25], png[28]]).toEqual([8, 6, 0])
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * 4
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!
    for (let x = 0; x < stride; x++) {
      const left = x < 4 ? 0 : rows[y * stride + x - 4]!
      const above = y === 0 ? 0 : rows[(y - 1) * stride + x]!
      const corner = x < 4 || y === 0 ? 0 : rows[(y - 1) * stride + x - 4]!
      const guess = [0, left, above, (left + above) >> 1, nearestOf(left, above, corner)][filter]!
      rows[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + guess
    }
  }
  return { width, height, ink: (x, y) => 255 - rows[y * stride + x * 4]! }
}

/** The one of three that is nearest to where they lead, as PNG has it. */
function nearestOf(left: number, above: number, corner: number): number {
  const to = left + above - corner
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((one) => Math.abs(to - one)) as [number, number, number]
  return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** The share of dark pixels in a box: none where no words were drawn. */
function inkShare({ ink }: Pixels, { left, top, right, bottom }: Box): number {
  let dark = 0
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (ink(x, y) > 128) dark++
  return dark / ((right - left) * (bottom - top))
}

const pictureOf = async (path: string): Promise<Pixels> => {
  const response = await ask(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
  return pixelsOf(Buffer.from(await response.arrayBuffer()))
}

describe('a figure as PNG', () => {
  test('has its heading drawn, and is twice as sharp as the drawing', async () => {
    const svg = await (await ask('changes/figures/lists.svg')).text()
    const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg)!
    const pixels = await pictureOf('changes/figures/lists.png')
    expect([pixels.width, pixels.height]).toEqual([2 * Number(width), 2 * Number(height)])
    // The margin is empty, and in the first line of the heading a tenth or so is ink.
    expect(inkShare(pixels, { left: 48, top: 0, right: 800, bottom: 40 })).toBe(0)
    expect(inkShare(pixels, { left: 48, top: 60, right: 800, bottom: 104 })).toBeGreaterThan(0.06)
  })

  test('is kept, and not sent again to those who have it', async () => {
    const etag = (await ask('match/figures/network.png')).headers.get('etag')!
    expect((await ask('match/figures/network.png', { 'if-none-match': etag })).status).toBe(304)
    expect((await ask('match/figures/nothing.png')).status).toBe(404)
  })
})

describe('a page’s picture for those who share it', () => {
  test.each(['start', 'regions/varmland', 'themes/energi', 'priorities/norrbotten-2021-energiteknik', 'changes'])(
    '%s has its title drawn beside the map, in both languages',
    async (path) => {
      for (const lang of ['sv', 'en']) {
        const pixels = await pictureOf(`${path}/picture.png?lang=${lang}`)
        expect([pixels.width, pixels.height]).toEqual([1200, 630])
        expect(inkShare(pixels, { left: 72, top: 195, right: 420, bottom: 260 })).toBeGreaterThan(0.06)
        expect(inkShare(pixels, { left: 0, top: 0, right: 60, bottom: 630 })).toBe(0)
      }
    },
  )

  test('has the region that it is about coloured', async () => {
    const [varmland, gotland] = [await pictureOf('regions/varmland/picture.png'), await pictureOf('regions/gotland/picture.png')]
    const onMap = { left: 880, top: 30, right: 1150, bottom: 600 }
    expect(inkShare(varmland, onMap)).toBeGreaterThan(4 * inkShare(gotland, onMap))
  })

  test('is named with its whole address where the site has one, and nowhere else', async () => {
    const read = async (from: typeof site, path: string) => (await from.app.request(`http://localhost${path}`)).text()
    const image = /<meta property="og:image" content="([^"]+)"/
    for (const [path, address] of [
      ['/', '/api/v1/start/picture.png?lang=sv'],
      ['/en/region/varmland', '/api/v1/regions/varmland/picture.png?lang=en'],
      ['/tema/energi', '/api/v1/themes/energi/picture.png?lang=sv'],
      ['/andrat', '/api/v1/changes/picture.png?lang=sv'],
    ] as const) {
      expect(image.exec(await read(published, path))![1]).toBe(`https://spets.example${address}`)
      expect(await read(site, path)).not.toContain('og:image')
    }
    expect(await read(published, '/andrat?datum=2020-01-01')).not.toContain('og:image')
  })
})
