import { feishuWire } from './feishu/wire.ts'
import { scimWire } from './scim/wire.ts'
import { tencentWire } from './tencent/wire.ts'
import type { Wire } from './wire.ts'

/** Every wire that bad requests are sent over; another one is another entry. */
export const wires = { tencent: tencentWire, feishu: feishuWire, scim: scimWire } satisfies Record<string, Wire>
