import type { DocumentContext, DocumentInput, DocumentRoute } from '../frame/document-route.ts'
import { sharePicture } from './share-picture.ts'
import type { SharePicture } from './share-picture.ts'

interface Declared extends Pick<DocumentRoute, 'params' | 'takes' | 'missing' | 'needs'> {
  /** Of the page in the API: its picture is below it. */
  path: string
  summary: string
  /** @throws ExpectedError for what is not there */
  picture(context: DocumentContext, input: DocumentInput): SharePicture
}

/** The picture that a page is shared with, as an address of its own. It is drawn when somebody asks for it, and kept. */
export const shareRoute = ({ path, picture, ...declared }: Declared): DocumentRoute => ({
  ...declared,
  path: `${path}/picture.png`,
  type: 'image/png',
  fileName: () => 'spets',
  make: async (context, input) => {
    const { pngOfSvg } = await import('../../documents/picture/png-of-svg.ts')
    return pngOfSvg(sharePicture(picture(context, input)), { most: 1 })
  },
})
