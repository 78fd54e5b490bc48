import type { Answer, Route } from '../../contract/exchange.ts'
import type { Ports } from '../../directory/ports.ts'
import { logIdOf } from './answers.ts'

/** What answers below `/open-apis` where nothing is mounted, or nothing for the method: as the vendor does, no JSON. */
export function unservedRoutes({ clock, ids }: Ports): Route[] {
  const handle = async (): Promise<Answer> => {
    const logId = logIdOf(clock.now(), ids.uuid())
    return {
      status: 404,
      type: 'text/plain',
      headers: { 'X-Tt-Logid': logId, 'X-Request-Id': logId },
      body: '404 page not found',
      outcome: { operation: 'feishu:-', code: 'NotFound', requestId: logId },
    }
  }
  return ['/open-apis', '/open-apis/*'].map((path) => ({ method: '*', path, bodyLimit: 0, handle }))
}
