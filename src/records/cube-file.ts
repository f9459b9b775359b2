import { cellCount } from './cube.ts'
import type { Cube, CubeHeader, CubeValues } from './cube.ts'

/*
 * A cube's file: the sign, the length of the header as four bytes, the header as JSON in UTF-8, blanks up to a multiple of
 * eight, the values, and the statuses if there are any. Numbers have their lowest byte first, as processors have them, so
 * that the values are used as they are, in Node and in the browser.
 */
const sign = 'SPETSCB1'
const headerAt = sign.length + 4

interface FileHeader {
  values: 'int32' | 'float64'
  hasStatuses: boolean
  header: CubeHeader
}

/** The bytes of a cube's file; the same cube always gives the same bytes. */
export function encodeCube({ values, statuses, ...header }: Cube): Uint8Array<ArrayBuffer> {
  const file: FileHeader = { values: values instanceof Int32Array ? 'int32' : 'float64', hasStatuses: statuses !== null, header }
  const text = new TextEncoder().encode(JSON.stringify(file))
  const valuesAt = padded(headerAt + text.length)
  const bytes = new Uint8Array(valuesAt + values.byteLength + (statuses?.length ?? 0)).fill(0x20, 0, valuesAt)
  bytes.set(new TextEncoder().encode(sign))
  new DataView(bytes.buffer).setUint32(sign.length, text.length, true)
  bytes.set(text, headerAt)
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), valuesAt)
  if (statuses) bytes.set(statuses, valuesAt + values.byteLength)
  return bytes
}

/** How many bytes from the beginning the header takes; `start` is the first twelve bytes. @throws Error when it is no cube's file */
export function headerEnd(start: Uint8Array): number {
  if (start.length < headerAt || new TextDecoder().decode(start.subarray(0, sign.length)) !== sign)
    throw new Error('The file is no cube: it does not begin as one.')
  return headerAt + new DataView(start.buffer, start.byteOffset).getUint32(sign.length, true)
}

/** How many bytes `headerEnd` needs. */
export const fileStart = headerAt

/** The header alone, from a file's beginning. @throws Error when it is no cube's file */
export const decodeHeader = (bytes: Uint8Array): CubeHeader => fileHeaderOf(bytes).header

/** A cube from its file's bytes, which it goes on using. @throws Error when it is no cube's file, or parts are missing */
export function decodeCube(bytes: Uint8Array): Cube {
  const { values: kind, hasStatuses, header } = fileHeaderOf(bytes)
  const cells = cellCount(header)
  const valuesAt = padded(headerEnd(bytes))
  const statusesAt = valuesAt + cells * (kind === 'int32' ? 4 : 8)
  if (bytes.length !== statusesAt + (hasStatuses ? cells : 0))
    throw new Error('The cube’s file is cut off, or has more than its cells.')
  // The values must begin at a multiple of eight in memory too; Node's small buffers need not.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const at = aligned.byteOffset + valuesAt
  const values: CubeValues =
    kind === 'int32' ? new Int32Array(aligned.buffer, at, cells) : new Float64Array(aligned.buffer, at, cells)
  return { ...header, values, statuses: hasStatuses ? aligned.subarray(statusesAt) : null }
}

function fileHeaderOf(bytes: Uint8Array): FileHeader {
  const end = headerEnd(bytes)
  if (bytes.length < end) throw new Error('The cube’s file ends within its header.')
  return JSON.parse(new TextDecoder().decode(bytes.subarray(headerAt, end))) as FileHeader
}

const padded = (length: number): number => Math.ceil(length / 8) * 8
