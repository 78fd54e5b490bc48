import { expect, test } from 'vitest'
import { contactV3 } from '../../../src/dialects/feishu/contact-v3.ts'
import { unique } from '../../kit/directory.ts'
import { newApp } from '../../kit/feishu/company.ts'
import { userToken } from '../../kit/feishu/user-token.ts'
import { sharedServer } from '../../kit/shared-server.ts'
import { casesOf, leaksOf, type Send } from './compare.ts'
import { toldByTokens } from './page-tokens.ts'
import { withToken } from './send.ts'
import { nobodys, type Words } from './slots.ts'
import { changedBy } from './state.ts'
import { idsOf, namesOf, newWholeCompany, storeToken, type WholeCompany } from './whole-company.ts'

const world = sharedServer()

interface Pair {
  readonly ours: WholeCompany
  readonly theirs: WholeCompany
  /** Of one app that both have installed, which can read ids of both, and of an app that each has for itself. */
  readonly store: readonly [ours: string, theirs: string]
  readonly custom: readonly [ours: string, theirs: string]
}

/** Two companies whose apps are one developer's, so that ids of the one can be read with keys of the other. */
async function newPair(): Promise<Pair> {
  const developer = unique('developer')
  const ours = await newWholeCompany(world.server, 'alpha', developer)
  const theirs = await newWholeCompany(world.server, 'bravo', developer)
  const store = await newApp(ours.app, { kind: 'store', developer })
  const tokenIn = ({ app }: WholeCompany) => storeToken(world.server, store, app.company)
  return { ours, theirs, store: [await tokenIn(ours), await tokenIn(theirs)], custom: [await ours.app.token(), await theirs.app.token()] }
}

const plain: Words = {
  ...{ name: 'fresh', role_name: 'fresh', unit_type: 'fresh', content: 'fresh', mobiles: '+8613700000001', new_user_id: 'fresh' },
  ...{ new_department_id: 'fresh', employee_type: 1, enum_type: 2, enum_status: 1, status: true, member_type: 'user' },
  ...{ 'department.update.parent_department_id': '0', 'department.create.parent_department_id': '0' },
}

const kinds = [
  ['open_id', 'open_department_id'],
  ['union_id', 'open_department_id'],
  ['user_id', 'department_id'],
] as const

test.for(kinds)('to no endpoint is what another company has more than what nobody has: %s, %s', async ([people, departments]) => {
  const pair = await newPair()
  const { ours, theirs } = pair
  const always = {
    ...{ user_id_type: people, member_id_type: people, department_id_type: departments, 'user.create.mobile': '+8613700000001' },
    ...{ 'unit.patch.name': 'fresh' },
  }
  const user = await userToken(ours.app, { user_id: ours.person })
  const theirUser = await userToken(theirs.app, { user_id: theirs.person })
  const place = departments === 'department_id' ? 'code' : 'open'
  const names = async (of: WholeCompany, token: string) => namesOf((await idsOf(of, token))[people], of.department[place])
  let told = {}
  const [lists, toldByToken, changed]: [string[], string[], string[]] = [[], [], []]
  for (const kind of ['store', 'custom'] as const) {
    const [own, other] = pair[kind]
    const named = { ...(await names(theirs, other)), ...theirs.things, ...theirs.texts }
    const nobody = { ...nobodys(named), mobile: '+8613799999999', mobiles: '+8613799999999' }
    const secrets = [
      'bravo',
      theirs.app.company,
      theirs.app.app.id,
      ...Object.values(named)
        .map(String)
        .filter((text) => text.length > 5),
    ]
    const endpoints = contactV3.filter(({ apps }) => apps.includes('store') === (kind === 'store'))
    const fresh = { ...plain, ...(await names(ours, own)), ...ours.things, ...plain }
    const sides = { ours: fresh, theirs: named, nobodys: nobody, always }
    const cases = casesOf(sides, endpoints)
    const byKey = new Map(endpoints.map((endpoint) => [endpoint.key, endpoint.tokens]))
    const send: Send = withToken(world.server, ({ key }) => (byKey.get(key)?.includes('tenant') ? own : user))
    told = { ...told, ...(await leaksOf(send, cases, secrets)) }
    const there = withToken(world.server, ({ key }) => (byKey.get(key)?.includes('tenant') ? other : theirUser))
    const tokens = await toldByTokens(sides, [send, there], endpoints, secrets)
    lists.push(...tokens.lists)
    toldByToken.push(...tokens.told)
    changed.push(...(await changedBy(world.server, send, cases, [theirs.app.company])))
  }
  expect(told).toEqual({})
  expect(toldByToken).toEqual([])
  expect(lists.sort()).toEqual(['feishu:employee_type_enum.list', 'feishu:scope.list'])
  expect(changed).toEqual([])
})
