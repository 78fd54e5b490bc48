import type { Agent } from 'node:http'
import * as china from 'tencentcloud-sdk-nodejs/tencentcloud/services/organization/index.js'

/** The official client of version 2021-03-31, unmodified. */
export type Client = InstanceType<typeof china.organization.v20210331.Client>

export interface Key {
  readonly secretId: string
  readonly secretKey: string
}

export interface ClientOptions {
  readonly endpoint: string
  readonly signMethod?: 'TC3-HMAC-SHA256' | 'HmacSHA256' | 'HmacSHA1'
  readonly reqMethod?: 'POST' | 'GET'
  readonly language?: 'zh-CN' | 'en-US'
  /** Sent with every call, as the official client offers it. */
  readonly headers?: Record<string, string>
  readonly agent?: Agent
}

/** The official client of version 2018-12-25, unmodified. */
export type Client2018 = InstanceType<typeof china.organization.v20181225.Client>

function settings(key: Key, { endpoint, signMethod, reqMethod, language, headers, agent }: ClientOptions) {
  return {
    credential: key,
    region: '',
    profile: {
      ...(signMethod && { signMethod }),
      ...(language && { language }),
      httpProfile: { endpoint, protocol: 'http://', ...(reqMethod && { reqMethod }), ...(headers && { headers }), ...(agent && { agent }) },
    },
  }
}

/** Nothing but the endpoint is set: that is all a user changes to come here. */
export function sdkClient(key: Key, options: ClientOptions): Client {
  return new china.organization.v20210331.Client(settings(key, options))
}

export function sdkClient2018(key: Key, options: ClientOptions): Client2018 {
  return new china.organization.v20181225.Client(settings(key, options))
}
