import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ExpectedError } from '../../records/expected-error.ts'

interface Place {
  /** 0 = any free one. */
  port: number
  host: string
}

/** Takes the port, and gives the address that it can be reached at. @throws ExpectedError when the port cannot be taken */
export async function listenOn(server: Server, place: Place): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, place)))
    server.listen(place.port, place.host, () => resolve())
  })
  const { port } = server.address() as AddressInfo
  return `http://${place.host === '0.0.0.0' || place.host === '::' ? 'localhost' : place.host}:${port}`
}

function explainListenError(error: NodeJS.ErrnoException, { port, host }: Place): Error {
  if (error.code === 'EADDRINUSE')
    return new ExpectedError('bad_request', {
      detail: `Port ${port} is taken, perhaps by another Spets. Stop that, or choose another: npm start -- --port ${port + 1}`,
    })
  if (error.code === 'EACCES')
    return new ExpectedError('bad_request', { detail: `Port ${port} may not be used by this user. Choose one above 1023.` })
  if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL')
    return new ExpectedError('bad_request', { detail: `This machine has no address «${host}».` })
  return error
}
