import { isUtf8 } from 'node:buffer'
import { unreadable } from '../cubes/file-table.ts'

/** The beginning of a file with one letter for each byte. */
export const latin1Start = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1')

/** The letters from 128 on of the code page that DOS had in western Europe. */
const codePage850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

/**
 * How a PX file's bytes are read: CODEPAGE decides; without it CHARSET="ANSI" is Windows-1252, and a file that names
 * neither is of DOS, unless it is UTF-8.
 * @param bytes the keywords, as far as DATA
 * @returns a function that throws ExpectedError when bytes are not of the code page that the file names
 */
export function pxDecoder(bytes: Uint8Array): (part: Uint8Array) => string {
  const start = latin1Start(bytes, bytes.length)
  const named = /(?:^|[;\s])CODEPAGE\s*=\s*"([^"]{1,40})"/.exec(start)?.[1]?.toLowerCase()
  const isAnsi = /(?:^|[;\s])CHARSET\s*=\s*"ANSI"/i.test(start)
  const page = named ?? (isUtf8(bytes) ? 'utf-8' : isAnsi ? 'windows-1252' : '850')
  if (/^(?:cp-?|ibm-?)?(?:850|437)$/.test(page))
    return (part) => Array.from(part, (byte) => (byte < 128 ? String.fromCharCode(byte) : codePage850[byte - 128]!)).join('')
  return (part) => {
    try {
      return new TextDecoder(page === 'ansi' ? 'windows-1252' : page, { fatal: true }).decode(part)
    } catch (cause) {
      throw unreadable(
        `Filen säger sig vara skriven i kodsidan «${page}», men kan inte läsas så. Spara den på nytt i UTF-8.`,
        `The file says that it is written in the code page «${page}», but cannot be read as that. Save it again in UTF-8.`,
        cause,
      )
    }
  }
}
