import { expect, test } from 'vitest'
import { writeToken } from '../../src/contract/page-token.ts'
import { admin } from '../kit/admin.ts'
import { unique } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { sharedServer } from '../kit/shared-server.ts'

onEveryEngine('ListDeliveries', (engine) => {
  const world = sharedServer({ engine })

  test('a cursor with a place that no delivery has is refused, whatever it holds', async () => {
    const { server } = world
    const company = await admin<{ id: string }>(server, 'POST', '/companies', { name: unique('company') })
    const app = await admin<{ id: string }>(server, 'POST', `/companies/${company.body.id}/apps`, { name: unique('app') })
    const path = `/companies/${company.body.id}/apps/${app.body.id}/deliveries`
    expect((await admin(server, 'GET', `${path}?after=${writeToken([0, 'e1'])}`)).status).toBe(200)
    for (const place of [[0, '\0'], [0, 'e\0'], [0, '\ud800'], [0.5, 'e1'], [0, 1], [0], 'e1', null]) {
      const refused = await admin(server, 'GET', `${path}?after=${writeToken(place)}`)
      expect(refused).toMatchObject({ status: 400, body: { type: 'urn:rollcall:cursor_invalid' } })
    }
  })
})
