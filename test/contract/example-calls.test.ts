import type { TObject } from 'typebox'
import { Errors } from 'typebox/value'
import { expect, test } from 'vitest'
import { exampleCall } from '../../src/contract/docs/example-call.ts'
import type { Operation } from '../../src/contract/operation.ts'
import { operations } from '../../src/operations.ts'

/** What is wrong with the input of an example, by the operation's own schema. */
function findings(operation: Operation): string[] {
  const call = exampleCall(operation)
  const sent = /(?:-d|call \w+) '([\s\S]*?)'(?:$| --version)/.exec(call)?.[1]
  const { body, query } = (operation.input as TObject).properties as Record<string, TObject | undefined>
  const shape = operation.dialect === 'tencent' ? operation.input : body
  const misshapen = shape ? Errors(shape, JSON.parse(sent ?? 'null')).map(({ instancePath, message }) => `${instancePath} ${message}`) : []
  const absent = (query?.required ?? []).filter((name) => !call.includes(`${name}=`)).map((name) => `no ${name} in the query`)
  return [...misshapen, ...absent, ...(shape || sent === undefined ? [] : ['a body that nobody reads'])]
}

function exampleOf(key: string): string {
  const operation = operations.find((each) => each.key === key)
  return operation ? exampleCall(operation) : ''
}

test('the example of every operation is one that the operation itself would not call malformed', () => {
  const wrong = operations.map((operation) => [operation.key, findings(operation)] as const).filter(([, found]) => found.length > 0)
  expect(wrong).toEqual([])
})

test('an example of a change changes something: what may be left out is shown where nothing else would be', () => {
  const idle = operations.filter(({ http }) => http.method === 'PATCH').filter((operation) => exampleCall(operation).includes("-d '{}'"))
  expect(idle.map(({ key }) => key)).toEqual([])
  expect(exampleOf('tencent:UpdateGroup')).toContain('NewGroupName')
  expect(exampleOf('tencent:CreateOrgServiceAssign')).toContain('Product')
  expect(exampleOf('feishu:user.batch_get_id')).toContain('emails')
})

test('an example that is run as it stands takes nothing away: no limit of none, no clock a hundred years back', () => {
  expect(exampleOf('admin:ChangeOrganization')).toContain('{"limits":{"members":100}}')
  expect(exampleOf('admin:TurnClock')).toContain('{"turnSeconds":86400}')
})

test('an example has the kind of token that the operation takes, and none where a token is what is asked for', () => {
  expect(exampleOf('feishu:tenant_access_token.internal')).toBe(
    [
      'curl -X POST http://127.0.0.1:7470/open-apis/auth/v3/tenant_access_token/internal',
      `  -H 'Content-Type: application/json'`,
      `  -d '{"app_id":"…","app_secret":"…"}'`,
    ].join(' \\\n'),
  )
  expect(exampleOf('feishu:group.simplelist')).toContain('Bearer $TENANT_ACCESS_TOKEN')
  expect(exampleOf('feishu:department.search')).toContain('Bearer $USER_ACCESS_TOKEN')
  expect(exampleOf('feishu:user_info.get')).toContain('Bearer $USER_ACCESS_TOKEN')
  expect(exampleOf('feishu:access_token.create')).toContain('Bearer $APP_ACCESS_TOKEN')
  expect(exampleOf('scim:ListUsers')).toContain('Bearer $SCIM_CREDENTIAL')
})

test('what must be in the query is in the address, which a shell leaves as it is', () => {
  expect(exampleOf('feishu:group.member_belong').split(' \\\n')[0]).toBe(
    `curl -X GET 'http://127.0.0.1:7470/open-apis/contact/v3/group/member_belong?member_id={member_id}'`,
  )
})
