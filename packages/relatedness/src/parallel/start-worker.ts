/** A worker of Node's or of the browser's kind. */
export type StartedWorker = NodeWorker | WebWorker

interface StartedThread {
  postMessage(message: unknown): void
  terminate(): unknown
}

/** What is used of Node's worker threads. */
export interface NodeWorker extends StartedThread {
  on(event: 'message' | 'error' | 'exit', listener: (value: never) => void): unknown
}

/** What is used of the web's workers. */
export interface WebWorker extends StartedThread {
  addEventListener(event: 'message' | 'error', listener: (event: { data?: unknown; message?: string }) => void): void
}

type BuiltinModules = { getBuiltinModule?: (name: string) => unknown }

/** A module that only Node has; undefined elsewhere and in Node before 20.16. */
export function builtinModule<Module>(name: string): Module | undefined {
  const { process } = globalThis as { process?: BuiltinModules }
  return process?.getBuiltinModule?.(name) as Module | undefined
}

/** How many processors there are to work on; 1 where that is not known. */
export function processors(): number {
  const os = builtinModule<{ availableParallelism?: () => number }>('node:os')
  return os?.availableParallelism?.() ?? globalThis.navigator?.hardwareConcurrency ?? 1
}

/** @throws Error where there are neither Node's worker threads nor the web's workers */
export function startWorker(): StartedWorker {
  const threads = builtinModule<{ Worker: new (address: URL) => NodeWorker }>('node:worker_threads')
  // In the repository the modules are TypeScript.
  const name = import.meta.url.endsWith('.ts') ? './parallel-worker.ts' : './parallel-worker.js'
  if (threads) return new threads.Worker(new URL(name, import.meta.url))
  if (typeof globalThis.Worker === 'function')
    return new globalThis.Worker(new URL('./parallel-worker.js', import.meta.url), { type: 'module' }) as WebWorker
  throw new Error('There are no worker threads here (Node has them from 20.16 on). Give { workers: 0 }, or use analyse.')
}
