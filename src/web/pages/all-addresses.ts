import type { PageAddress } from '../frame/page-address.ts'
import type { Addresses } from '../frame/paths.ts'

/**
 * Every page's address without the page, for those who make links and show no pages: search in the browser and the command
 * line. The bundler collects each folder's `x.address.ts`.
 */
const files = import.meta.glob<Record<string, PageAddress>>('./*/*.address.ts', { eager: true })

export const allAddresses: Addresses = new Map(
  Object.values(files)
    .flatMap((file) => Object.values(file))
    .map((address) => [address.name, address]),
)
