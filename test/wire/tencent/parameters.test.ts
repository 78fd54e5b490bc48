import { describe, expect, test } from 'vitest'
import { organization20210331 } from '../../../src/dialects/tencent/organization-2021-03-31.ts'
import { newZone, type TestZone } from '../../kit/directory.ts'
import { expectRefusal } from '../../kit/refusals.ts'
import { sharedServer } from '../../kit/shared-server.ts'

/** Each parameter, by action. Source: the data types of organization 2021-03-31; a "!" marks those that are required. */
const documented: Record<string, string> = {
  CreateOrganization: '',
  DescribeOrganization: 'Lang:string Product:string',
  OpenIdentityCenter: 'ZoneName!:string',
  DescribeIdentityCenter: '',
  UpdateZone: 'ZoneId!:string NewZoneName!:string',
  GetZoneStatistics: 'ZoneId!:string',
  CreateUser:
    'ZoneId!:string UserName!:string FirstName:string LastName:string DisplayName:string Description:string Email:string UserStatus:string UserType:string NeedResetPassword:boolean',
  GetUser: 'ZoneId!:string UserId!:string',
  UpdateUser:
    'ZoneId!:string UserId!:string NewFirstName:string NewLastName:string NewDisplayName:string NewDescription:string NewEmail:string NeedResetPassword:boolean',
  UpdateUserStatus: 'ZoneId!:string UserId!:string NewUserStatus!:string',
  DeleteUser: 'ZoneId!:string UserId!:string',
  ListUsers:
    'ZoneId!:string UserStatus:string UserType:string Filter:string MaxResults:integer NextToken:string FilterGroups:list SortField:string SortType:string Offset:integer',
  CreateGroup: 'ZoneId!:string GroupName!:string Description:string GroupType:string',
  GetGroup: 'ZoneId!:string GroupId!:string',
  UpdateGroup: 'ZoneId!:string GroupId!:string NewGroupName:string NewDescription:string',
  DeleteGroup: 'ZoneId!:string GroupId!:string',
  ListGroups:
    'ZoneId!:string NextToken:string MaxResults:integer Filter:string GroupType:string FilterUsers:list SortField:string SortType:string Offset:integer',
  AddUserToGroup: 'ZoneId!:string GroupId!:string UserId!:string',
  RemoveUserFromGroup: 'ZoneId!:string GroupId!:string UserId!:string',
  ListGroupMembers: 'ZoneId!:string GroupId!:string NextToken:string MaxResults:integer UserType:string',
  ListJoinedGroupsForUser: 'ZoneId!:string UserId!:string NextToken:string MaxResults:integer',
  GetSCIMSynchronizationStatus: 'ZoneId!:string',
  UpdateSCIMSynchronizationStatus: 'ZoneId!:string SCIMSynchronizationStatus!:string',
}

const wrong: Record<string, readonly unknown[]> = {
  string: [1, true, ['x'], { x: 1 }],
  integer: ['1', 1.5, true, []],
  boolean: ['true', 1],
  list: ['x', { 0: 'x' }, [1], [null]],
}

interface Parameter {
  readonly name: string
  readonly type: string
  readonly required: boolean
}

const parametersOf = (action: string): Parameter[] =>
  (documented[action] ?? '').split(' ').flatMap((text) => {
    const [, name, mark, type] = /^(\w+)(!?):(\w+)$/.exec(text) ?? []
    return name && type ? [{ name, type, required: mark === '!' }] : []
  })

const value = (name: string, zone: string) => (name === 'ZoneId' ? zone : 'x-1')

describe('parameters', () => {
  const world = sharedServer()
  let made: Promise<TestZone> | undefined
  const place = () => {
    made ??= newZone(world.server)
    return made
  }

  test('every action is in the table', () => {
    expect(organization20210331.map(({ name }) => name).sort()).toEqual(Object.keys(documented).sort())
  })

  for (const action of Object.keys(documented)) {
    test(`${action}: missing, null, of a wrong type, unknown`, async () => {
      const { client, zone } = await place()
      const parameters = parametersOf(action)
      const least = Object.fromEntries(parameters.filter(({ required }) => required).map(({ name }) => [name, value(name, zone)]))
      const call = (more: object) => client.request(action, { ...least, ...more })
      for (const { name, type, required } of parameters) {
        if (required) {
          await expectRefusal(call({ [name]: undefined }), 'MissingParameter', `\`${name}\``)
          await expectRefusal(call({ [name]: null }), 'MissingParameter', `\`${name}\``)
        }
        for (const bad of wrong[type] ?? []) await expectRefusal(call({ [name]: bad }), 'InvalidParameter', `\`${name}`)
      }
      await expectRefusal(call({ Unheard: 'of' }), 'UnknownParameter', '`Unheard`')
      const lower = parameters[0]?.name.toLowerCase()
      if (lower) await expectRefusal(call({ [lower]: 'x' }), 'UnknownParameter', `\`${lower}\``)
    })
  }
})
