/** What a worker of `analyseInParallel` runs: one share of the regions, then it waits to be stopped. */
import { type DensityAndGain, densityAndGain, type DensityAndGainInput } from '../kernel/density-and-gain.ts'
import { type KernelName, useKernel } from '../kernel/kernel.ts'
import type { RegionRange } from '../kernel/nearness-requests.ts'
import { builtinModule } from './start-worker.ts'

export interface PartRequest {
  input: DensityAndGainInput
  regions: RegionRange
  kernel: KernelName
}

export type PartAnswer = DensityAndGain | { problem: string }

interface Port {
  postMessage(message: unknown, transfer?: readonly unknown[]): void
  on?(event: 'message', listener: (request: PartRequest) => void): void
  addEventListener?(event: 'message', listener: (event: { data: PartRequest }) => void): void
}

const threads = builtinModule<{ parentPort: Port | null }>('node:worker_threads')
const port = threads?.parentPort ?? (globalThis as unknown as Port)
if (port.on) port.on('message', answer)
else port.addEventListener?.('message', ({ data }) => answer(data))

function answer({ input, regions, kernel }: PartRequest): void {
  try {
    useKernel(kernel)
    const { density, gain, index } = densityAndGain(input, regions)
    port.postMessage({ density, gain, index }, [density.buffer, gain.buffer, index.buffer])
  } catch (error) {
    port.postMessage({ problem: error instanceof Error ? error.message : String(error) })
  }
}
