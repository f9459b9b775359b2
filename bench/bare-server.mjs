// The measure to compare with: a bare node:http server that sends one answer, read as JSON from standard input, whatever is asked.
// Says its port on standard output.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

const { status, headers, body } = JSON.parse(await text(process.stdin))
const bytes = Buffer.from(body, 'base64')
const server = createServer((_request, response) => response.writeHead(status, headers).end(bytes))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.on('SIGTERM', () => process.exit(0))
