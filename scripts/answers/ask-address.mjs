// One request over a plain connection: headers and bytes as they were sent, nothing added and nothing followed.
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** Asks an address of a site. @returns status, headers in lower case, and the unpacked body */
export function ask({ origin, agent }, { method = 'GET', address, headers = {}, body = null }) {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) }
    const sent = request({ hostname, port, path: address, method, agent, headers: { ...headers, ...length } }, (response) => {
      const pieces = []
      response.on('data', (piece) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(pieces)
        resolve({ status: response.statusCode, headers: response.headers, body: unpack(bytes, response.headers) })
      })
    })
    sent.on('error', (error) => reject(new Error(`${method} ${address}: ${error.message}`, { cause: error })))
    sent.end(body ?? undefined)
  })
}

function unpack(bytes, headers) {
  if (bytes.length === 0) return bytes
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(bytes)
  return headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
}

/** A form as a browser sends it; the boundary is the same each time. */
export function formBody(fields) {
  const boundary = '----answers-boundary'
  const parts = fields.flatMap(([name, value]) => {
    const isFile = typeof value === 'object'
    const about = isFile ? `; filename="${value.name}"\r\nContent-Type: application/octet-stream` : ''
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${about}\r\n\r\n`
    return [Buffer.from(head), isFile ? value.bytes : Buffer.from(value), Buffer.from('\r\n')]
  })
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' },
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
