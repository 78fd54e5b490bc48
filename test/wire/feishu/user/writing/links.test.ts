import { newPerson } from '../../../../kit/feishu/people.ts'
import {
  changeCompanyName,
  newCompanyName,
  newCustomAttribute,
  newEmployeeType,
  newJobFamily,
  newJobLevel,
} from '../../../../kit/feishu/vocabularies.ts'
import { byAll, byChange, type Case, refuses, type Scene } from '../../../../kit/feishu/writing-users.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'

const shared = sharedServer()
const nobody = `ou_${'0'.repeat(32)}`
const noDepartment = `od-${'0'.repeat(32)}`
const both = ({ sales, support }: Scene) => [sales.open_department_id, support.open_department_id]
const withOrders = (orders: (scene: Scene) => object[]) => (scene: Scene) => ({ department_ids: both(scene), orders: orders(scene) })

async function leaver({ client }: Scene): Promise<string> {
  const gone = await newPerson(client, { user_id: 'gone' })
  await client.contact.user.delete({ path: { user_id: gone.open_id }, data: {} })
  return gone.open_id
}

const departments: Case[] = [
  {
    what: 'a department that is not there',
    codes: { create: 41017, patch: 44035, update: 44035 },
    words: noDepartment,
    body: () => ({ department_ids: [noDepartment] }),
  },
  {
    what: 'the order of a department that is not there',
    codes: byAll(41025),
    words: 'orders[0].department_id',
    body: withOrders(() => [{ department_id: noDepartment }]),
  },
  {
    what: 'the order of a department that is not among the user’s',
    codes: { create: 41025, patch: 44002, update: 44002 },
    words: 'orders',
    body: ({ sales, support }) => ({ department_ids: [sales.open_department_id], orders: [{ department_id: support.open_department_id }] }),
  },
  {
    what: 'a primary department that is not the first',
    codes: byAll(41410),
    words: 'department_order',
    body: withOrders(({ sales, support }) => [
      { department_id: sales.open_department_id, department_order: 1, is_primary_dept: true },
      { department_id: support.open_department_id, department_order: 2 },
    ]),
  },
  {
    what: 'two primary departments',
    codes: byAll(41410),
    words: 'department_order',
    body: withOrders(({ sales, support }) => [
      { department_id: sales.open_department_id, is_primary_dept: true },
      { department_id: support.open_department_id, is_primary_dept: true },
    ]),
  },
  {
    what: 'several departments, forbidden',
    codes: byAll(41029),
    words: 'several',
    facts: { severalDepartments: 'forbidden' },
    body: (scene) => ({ department_ids: both(scene) }),
  },
  {
    what: 'several departments, not enabled',
    codes: byAll(41032),
    words: 'enabled',
    facts: { severalDepartments: 'not_enabled' },
    body: (scene) => ({ department_ids: both(scene) }),
  },
  {
    what: 'several departments, old rules',
    codes: byAll(41028),
    words: 'rules',
    facts: { severalDepartments: 'old_visibility' },
    body: (scene) => ({ department_ids: both(scene) }),
  },
  {
    what: 'a department that is full',
    codes: byAll(41016),
    words: 'holds 1 users',
    facts: { limits: { peopleOfDepartment: 1 } },
    prepare: async ({ client, support }) => {
      await newPerson(client, { department_ids: [support.open_department_id] })
    },
    body: ({ support }) => ({ department_ids: [support.open_department_id] }),
  },
]

const leaders: Case[] = [
  {
    what: 'as manager the id that he is to have',
    codes: { create: 41030 },
    words: 'newcomer',
    params: { user_id_type: 'user_id', department_id_type: 'open_department_id' },
    body: () => ({ user_id: 'newcomer', leader_user_id: 'newcomer' }),
  },
  { what: 'oneself as manager', codes: byChange(41030), words: 'own manager', body: ({ target }) => ({ leader_user_id: target.open_id }) },
  {
    what: 'oneself as dotted-line manager',
    codes: { patch: 41030 },
    words: 'own manager',
    body: ({ target }) => ({ dotted_line_leader_user_ids: [target.open_id] }),
  },
  {
    what: 'a manager who is nobody',
    codes: { create: 44022, patch: 41050, update: 41050 },
    words: nobody,
    body: () => ({ leader_user_id: nobody }),
  },
  {
    what: 'a dotted-line manager who is nobody',
    codes: { create: 44022, patch: 41050 },
    words: nobody,
    body: () => ({ dotted_line_leader_user_ids: [nobody] }),
  },
  {
    what: 'a manager who resigned',
    codes: { create: 44021, patch: 40001, update: 40001 },
    words: 'resigned',
    body: async (scene) => ({ leader_user_id: await leaver(scene) }),
  },
  {
    what: 'a dotted-line manager who resigned',
    codes: { create: 44021, patch: 40001 },
    words: 'resigned',
    body: async (scene) => ({ dotted_line_leader_user_ids: [await leaver(scene)] }),
  },
]

