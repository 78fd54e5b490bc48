import { describe, expect, test } from 'vitest'
import { sdkClient } from '../../kit/clients.ts'
import { newUser, newZone, type TestZone } from '../../kit/directory.ts'
import { refusal } from '../../kit/refusals.ts'
import { sharedServer } from '../../kit/shared-server.ts'

/** What a refusal repeats of a request: it is seen for what it is, on one line, and short. */
describe('what was sent, in a refusal', () => {
  const world = sharedServer()

  const clients = ({ key }: TestZone) =>
    (['en-US', 'zh-CN'] as const).map((language) => sdkClient(key, { endpoint: `127.0.0.1:${world.server.port}`, language }))

  const messages = async (place: TestZone, action: string, parameters: object) =>
    Promise.all(clients(place).map(async (client) => (await refusal(client.request(action, parameters))).message))

  test.each([
    ['nothing', '', '""'],
    ['spaces around', 'u-0 ', '"u-0 "'],
    ['a line break', 'u-0\nu-1', '"u-0\\nu-1"'],
    ['a line separator', 'u-0\u2028', '"u-0\\u2028"'],
    ['a space without width', 'u-\u200b0', '"u-\\u200b0"'],
    ['a turn of direction', '\u202eu-0', '"\\u202eu-0"'],
    ['an unseen sign beyond 16 bits', 'u-\u{e0020}', '"u-\\udb40\\udc20"'],
    ['a space of Chinese width', '销售　部', '"销售\\u3000部"'],
    ['very much', 'x'.repeat(100_000), `"${'x'.repeat(60)}…" (100000 characters)`],
    ['very much beyond 16 bits', '𠮷'.repeat(1000), `"${'𠮷'.repeat(60)}…" (1000 characters)`],
    ['what is usual', 'u-000000000000', 'u-000000000000'],
    ['other letters, with a space', '张三 é', '张三 é'],
  ])('an id that is not there: %s', async (_, id, said) => {
    const place = await newZone(world.server)
    const user = await newUser(place)
    const [en, zh] = await messages(place, 'GetUser', { ZoneId: place.zone, UserId: id })
    expect(en).toBe(`No user ${said} in this zone. ListUsers shows them.`)
    expect(zh).toBe(`该空间中没有用户 ${said}，可用 ListUsers 查询。`)
    for (const message of await messages(place, 'GetGroup', { ZoneId: place.zone, GroupId: id })) expect(message).toContain(` ${said}`)
    for (const message of await messages(place, 'GetUser', { ZoneId: id, UserId: user })) expect(message).toContain(` ${said}`)
  })

  test.each([
    ['an unseen character', 'li\u200bsi', '"li\\u200bsi"'],
    ['a byte order mark', '\ufefflisi', '"\\ufefflisi"'],
    ['too long, cut between characters', '😀'.repeat(65), `"${'😀'.repeat(60)}…" (65 characters)`],
  ])('a value that is not allowed: %s', async (_, UserName, said) => {
    const place = await newZone(world.server)
    for (const message of await messages(place, 'CreateUser', { ZoneId: place.zone, UserName })) {
      expect(message).toContain(` ${said}`)
      expect(message.isWellFormed()).toBe(true)
    }
  })

  test.each([
    ['an unseen character', 'UserId\u200b', '`"UserId\\u200b"`'],
    ['very long', `${'x'.repeat(59)}${'😀'.repeat(100)}`, `\`"${'x'.repeat(59)}😀…" (159 characters)\``],
    ['what is usual', 'UserID', '`UserID`'],
  ])('a parameter that is not known: %s', async (_, name, said) => {
    const place = await newZone(world.server)
    for (const message of await messages(place, 'GetUser', { ZoneId: place.zone, [name]: '' })) expect(message).toContain(said)
  })

  test('a name in the text to sign, wherever that is cut', async () => {
    const { key } = await newZone(world.server)
    const wrong = sdkClient({ ...key, secretKey: 'x' }, { endpoint: `127.0.0.1:${world.server.port}`, signMethod: 'HmacSHA256' })
    for (const begin of ['x', 'xx']) {
      const { code, message } = await refusal(wrong.request('GetUser', { [begin + '😀'.repeat(400)]: '1' }))
      expect([code, message.isWellFormed()]).toEqual(['AuthFailure.SignatureFailure', true])
    }
  })

  test('a taken address with a line break', async () => {
    const place = await newZone(world.server)
    await newUser(place, { Email: 'a\nb' })
    for (const message of await messages(place, 'CreateUser', { ZoneId: place.zone, UserName: 'lisi', Email: 'A\nB' })) {
      expect(message).toContain(' "A\\nB"')
    }
  })
})
