import { describe, expect, test } from 'vitest'
import { organization20181225 } from '../../../src/dialects/tencent/organization-2018-12-25.ts'
import { organization20210331 } from '../../../src/dialects/tencent/organization-2021-03-31.ts'
import { newZone, type TestZone } from '../../kit/directory.ts'
import { expectRefusal } from '../../kit/refusals.ts'
import { sharedServer } from '../../kit/shared-server.ts'
import { parameters20181225, parameters20210331 } from './documented-parameters.ts'

const wrong: Record<string, readonly unknown[]> = {
  string: [1, true, ['x'], { x: 1 }],
  integer: ['1', 1.5, true, []],
  boolean: ['true', 1],
  list: ['x', { 0: 'x' }, [[1]], [null]],
}

interface Parameter {
  readonly name: string
  readonly type: string
  readonly required: boolean
}

const parametersIn = (text: string): Parameter[] =>
  text.split(' ').flatMap((each) => {
    const [, name, mark, type] = /^(\w+)(!?):(\w+)$/.exec(each) ?? []
    return name && type ? [{ name, type, required: mark === '!' }] : []
  })

const plausible: Record<string, unknown> = { string: 'x-1', integer: 1, list: [1], boolean: true }
const value = ({ name, type }: Parameter, zone: string) => (name === 'ZoneId' ? zone : plausible[type])

const versions = [
  { version: '2021-03-31', actions: organization20210331, documented: parameters20210331 },
  { version: '2018-12-25', actions: organization20181225, documented: parameters20181225 },
] as const

describe('parameters', () => {
  const world = sharedServer()
  let made: Promise<TestZone> | undefined
  const place = () => {
    made ??= newZone(world.server)
    return made
  }

  for (const { version, actions, documented } of versions) {
    test(`every action of ${version} is in the table`, () => {
      expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(documented).sort())
    })

    for (const [action, text] of Object.entries(documented)) {
      test(`${action} (${version}): missing, null, of a wrong type, unknown`, async () => {
        const { client, older, zone } = await place()
        const parameters = parametersIn(text)
        const required = parameters.filter((parameter) => parameter.required)
        const least = Object.fromEntries(required.map((parameter) => [parameter.name, value(parameter, zone)]))
        const call = (more: object) => (version === '2021-03-31' ? client : older).request(action, { ...least, ...more })
        for (const { name } of required) {
          await expectRefusal(call({ [name]: undefined }), 'MissingParameter', `\`${name}\``)
          await expectRefusal(call({ [name]: null }), 'MissingParameter', `\`${name}\``)
        }
        for (const { name, type } of parameters) {
          for (const bad of wrong[type] ?? []) await expectRefusal(call({ [name]: bad }), 'InvalidParameter', `\`${name}`)
        }
        await expectRefusal(call({ Unheard: 'of' }), 'UnknownParameter', '`Unheard`')
        const lower = parameters[0]?.name.toLowerCase()
        if (lower) await expectRefusal(call({ [lower]: 'x' }), 'UnknownParameter', `\`${lower}\``)
      })
    }
  }
})
