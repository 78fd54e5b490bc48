import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { organization20181225 } from '../../src/dialects/tencent/organization-2018-12-25.ts'
import { organization20210331 } from '../../src/dialects/tencent/organization-2021-03-31.ts'
import type { Fit } from './sdk-fit.ts'
import { checkedActions, misfits } from './sdk-types.ts'
import { checkedActions2018, misfits2018 } from './sdk-types-2018.ts'

test('the types of every action are held against those of the SDK, under its own name', () => {
  for (const [actions, checked, misfit] of [
    [organization20210331, checkedActions, misfits],
    [organization20181225, checkedActions2018, misfits2018],
  ] as const) {
    for (const [name, action] of Object.entries(checked)) expect(action.name).toBe(name)
    expect(new Set<object>(Object.values(checked))).toEqual(new Set<object>(actions))
    expect(misfit).toEqual({})
  }
})

test('the comparison notices each way to be wrong: this does not compile otherwise', () => {
  const { AddUserToGroup, ListUsers, UpdateGroup } = checkedActions
  const ids = { ZoneId: Type.String(), GroupId: Type.String(), UserId: Type.String() }
  const misspelt = { ...AddUserToGroup, input: Type.Object({ ZoneId: Type.String(), GroupID: Type.String(), UserId: Type.String() }) }
  const optional = { ...AddUserToGroup, input: Type.Object({ ...ids, UserId: Type.Optional(Type.String()) }) }
  const required = { ...UpdateGroup, input: Type.Object({ ...UpdateGroup.input.properties, NewDescription: Type.String() }) }
  const forgotten = {
    ...ListUsers,
    output: Type.Object({ ...ListUsers.output.properties, Users: Type.Array(Type.Object({ Email: Type.String() })) }),
  }
  const mistyped = { ...ListUsers, output: Type.Object({ ...ListUsers.output.properties, TotalCounts: Type.String() }) }
  type Wrong<Of> = Of extends 'fits' ? false : true
  const noticed: [
    Wrong<Fit<typeof misspelt, 'AddUserToGroup'>>,
    Wrong<Fit<typeof optional, 'AddUserToGroup'>>,
    Wrong<Fit<typeof required, 'UpdateGroup'>>,
    Wrong<Fit<typeof forgotten, 'ListUsers'>>,
    Wrong<Fit<typeof mistyped, 'ListUsers'>>,
    Wrong<Fit<typeof AddUserToGroup, 'NoSuchAction'>>,
  ] = [true, true, true, true, true, true]
  const right: Wrong<Fit<typeof ListUsers, 'ListUsers'>> = false
  expect(noticed).not.toContain(right)
})
