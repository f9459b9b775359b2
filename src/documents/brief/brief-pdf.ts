import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Brief } from './brief-content.ts'
import { briefText } from './brief-text.ts'
import { briefTemplate } from './brief-template.ts'

const sheet = 2
/** Points; a long list is set smaller, so that the front stays one page. */
const sizes = [12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5] as const

let compiler: NodeCompiler | null = null

/** The brief as a tagged PDF (PDF/UA-1): a front and a back. The same brief gives the same bytes. */
export function briefToPdf(brief: Brief): Uint8Array<ArrayBuffer> {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [] }] })
  const words = { ...brief, made: briefText[brief.lang].made(brief.validAt), sourcesHeading: briefText[brief.lang].sources }
  const inputs = { brief: JSON.stringify(words) }
  for (const size of sizes) {
    const source = { mainFileContent: briefTemplate, inputs: { ...inputs, size: String(size) } }
    const compiled = compiler.compile(source)
    const document = compiled.result
    if (!document) throw new Error(`The brief could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    if (document.numOfPages > sheet && size !== sizes.at(-1)) continue
    const pdf = compiler.pdf(document, {
      pdfStandard: 'ua-1',
      creationTimestamp: Date.parse(`${brief.validAt}T12:00:00Z`) / 1000,
    })
    compiler.evictCache(10)
    return new Uint8Array(pdf)
  }
  throw new Error('There is no size to set the brief in.')
}
