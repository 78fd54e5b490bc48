import { expect, test } from 'vitest'
import { organization20210331 } from '../../src/dialects/tencent/organization-2021-03-31.ts'
import { checkedActions, misfits } from './sdk-types.ts'

test('the types of every action are held against those of the SDK, under its own name', () => {
  const checked = Object.entries(checkedActions)
  for (const [name, action] of checked) expect(action.name).toBe(name)
  expect(new Set(checked.map(([, action]) => action))).toEqual(new Set(organization20210331))
  expect(misfits).toEqual({})
})
