// The engine beside numpy on the same tables in the same run, one thread each, and in a browser's worker.
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'

interface Measured {
  times: number[]
  peakMegabytes: number
  checkSums: Record<string, [number, number]>
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
const sizes = [
  { regions: 21, activities: 88, rounds: 40 },
  { regions: 21, activities: 800, rounds: 40 },
  { regions: 290, activities: 800, rounds: 20 },
  { regions: 1300, activities: 1000, rounds: 8 },
  { regions: 250, activities: 5000, rounds: 6 },
  { regions: 1500, activities: 10_000, rounds: 2 },
]
const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0)
if (!python) console.log('numpy is not here, so there is nothing to compare with: apt-get install python3-numpy\n')

console.log(
  '| table | numpy | with the proximity matrix | without it | ratio to numpy | plain TypeScript | peak memory, ours | numpy | same answers |',
)
console.log('|---|---|---|---|---|---|---|---|---|')
for (const { regions, activities, rounds } of process.argv.includes('--quick') ? sizes.slice(0, 4) : sizes) {
  const size = [String(regions), String(activities), String(rounds)]
  const ours = measure(process.execPath, [here('measure-node.ts'), ...size])
  const matrix = activities <= 7000 ? measure(process.execPath, [here('measure-node.ts'), ...size, 'proximity']) : null
  const plain = measure(process.execPath, [here('measure-node.ts'), ...size, 'typescript'])
  const numpy = python ? measure(python, [here('pipeline.py'), ...size]) : null
  const best = matrix ?? ours
  console.log(
    `| ${regions} × ${activities} | ${numpy ? ms(numpy) : '–'} | ${matrix ? ms(matrix) : 'not made'} | ${ms(ours)} | ${numpy ? (median(best.times) / median(numpy.times)).toFixed(2) : '–'} | ${ms(plain)} | ${best.peakMegabytes.toFixed(0)} MB | ${numpy ? `${numpy.peakMegabytes.toFixed(0)} MB` : '–'} | ${numpy ? largestDifference(ours, numpy).toExponential(0) : '–'} |`,
  )
}
await measureInBrowser()

function measure(program: string, parameters: string[]): Measured {
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    env: { ...process.env, ...oneThread },
    encoding: 'utf8',
    timeout: 600_000,
  })
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')} failed:\n${stderr}`)
  return JSON.parse(stdout) as Measured
}

function median(times: number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!
}

function ms({ times }: { times: number[] }): string {
  const value = median(times)
  return value < 10 ? `${value.toFixed(1)} ms` : value < 2000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(1)} s`
}

/** The largest difference of a check sum, as a share of it. */
function largestDifference(one: Measured, other: Measured): number {
  const pairs = Object.keys(one.checkSums).map((name) => [one.checkSums[name]![0], other.checkSums[name]![0]] as const)
  return Math.max(...pairs.map(([left, right]) => Math.abs(left - right) / Math.abs(right)))
}

async function measureInBrowser(): Promise<void> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
  if (!executablePath) return console.log('\nNo Chromium is here, so nothing was measured in a browser.')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: here('measure-worker.ts') } },
  })
  const { output } = (Array.isArray(built) ? built[0]! : built) as { output: { code?: string }[] }
  const code = output[0]!.code!
  const server = createServer((request, response) =>
    request.url === '/worker.js'
      ? response.setHeader('content-type', 'text/javascript').end(code)
      : response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/`)
  for (const { regions, activities, rounds } of sizes.slice(0, 3)) {
    const times = await page.evaluate(
      (size) =>
        new Promise<number[]>((resolve) => {
          const worker = new Worker('/worker.js', { type: 'module' })
          worker.addEventListener('message', ({ data }) => resolve(data as number[]))
          worker.postMessage(size, [])
        }),
      { regions, activities, rounds },
    )
    console.log(
      `\nIn a browser's worker, ${regions} × ${activities}: first ${times[0]!.toFixed(1)} ms, warm ${ms({ times: times.slice(Math.floor(times.length / 2)) })}.`,
    )
  }
  await browser.close()
  server.close()
}