const words: Case[] = [
  {
    what: 'a level that is not there',
    codes: { create: 44044, patch: 44044 },
    words: 'nolevel',
    body: () => ({ job_level_id: 'nolevel' }),
  },
  {
    what: 'a family that is not there',
    codes: { create: 44045, patch: 44045 },
    words: 'nofamily',
    body: () => ({ job_family_id: 'nofamily' }),
  },
  {
    what: 'a level that is not enabled',
    codes: { create: 44044, patch: 44044 },
    words: 'active',
    body: async (scene) => ({ job_level_id: (await newJobLevel(scene, { status: false })).job_level_id }),
  },
  {
    what: 'a family that is not enabled',
    codes: { create: 44045, patch: 44045 },
    words: 'active',
    body: async (scene) => ({ job_family_id: (await newJobFamily(scene, { status: false })).job_family_id }),
  },
  { what: 'an employee type that is not there', codes: byAll(41059), words: '77', body: () => ({ employee_type: 77 }) },
  {
    what: 'an employee type that is not active',
    codes: byAll(41060),
    words: 'inactive',
    body: async (scene) => ({ employee_type: Number((await newEmployeeType(scene, { enum_status: 2 })).enum_value) }),
  },
  {
    what: 'a city that is disabled, where nothing may be saved without it',
    codes: { update: 40001 },
    words: 'Atlantis',
    prepare: async (scene) => {
      const { id } = await newCompanyName(scene, 'work-cities', 'Atlantis')
      await changeCompanyName(scene, 'work-cities', id, { enabled: false })
    },
    body: () => ({ city: 'Atlantis' }),
  },
]

const attribute = (facts: Parameters<typeof newCustomAttribute>[1], value: object) => async (scene: Scene) => {
  const { id, type } = await newCustomAttribute(scene, facts)
  return { custom_attrs: [{ id, type, value }] }
}
const options = { list: [{ value: 'red' }] }

const fields: Case[] = [
  {
    what: 'a field that is not there',
    codes: byAll(41045),
    words: 'C-404',
    body: () => ({ custom_attrs: [{ id: 'C-404', value: { text: 'x' } }] }),
  },
  { what: 'a field that is not open to apps', codes: byAll(41045), words: 'C-', body: attribute({ open: false }, { text: 'x' }) },
  { what: 'a field without the value of its type', codes: byAll(41046), words: 'C-', body: attribute({}, { url: 'https://one.example' }) },
  {
    what: 'a choice without an option',
    codes: byAll(41046),
    words: 'C-',
    body: attribute({ type: 'ENUMERATION', options }, { text: 'x' }),
  },
  { what: 'a link without a text', codes: byAll(41047), words: 'C-', body: attribute({ type: 'HREF' }, { url: 'https://one.example' }) },
  { what: 'a link without an address', codes: byAll(41048), words: 'C-', body: attribute({ type: 'HREF' }, { text: 'x' }) },
  {
    what: 'a link that is no address',
    codes: byAll(40001),
    words: 'custom_attrs[0].value.url',
    body: attribute({ type: 'HREF' }, { text: 'x', url: 'javascript:1' }),
  },
  {
    what: 'an option that is not there',
    codes: byAll(40001),
    words: 'C-',
    body: attribute({ type: 'ENUMERATION', options }, { option_id: 'blue' }),
  },
  {
    what: 'a field that points at nobody',
    codes: { create: 41012, patch: 40001, update: 40001 },
    words: 'nobody',
    body: attribute({ type: 'GENERIC_USER' }, { generic_user: { id: 'nobody', type: 1 } }),
  },
]

refuses(shared, [...departments, ...leaders, ...words, ...fields])
