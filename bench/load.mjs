// The load, in a process of its own so that it does not share a thread with what it measures.
// node load.mjs URL SECONDS CONNECTIONS HEADERS-AS-JSON → one line of JSON
import autocannon from 'autocannon'

const [url, seconds, connections, headers] = process.argv.slice(2)
const { requests, latency, errors, statusCodeStats } = await autocannon({
  url,
  duration: Number(seconds),
  connections: Number(connections),
  headers: JSON.parse(headers),
})
const statuses = Object.keys(statusCodeStats)
console.log(JSON.stringify({ requestsPerSecond: requests.average, p99Ms: latency.p99, total: requests.total, errors, statuses }))
