// Loaded before a program: beats every 5 ms and writes, when told to end, the longest time that nothing else could run, to the
// file that BENCH_HEARTBEAT names: in all, and from the first second on that the program listened.
import { writeFileSync } from 'node:fs'
import { Server } from 'node:net'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  let last = performance.now()
  let listeningAt = Infinity
  const longest = { starting: 0, serving: 0 }
  const beat = setInterval(() => {
    const now = performance.now()
    const part = now > listeningAt ? 'serving' : 'starting'
    longest[part] = Math.max(longest[part], now - last - 5)
    last = now
  }, 5)
  beat.unref()
  const listen = Server.prototype.listen
  Server.prototype.listen = function (...given) {
    this.once('listening', () => (listeningAt = performance.now()))
    return listen.apply(this, given)
  }
  process.on('exit', () => writeFileSync(process.env.BENCH_HEARTBEAT, JSON.stringify(longest)))
}
