import { afterEach, expect, test, vi } from 'vitest'
import { newOrganization } from '../../../kit/directory.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { clients, reqMethods } from './both-clients.ts'

const world = sharedServer()

afterEach(() => {
  vi.restoreAllMocks()
})

for (const [name, client] of Object.entries(clients)) {
  test.each(reqMethods)(`the %s of the ${name} client is taken when it draws the nonce 0`, async (reqMethod) => {
    const { key, organization } = await newOrganization(world.server)
    const call = client(key, { endpoint: `127.0.0.1:${world.server.port}`, signMethod: 'HmacSHA1', reqMethod })
    const random = vi.spyOn(Math, 'random').mockReturnValue(0)
    expect(await call('DescribeOrganization', {})).toMatchObject({ OrgId: organization })
    expect(random).toHaveBeenCalled()
  })
}
