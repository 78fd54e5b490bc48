import { expect, test } from 'vitest'
import { newZone, type TestZone, unique } from '../../../kit/directory.ts'
import { sendRaw } from '../../../kit/raw-request.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { tc3, v1 } from '../signing/independent-signer.ts'

const world = sharedServer()

type Write = (zone: TestZone, parameters: Record<string, string>) => ReturnType<typeof v1>

const place = () => ({ host: `127.0.0.1:${world.server.port}`, timestamp: Math.floor(Date.now() / 1000) })

/** What `urlencode` of Python makes of a text: a plus for a blank. */
const quoted = (text: string) => encodeURIComponent(text).replaceAll('%20', '+')

const ways: Record<string, Write> = {
  'a query, TC3-HMAC-SHA256': ({ key }, parameters) => {
    const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${quoted(value)}`)
    return tc3('CreateUser', '', { ...place(), key, query: pairs.join('&') })
  },
  'a form, HmacSHA256': ({ key }, parameters) => {
    const { host, timestamp } = place()
    const common = { Timestamp: String(timestamp), SignatureMethod: 'HmacSHA256', RequestClient: 'SDK_PYTHON_3.1.193', Language: 'zh-CN' }
    return v1('CreateUser', parameters, { key, host, common })
  },
}

// The Python SDK (tried: 3.1.193) writes booleans as Python does where it can't send JSON.
test.each(Object.keys(ways))('booleans of the Python SDK in %s', async (way) => {
  const zone = await newZone(world.server)
  for (const [written, meant] of [
    ['True', true],
    ['False', false],
  ] as const) {
    const UserName = unique('user')
    const parameters = { ZoneId: zone.zone, UserName, Description: '李四 a_b', NeedResetPassword: written }
    const sent = (ways[way] as Write)(zone, parameters)
    expect(await sendRaw(world.server.port, sent)).toMatchObject({ code: 'OK', status: 200 })
    const { Users } = await zone.client.ListUsers({ ZoneId: zone.zone, Filter: UserName })
    expect(Users).toMatchObject([{ UserName, Description: '李四 a_b', NeedResetPassword: meant }])
  }
})
