import { byAll, type Case, refuses } from '../../../../kit/feishu/writing-users.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'

const shared = sharedServer()
const long = (length: number) => 'é'.repeat(length)

const names: Case[] = [
  { what: 'no name', codes: { create: 41006, update: 41006 }, words: 'name', body: () => ({ name: undefined }) },
  { what: 'a name that is no text', codes: { patch: 41006 }, words: 'name', body: () => ({ name: 7 }) },
  { what: 'a blank name', codes: byAll(41040), words: 'name', body: () => ({ name: ' ' }) },
  { what: 'a name of 256 characters', codes: { create: 41070, patch: 41070 }, words: '255', body: () => ({ name: long(256) }) },
  { what: 'a name of 65 characters', codes: { update: 41070 }, words: '64', body: () => ({ name: long(65) }) },
  { what: 'an English name of 256 characters', codes: { create: 41071, patch: 41071 }, words: '255', body: () => ({ en_name: long(256) }) },
  { what: 'an English name of 65 characters', codes: { update: 41071 }, words: '64', body: () => ({ en_name: long(65) }) },
  { what: 'a nickname of 256 characters', codes: { create: 41072, patch: 41072 }, words: '255', body: () => ({ nickname: long(256) }) },
  { what: 'a nickname of 65 characters', codes: { update: 41072 }, words: '64', body: () => ({ nickname: long(65) }) },
  { what: 'a job title of 256 characters', codes: byAll(41063), words: '255', body: () => ({ job_title: long(256) }) },
]

const parameters: Case[] = [
  { what: 'a city of 101 characters', codes: byAll(40001), words: 'city', body: () => ({ city: long(101) }) },
  { what: 'a desk of 256 characters', codes: byAll(40001), words: 'work_station', body: () => ({ work_station: long(256) }) },
  { what: 'a number of 256 characters', codes: byAll(40001), words: 'employee_no', body: () => ({ employee_no: long(256) }) },
  { what: 'a switch that is a text', codes: byAll(40001), words: 'mobile_visible', body: () => ({ mobile_visible: 'yes' }) },
  { what: 'no employee type', codes: { create: 40001, update: 40001 }, words: 'employee_type', body: () => ({ employee_type: undefined }) },
  {
    what: 'an employee type of 0',
    codes: { create: 41059, patch: 41057, update: 41059 },
    words: 'employee_type',
    body: () => ({ employee_type: 0 }),
  },
  { what: 'a gender of 4', codes: byAll(41038), words: 'gender', body: () => ({ gender: 4 }) },
  { what: 'a gender of 3, which is newer than the call', codes: { update: 41038 }, words: 'gender', body: () => ({ gender: 3 }) },
  { what: 'a time before 1970', codes: byAll(41042), words: 'join_time', body: () => ({ join_time: -1 }) },
  { what: 'a time that is no whole number', codes: byAll(41042), words: 'join_time', body: () => ({ join_time: 1.5 }) },
  { what: 'a key of a picture with a blank', codes: byAll(41036), words: 'avatar_key', body: () => ({ avatar_key: 'a b' }) },
]

const contacts: Case[] = [
  { what: 'neither phone nor mail', codes: byAll(41009), words: /mobile or an email/, body: () => ({ mobile: '', email: '' }) },
  { what: 'a mail and no phone', codes: byAll(41010), words: 'mobile', body: () => ({ mobile: '', email: 'ada@one.example' }) },
  { what: 'a phone of too few digits', codes: byAll(41004), words: '参数 mobile 应为大陆手机号', body: () => ({ mobile: '1380000' }) },
  { what: 'a phone of the mainland that begins with 2', codes: byAll(41004), words: 'mobile', body: () => ({ mobile: '+8623800000000' }) },
  { what: 'a mail without a domain', codes: byAll(41005), words: 'email', body: () => ({ email: 'ada@' }) },
  { what: 'a prefix with a blank', codes: byAll(41035), words: 'enterprise_email', body: () => ({ enterprise_email: 'a da@one.example' }) },
]

const ids: Case[] = [
  { what: 'a blank user_id', codes: { create: 41051 }, words: 'user_id', body: () => ({ user_id: ' ' }) },
  { what: 'a user_id of 65 characters', codes: { create: 41043 }, words: 'user_id', body: () => ({ user_id: long(65) }) },
  { what: 'a user_id with a tabulator', codes: { create: 41012 }, words: 'user_id', body: () => ({ user_id: 'a\tb' }) },
  { what: 'no departments', codes: { create: 41017, update: 41017 }, words: 'department_ids', body: () => ({ department_ids: undefined }) },
  { what: 'an empty list of departments', codes: byAll(41017), words: 'department_ids', body: () => ({ department_ids: [] }) },
  { what: 'a department without an id', codes: byAll(41041), words: 'department_ids[0]', body: () => ({ department_ids: [''] }) },
  {
    what: '51 departments',
    codes: byAll(41033),
    words: '50',
    body: () => ({ department_ids: Array.from({ length: 51 }, (_, index) => `od-${String(index).padStart(32, '0')}`) }),
  },
]

const fieldsOfTheCompany: Case[] = [
  {
    what: 'a field without its id',
    codes: byAll(41044),
    words: 'custom_attrs[0].id',
    body: () => ({ custom_attrs: [{ type: 'TEXT', value: { text: 'x' } }] }),
  },
  {
    what: 'a field without a value',
    codes: byAll(41046),
    words: 'custom_attrs[0].value',
    body: () => ({ custom_attrs: [{ id: 'C-1', type: 'TEXT' }] }),
  },
  {
    what: 'a field that is named twice',
    codes: byAll(40001),
    words: 'custom_attrs[2].id',
    body: () => ({ custom_attrs: ['C-1', 'C-2', 'C-1'].map((id) => ({ id, value: { text: 'x' } })) }),
  },
  {
    what: 'a text of 101 characters in a field',
    codes: byAll(40001),
    words: 'custom_attrs[0].value.text',
    body: () => ({ custom_attrs: [{ id: 'C-1', value: { text: long(101) } }] }),
  },
]

const notified = { need_send_notification: true, notification_option: { channels: ['email', 'sms'] } }
const notifications: Case[] = [
  { what: 'a notification by mail to who has none', codes: { create: 41054 }, words: 'email', body: () => notified },
  {
    what: 'a notification by phone to who has none',
    codes: { create: 41055 },
    words: 'mobile',
    facts: { overseas: true },
    body: () => ({ ...notified, mobile: undefined, email: 'ada@one.example' }),
  },
]

const orders: Case[] = [
  {
    what: 'orders without departments',
    codes: { patch: 44002 },
    words: 'department_ids',
    body: ({ sales }) => ({ orders: [{ department_id: sales.open_department_id }] }),
  },
  {
    what: 'an order beyond 32 bits',
    codes: byAll(40001),
    words: 'orders[0].user_order',
    body: ({ sales }) => ({ department_ids: [sales.open_department_id], orders: [{ user_order: 2 ** 31 }] }),
  },
]

refuses(shared, [...names, ...parameters, ...contacts, ...ids, ...fieldsOfTheCompany, ...notifications, ...orders])
