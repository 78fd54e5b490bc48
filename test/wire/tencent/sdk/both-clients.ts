import type { ClientOptions, Key } from '../../../kit/clients.ts'
import { sdkClient, sdkClient2018 } from '../../../kit/clients.ts'
import { type Call, intlCall } from '../../../kit/sdk/intl-client.ts'

type Method = (parameters: object) => Promise<Record<string, unknown>>

/** Calls the method that the client of the China site has for the action. */
export function chinaCall(key: Key, options: ClientOptions, version: 'v20210331' | 'v20181225' = 'v20210331'): Call {
  const made = version === 'v20210331' ? sdkClient(key, options) : sdkClient2018(key, options)
  const client = made as unknown as Record<string, Method>
  return (action, parameters) => {
    const method = client[action]
    if (!method) throw new Error(`the client has no ${action}`)
    return method.call(client, parameters)
  }
}

export const clients = { china: chinaCall, international: intlCall }
export const signMethods = ['TC3-HMAC-SHA256', 'HmacSHA256', 'HmacSHA1'] as const
export const reqMethods = ['POST', 'GET'] as const
