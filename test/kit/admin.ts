import type { TestServer } from './server.ts'

export interface AdminAnswer<Body> {
  readonly status: number
  readonly body: Body
}

/** Calls the admin API as anybody would: over HTTP, with the token. */
export async function admin<Body = Record<string, unknown>>(
  { url, adminToken }: Pick<TestServer, 'url' | 'adminToken'>,
  method: string,
  path: string,
  body?: object,
): Promise<AdminAnswer<Body>> {
  const response = await fetch(`${url}/admin/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${adminToken}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body }
}
