import { createRequire } from 'node:module'
import type { ClientOptions, Key } from '../clients.ts'

interface IntlRequest {
  from_json_string(text: string): void
}

interface IntlClient {
  readonly [action: string]: (request: IntlRequest, done: (error: unknown, answer: object) => void) => void
}

/** What is used of the package, which brings no types. */
interface IntlPackage {
  readonly Client: { new (credential: object, region: string, profile: object): IntlClient; readonly prototype: object }
  readonly Models: { readonly [name: string]: new () => IntlRequest }
}

interface IntlSettings {
  readonly Credential: new (secretId: string, secretKey: string) => object
  readonly HttpProfile: new (protocol?: string, endpoint?: string, reqMethod?: string) => object
  readonly ClientProfile: new (signMethod?: string, httpProfile?: object) => object
}

const require = createRequire(import.meta.url)
const packages = require('tencentcloud-sdk-nodejs-intl-en/tencentcloud/organization') as Record<'v20210331' | 'v20181225', IntlPackage>
const { Credential, HttpProfile, ClientProfile } = require('tencentcloud-sdk-nodejs-intl-en/tencentcloud/common') as IntlSettings

export type Call = (action: string, parameters: object) => Promise<Record<string, unknown>>

/** Whether the international package has the action; it lags behind the other one. */
export function intlHas(action: string, version: 'v20210331' | 'v20181225'): boolean {
  return action in packages[version].Client.prototype && `${action}Request` in packages[version].Models
}

/** The official international client, unmodified: request objects that are filled from JSON text, and callbacks. */
export function intlCall(
  key: Key,
  { endpoint, signMethod = 'TC3-HMAC-SHA256', reqMethod }: ClientOptions,
  version: 'v20210331' | 'v20181225' = 'v20210331',
): Call {
  const { Client, Models } = packages[version]
  const profile = new ClientProfile(signMethod, new HttpProfile('http://', endpoint, reqMethod))
  const client = new Client(new Credential(key.secretId, key.secretKey), '', profile)
  return (action, parameters) =>
    new Promise((resolve, reject) => {
      const Request = Models[`${action}Request`]
      const method = client[action]
      if (!Request || !method) throw new Error(`the international client has no ${action}`)
      const request = new Request()
      request.from_json_string(JSON.stringify(parameters))
      method.call(client, request, (error, answer) => (error ? reject(error) : resolve(withoutNulls(answer) as Record<string, unknown>)))
    })
}

/** Its answers are objects of its models, which hold null where nothing was answered. */
function withoutNulls(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (_, value) => (value === null ? undefined : value)))
}
