import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    testBed: true
  }
}

export const testBedAddress = defineAddress({ name: 'testBed', paths: { sv: '/testbadd/:id', en: '/test-bed/:id' } })
