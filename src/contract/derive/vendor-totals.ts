import type { Operation } from '../operation.ts'

/** How many operations a vendor documents for one version of one product. */
export interface VendorTotal extends Pick<Operation, 'dialect' | 'service' | 'version'> {
  readonly operations: number
  readonly source: string
}

/** What the coverage page measures against; Rollcall's own API has no vendor. */
export const vendorTotals: readonly VendorTotal[] = [
  {
    dialect: 'tencent',
    service: 'organization',
    version: '2021-03-31',
    operations: 134,
    source: 'API model of organization 2021-03-31, its list of actions',
  },
  {
    dialect: 'tencent',
    service: 'organization',
    version: '2018-12-25',
    operations: 20,
    source: 'API model of organization 2018-12-25, its list of actions',
  },
  {
    dialect: 'feishu',
    service: 'contact',
    version: 'v3',
    operations: 71,
    source: 'contact/v3 of the official Node SDK 1.74.0: every method and path',
  },
]
