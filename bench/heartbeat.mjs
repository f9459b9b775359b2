// Loaded before a program: beats every 5 ms and writes, when the program ends, the longest time that nothing else could run, to the
// file that BENCH_HEARTBEAT names: before it listened, from then on, and
// from three seconds later, when what a start makes ready has been made. In processor time of the thread, which does not count
// what other programs on the machine took meanwhile, and by the clock.
import { writeFileSync } from 'node:fs'
import { Server } from 'node:net'
import { isMainThread } from 'node:worker_threads'

const settledAfterMs = 3000

const cpu = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

if (isMainThread) {
  let last = { clock: performance.now(), cpu: cpu() }
  let part = 'starting'
  const longest = { starting: { clock: 0, cpu: 0 }, serving: { clock: 0, cpu: 0 }, settled: { clock: 0, cpu: 0 } }
  const beat = () => {
    const now = { clock: performance.now(), cpu: cpu() }
    longest[part].clock = Math.max(longest[part].clock, now.clock - last.clock - 5)
    longest[part].cpu = Math.max(longest[part].cpu, now.cpu - last.cpu)
    last = now
  }
  setInterval(beat, 5).unref()
  const listen = Server.prototype.listen
  Server.prototype.listen = function (...given) {
    this.once('listening', () => {
      beat()
      part = 'serving'
      setTimeout(() => {
        beat()
        part = 'settled'
      }, settledAfterMs).unref()
    })
    return listen.apply(this, given)
  }
  process.on('exit', () => writeFileSync(process.env.BENCH_HEARTBEAT, JSON.stringify(longest)))
}
