import { defineAddress } from '../../frame/page-address.ts'

declare module '../../frame/page-address.ts' {
  interface PageNames {
    datasets: true
  }
}

export const datasetsAddress = defineAddress({
  name: 'datasets',
  paths: { sv: '/datasets', en: '/datasets' },
})
