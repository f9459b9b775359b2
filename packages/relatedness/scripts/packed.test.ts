import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
// @ts-expect-error a script without types
import { commonJsExample, installPacked, printedBy, readmeExamples } from './quick-starts.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const chromiumPath = process.env['SPETS_CHROMIUM'] || ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
let folder = ''
let installed = ''

beforeAll(() => {
  folder = installPacked()
  installed = join(folder, 'node_modules/relatedness')
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what is packed', () => {
  test('holds the program, its types in both forms, the licence and the example', () => {
    for (const name of ['LICENSE', 'README.md', 'api/API.md', 'examples/occupations-by-county-2017.csv', 'dist/cli/cli.js'])
      expect(existsSync(join(installed, name)), name).toBe(true)
    const { exports, main, types, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    const targets = Object.values(exports['.'] as Record<string, Record<string, string>>).flatMap((one) => Object.values(one))
    expect(targets).toHaveLength(4)
    for (const target of [...targets, main, types, ...Object.values(bin as Record<string, string>)])
      expect(existsSync(join(installed, target)), target).toBe(true)
  })

  test('says where it comes from, as the whole repository does', () => {
    const { repository } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    const url = /^url: '(.*)'$/m.exec(readFileSync(join(root, '../../publiccode.yml'), 'utf8'))?.[1]
    expect(repository).toEqual({ type: 'git', url: `git+${url}`, directory: 'packages/relatedness' })
    expect(readFileSync(join(installed, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, '../../LICENSE'), 'utf8'))
  })

  test('has types that every way of resolving them finds', async () => {
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
    // A program for a worker to run, which nobody imports, so that it needs no form for `require`.
    const options = { excludeEntrypoints: ['./parallel-worker'] }
    const { types, problems } = await typesOf(readFileSync(join(folder, tarball)), options)
    expect({ types, problems }).toEqual({ types: { kind: 'included' }, problems: [] })
  })

  test('contains no tests, sources or dependencies', () => {
    const names = readdirSync(installed, { recursive: true }) as string[]
    expect(names.filter((name) => /\.test\.|(?<!\.d)\.ts$|node_modules/.test(name))).toEqual([])
    expect(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).dependencies).toBeUndefined()
  })

  test('is no larger than its budget: 300 kB packed, and 65 kB gzipped for a page that uses everything', async () => {
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
    expect(statSync(join(folder, tarball)).size).toBeLessThan(300_000)
    const bundled = (await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, lib: { entry: join(installed, 'dist/relatedness.js'), formats: ['es'] }, minify: true },
    })) as Rolldown.RolldownOutput[]
    expect(gzipSync(bundled[0]!.output[0].code).length).toBeLessThan(65_000)
  })
})

describe('quick starts from the tarball', () => {
  test('the README’s examples print what it says', () => {
    expect(readmeExamples()).toHaveLength(2)
    for (const { code, printed } of readmeExamples()) expect(printedBy(process.execPath, folder, code)).toBe(printed)
  })

  test('with worker threads', () => {
    const code = `import { analyse, tableFrom } from 'relatedness'
import { analyseInParallel } from 'relatedness/parallel'
const values = Array.from({ length: 30 }, (_, r) => Array.from({ length: 40 }, (_, a) => ((r * 7 + a * 5 + r * a) % 23) + 1))
const table = tableFrom({ regions: values.map((_, r) => 'R' + r), activities: values[0].map((_, a) => 'A' + a), values })
const [whole, shared] = [analyse(table), await analyseInParallel(table, { workers: 2 })]
console.log(shared.outlook.gain.values.every((value, at) => Object.is(value, whole.outlook.gain.values[at])), shared.density.values.length)`
    expect(printedBy(process.execPath, folder, code)).toBe('true 1200\n')
  })

  test('by require', () => {
    expect(printedBy(process.execPath, folder, commonJsExample.code, 'cjs')).toBe(commonJsExample.printed)
  })

  test('the command line', () => {
    const command = join(folder, 'node_modules/.bin/relatedness')
    const { status, stdout } = spawnSync(
      command,
      [join(installed, 'examples/occupations-by-county-2017.csv'), '-m', 'diversity'],
      {
        encoding: 'utf8',
        env: { ...process.env, PATH: `${join(process.execPath, '..')}:${process.env['PATH']}` },
      },
    )
    expect({ status, first: stdout.split('\n')[0] }).toEqual({ status: 0, first: 'region,value' })
  })

  test('with worker threads by require', () => {
    const code = `const { tableFrom } = require('relatedness')
const { analyseInParallel } = require('relatedness/parallel')
const table = tableFrom({ regions: ['a', 'b'], activities: ['x', 'y'], values: [[1, 3], [3, 1]] })
analyseInParallel(table, { workers: 1 }).then(({ quotients }) => console.log([...quotients.values].join(' ')))`
    expect(printedBy(process.execPath, folder, code, 'cjs')).toBe('0.5 1.5 1.5 0.5\n')
  })

  test('the five lines in a browser', { timeout: 60_000 }, async () => {
    const [, page] = /```html\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))!
    await inBrowser(page!, (tab) => expect.poll(() => tab.textContent('body'), { timeout: 20_000 }).toMatch(/\[0\.3333/))
  })

  test('with the web’s workers: the same to the last bit', { timeout: 60_000 }, async () => {
    const page = `<script type="module">
  import { analyse, tableFrom } from './relatedness/dist/relatedness.js'
  import { analyseInParallel } from './relatedness/dist/parallel/analyse-in-parallel.js'
  const values = Array.from({ length: 30 }, (_, r) => Array.from({ length: 40 }, (_, a) => ((r * 7 + a * 5 + r * a) % 23) + 1))
  const table = tableFrom({ regions: values.map((_, r) => 'R' + r), activities: values[0].map((_, a) => 'A' + a), values })
  const [whole, shared] = [analyse(table), await analyseInParallel(table, { workers: 2 })]
  const same = (a, b) => a.length === b.length && a.every((value, at) => Object.is(value, b[at]))
  document.body.append(same(shared.outlook.gain.values, whole.outlook.gain.values) && same(shared.density.values, whole.density.values) ? 'same' : 'other')
</script>`
    await inBrowser(page, async (tab) => {
      await expect.poll(() => tab.textContent('body'), { timeout: 20_000 }).toContain('same')
      // Every worker is stopped.
      await expect.poll(() => tab.workers().length, { timeout: 20_000 }).toBe(0)
    })
  })
})

/** Opens a page that has the installed package beside it. */
async function inBrowser(page: string, look: (tab: Page) => Promise<void>): Promise<void> {
  expect(chromiumPath, 'Install Chromium or Chrome, or name it in SPETS_CHROMIUM.').toBeTruthy()
  writeFileSync(join(folder, 'node_modules/index.html'), `<!doctype html><meta charset="utf-8"><body></body>${page}`)
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }
  const server = createServer((request, response) => {
    const file = join(folder, 'node_modules', new URL(request.url!, 'http://localhost').pathname)
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(readFileSync(file))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const tab = await browser.newPage()
    await tab.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/index.html`)
    await look(tab)
  } finally {
    await browser.close()
    server.close()
  }
}

async function typesOf(tarball: Uint8Array, options: { excludeEntrypoints: string[] }) {
  const { checkPackage, createPackageFromTarballData } = await import('@arethetypeswrong/core')
  return checkPackage(createPackageFromTarballData(tarball), options)
}
