import { expect } from 'vitest'
import { refusal } from '../../../kit/refusals.ts'
import { answered, expectMembers, type Source } from '../../../kit/scim.ts'
import type { Conversation, ExpectedGroup, ExpectedState, ExpectedUser, Step } from './conversation.ts'

type Kept = Map<string, string>

/** Sends the requests of a provider one after the other and holds every answer, and the state after it, against what was promised. */
export async function replay(source: Source, { headers, steps }: Conversation): Promise<void> {
  const kept: Kept = new Map()
  for (const step of steps) {
    const answer = await answered(
      source.scim(step.method, filled(step.path, kept), step.body && inside(step.body, kept), { ...headers }),
      step.status,
    )
    if (step.answer) expect(answer.body, step.why).toMatchObject(inside(step.answer, kept))
    if (step.keep) kept.set(step.keep, answer.body.id)
    if (step.after) await expectState(source, step, step.after, kept)
  }
}

function filled(text: string, kept: Kept): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => idOf(name, kept))
}

/** The same thing with the kept ids in place of their names. */
function inside(body: object, kept: Kept): object {
  return JSON.parse(JSON.stringify(body), (_, value) => (typeof value === 'string' ? filled(value, kept) : value))
}

function idOf(name: string, kept: Kept): string {
  const id = kept.get(name)
  if (id === undefined) throw new Error(`no step has kept an id as ${name}`)
  return id
}

async function expectState(source: Source, { why }: Step, { users = {}, groups = {} }: ExpectedState, kept: Kept): Promise<void> {
  for (const [name, user] of Object.entries(users)) await expectUser(source, why, idOf(name, kept), user)
  for (const [name, group] of Object.entries(groups)) await expectGroup(source, why, idOf(name, kept), group, kept)
}

async function expectUser(source: Source, why: string, id: string, wanted: ExpectedUser): Promise<void> {
  const there = source.identity.GetUser({ ZoneId: source.zone, UserId: id })
  if (wanted === 'gone') {
    expect((await refusal(there)).code, why).toBe('ResourceNotFound.UserNotExist')
    await answered(source.scim('GET', `/Users/${id}`), 404)
    return
  }
  const { givenName, familyName, displayName, email } = wanted
  const { body } = await answered(source.scim('GET', `/Users/${id}`), 200)
  expect(body, why).toMatchObject({ id, userName: wanted.userName, active: wanted.active })
  expect({ ...body.name, displayName: body.displayName, email: addressOf(body) }, why).toMatchObject({
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
    ...(displayName !== undefined && { displayName }),
    ...(email !== undefined && { email }),
  })
  expect((await there).UserInfo, why).toMatchObject({
    UserName: wanted.userName,
    UserType: 'Synchronized',
    UserStatus: wanted.active ? 'Enabled' : 'Disabled',
    ...(givenName !== undefined && { FirstName: givenName }),
    ...(familyName !== undefined && { LastName: familyName }),
    ...(displayName !== undefined && { DisplayName: displayName }),
    ...(email !== undefined && { Email: email }),
  })
}

function addressOf({ emails = [] }: { emails?: { value: string; primary?: boolean; type?: string }[] }): string | undefined {
  return (emails.find(({ primary }) => primary) ?? emails.find(({ type }) => type === 'work') ?? emails[0])?.value
}

async function expectGroup(source: Source, why: string, id: string, wanted: ExpectedGroup, kept: Kept): Promise<void> {
  const there = source.identity.GetGroup({ ZoneId: source.zone, GroupId: id })
  if (wanted === 'gone') {
    expect((await refusal(there)).code, why).toBe('InvalidParameter.GroupNotExist')
    await answered(source.scim('GET', `/Groups/${id}`), 404)
    return
  }
  const { displayName, members } = wanted
  expect((await answered(source.scim('GET', `/Groups/${id}`), 200)).body, why).toMatchObject({ id, displayName })
  expect((await there).GroupInfo, why).toMatchObject({
    GroupName: displayName,
    GroupType: 'Synchronized',
    MemberCount: members.length,
  })
  await expectMembers(
    source,
    id,
    members.map((name) => idOf(name, kept)),
  )
}
