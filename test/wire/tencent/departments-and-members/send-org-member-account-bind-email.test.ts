import { expect, test } from 'vitest'
import { eventsOf } from '../../../kit/directory.ts'
import { onEveryEngine } from '../../../kit/engines.ts'
import { heldTime } from '../../../kit/held-time.ts'
import { addMail, finishMail, setLimits, withWaitingMail } from '../../../kit/organization/mail-bindings.ts'
import { refusesAllButManagers } from '../../../kit/organization/services.ts'
import { startTestServer } from '../../../kit/server.ts'
import { type SharedServer, sharedServer } from '../../../kit/shared-server.ts'

const hour = 3_600_000

onEveryEngine('SendOrgMemberAccountBindEmail', (engine) => {
  const world = sharedServer({ engine })
  sends(world)
  refuses(world)
  refusesAllButManagers(world, (client, MemberUin) => client.SendOrgMemberAccountBindEmail({ MemberUin, BindId: 1 }))

  test('by the clock: one an hour and three in all, LimitExceeded.SendEmailWithinOneHourLimit and SendEmailLimit', async () => {
    const server = await startTestServer({ engine })
    try {
      await heldTime(async (pass) => {
        const { send, refused } = await waiting({ server })
        const [within, all] = ['LimitExceeded.SendEmailWithinOneHourLimit', 'LimitExceeded.SendEmailLimit']
        // Source: open question 11; the mail of the request itself is none that was sent again.
        await send()
        await refused(send, within, 'Wait 60 minute(s)')
        pass(hour - 1000)
        await refused(send, within, 'Wait 1 minute(s)')
        pass(1000)
        await send()
        await refused(send, within, 'less than an hour ago')
        pass(hour)
        await send()
        await refused(send, all, 'sent again 3 times')
        pass(24 * hour)
        await refused(send, all, 'limits.mailBindingSends')
      })
    } finally {
      await server.stop()
    }
  })
})

async function waiting({ server }: Pick<SharedServer, 'server'>, count = 1) {
  const { manager, uin, others, refused } = await withWaitingMail(server, count)
  const ask = (about: { MemberUin?: number; BindId?: number }) =>
    manager.client.SendOrgMemberAccountBindEmail({ MemberUin: uin, BindId: 1, ...about })
  return { manager, uin, others, ask, send: () => ask({}), refused }
}

function sends(world: SharedServer): void {
  test('the documented example: no answer but the request id; the mail follows from the event', async () => {
    const { uin, send } = await waiting(world)
    // Source: SendOrgMemberAccountBindEmail example.
    const { RequestId, ...answer } = await send()
    expect(answer).toEqual({})
    expect((await eventsOf(world.server, String(uin))).at(-1)).toMatchObject({
      kind: 'mail_binding_sent',
      operation: 'SendOrgMemberAccountBindEmail',
      requestId: RequestId,
      after: { id: 1, email: expect.stringMatching(/@example\.com$/), sends: 1 },
    })
  })

  test('each binding has its own count, and each organization its limit', async () => {
    const { manager, uin, ask, refused } = await waiting(world)
    await setLimits(world.server, manager, { mailBindingSends: 1 })
    await ask({})
    await refused(() => ask({}), 'LimitExceeded.SendEmailLimit', 'sent again 1 times')
    await finishMail(world.server, uin, 'failed')
    await addMail(manager, uin)
    await ask({ BindId: 2 })
  })
}

function refuses(world: SharedServer): void {
  test('InvalidParameter: a uin or BindId that is none', async () => {
    const { ask, refused } = await waiting(world)
    await refused(() => ask({ MemberUin: 0 }), 'InvalidParameter', 'MemberUin')
    await refused(() => ask({ BindId: -1 }), 'InvalidParameter', 'BindId')
  })

  test('FailedOperation.EmailBindRecordInvalid: one that succeeded, failed, or was replaced after it failed', async () => {
    const code = 'FailedOperation.EmailBindRecordInvalid'
    const bound = await waiting(world)
    await finishMail(world.server, bound.uin, 'success')
    await bound.refused(bound.send, code, 'has ended: success')
    const { manager, uin, send, refused } = await waiting(world)
    await finishMail(world.server, uin, 'failed')
    await refused(send, code, 'has ended: failed')
    await addMail(manager, uin)
    await refused(send, code, 'replaced by 2')
  })

  test('ResourceNotFound.EmailBindRecordNotExist: a BindId that was never given, a member without a binding', async () => {
    const { others, ask, refused } = await waiting(world, 2)
    const code = 'ResourceNotFound.EmailBindRecordNotExist'
    await refused(() => ask({ BindId: 2 }), code, 'DescribeOrganizationMemberEmailBind')
    await refused(() => ask({ MemberUin: others[0] as number }), code, `Member ${others[0]}`)
  })

  test('ResourceNotFound.OrganizationMemberNotExist', async () => {
    const { ask, refused } = await waiting(world)
    const call = () => ask({ MemberUin: 100_000_000_000 })
    await refused(call, 'ResourceNotFound.OrganizationMemberNotExist', 'Account 100000000000')
  })
}
