import { isJsonObject, parsedJson } from '../../contract/json/parse-json.ts'
import { adminToken } from '../../directory/secrets/admin-token.ts'
import type { Settings } from '../../settings.ts'
import { openLocalDirectory } from '../local-directory.ts'
import { UsageError } from '../usage-error.ts'
import { askServer, withoutAnswer } from './ask-server.ts'
import { notRollcall } from './foreign-answer.ts'
import { baseUrl } from './server-address.ts'

export interface AdminCall {
  readonly method: string
  readonly path: string
  readonly body?: object
  /** A member that the answer has. */
  readonly has?: string
}

export type Admin = <Answer>(call: AdminCall) => Promise<Answer>

/** Calls the admin API of the running server with the token of the data folder. */
export async function openAdmin(settings: Settings): Promise<Admin> {
  const { reader, vault, close } = await openLocalDirectory(settings)
  const token = await Promise.resolve(adminToken(reader, vault)).finally(close)
  if (!token) throw new UsageError('no admin token yet: it is made by the first start of the server (rollcall serve)')
  return adminClient(settings, token)
}

function adminClient(settings: Settings, token: string): Admin {
  const url = baseUrl(settings)
  return async ({ method, path, body, has }) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
    const asked = { method, path: `/admin/v1${path}`, headers, ...(body && { body: JSON.stringify(body) }) }
    const { status, text } = await askServer(settings, asked).catch((error) => {
      throw withoutAnswer(url, error)
    })
    const answer = text === '' ? {} : parsedJson(text)
    if (!isJsonObject(answer)) throw notRollcall(url, status)
    if (status < 200 || status > 299) throw refusalIn(answer) ?? notRollcall(url, status)
    if (has !== undefined && !Object.hasOwn(answer, has)) throw notRollcall(url, status)
    return answer as never
  }
}

/** What the admin API refuses, or the server itself; undefined where another program does. */
function refusalIn({ type, detail, requestId, message }: Record<string, unknown>): UsageError | undefined {
  if (typeof type === 'string' && type.startsWith('urn:rollcall:')) return new UsageError(String(detail))
  return typeof requestId === 'string' ? new UsageError(`${message} requestId: ${requestId}`) : undefined
}
