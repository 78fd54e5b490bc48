import { expect, onTestFinished, test } from 'vitest'
import { readForm } from '../../src/dialects/tencent/requests/form-parameters.ts'
import { newZone } from '../kit/directory.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { startSideBySide } from '../kit/side-by-side.ts'
import { SignedCaller } from './durability/signed-caller.ts'

/** What bad requests found: texts that SQLite takes and PostgreSQL can't keep. The official client never sends halves. */
const texts = { 'U+0000': 'a\0b', 'half of a surrogate pair': 'a\ud83d', 'the other half': '\ude00' }

onEveryEngine('a text that no database can keep', (engine) => {
  test.for(Object.entries(texts))('is refused as it comes in: %s', async ([, text]) => {
    const [server] = await startSideBySide(engine)
    const { key, zone } = await newZone(server)
    const caller = new SignedCaller(server.port, key)
    onTestFinished(() => caller.close())
    const refused = { code: 'InvalidParameter' }
    expect(await caller.call('RemoveUserFromGroup', { ZoneId: zone, GroupId: 'g-x', UserId: text })).toMatchObject(refused)
    expect(await caller.call('CreateUser', { ZoneId: zone, UserName: 'u', Description: text })).toMatchObject(refused)
    expect(await caller.call('ListUsers', { ZoneId: zone, FilterGroups: ['g-x', text] })).toMatchObject(refused)
    expect(await caller.call('ListUsers', { ZoneId: zone, [text]: 1 })).toMatchObject(refused)
    const { output } = await caller.call('CreateUser', { ZoneId: zone, UserName: 'u', Description: '😀' })
    expect(output.UserInfo).toMatchObject({ Description: '😀' })
  })
})

test('U+0000 in a form is refused, percent-encoded or not', () => {
  for (const form of ['A=a%00', 'A=a\0', 'A\0=1']) expect(() => readForm(Buffer.from(form))).toThrow('InvalidParameter')
})
