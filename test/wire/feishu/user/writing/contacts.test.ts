import { setCompanyFacts } from '../../../../kit/feishu/company.ts'
import { newPerson, newPhone } from '../../../../kit/feishu/people.ts'
import { byAll, byChange, type Case, refuses } from '../../../../kit/feishu/writing-users.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'

const shared = sharedServer()
const abroad = '+4915112345678'
const mail = { mailDomains: ['corp.example'] }

const taken: Case[] = [
  {
    what: 'a phone that another has',
    codes: byAll(41001),
    words: '+86',
    body: ({ other }) => ({ mobile: other.mobile, email: 'new@one.example' }),
  },
  {
    what: 'a phone that another has, in its short form',
    codes: byAll(41001),
    words: '+86',
    body: ({ other }) => ({ mobile: String(other.mobile).slice(3), email: 'new@one.example' }),
  },
  {
    what: 'a mail that another has, in capitals',
    codes: byAll(41002),
    words: 'OTHER@',
    body: () => ({ mobile: newPhone(), email: 'OTHER@one.example' }),
  },
  {
    what: 'a phone and a mail of two others',
    codes: byAll(41003),
    words: 'two other users',
    prepare: async ({ client }) => {
      await newPerson(client, { email: 'third@one.example' })
    },
    body: ({ other }) => ({ mobile: other.mobile, email: 'third@one.example' }),
  },
  {
    what: 'a phone and a mail that one user has',
    codes: { create: 41053 },
    words: '+86',
    body: ({ other }) => ({ mobile: other.mobile, email: other.email }),
  },
  {
    what: 'a phone and a mail of one other',
    codes: byChange(41001),
    words: '+86',
    body: ({ other }) => ({ mobile: other.mobile, email: other.email }),
  },
  { what: 'a user_id that another has', codes: { create: 41011 }, words: 'other', body: () => ({ user_id: 'other' }) },
  {
    what: 'an employee number that another has',
    codes: { create: 44051, patch: 44051, update: 40001 },
    words: 'E-2',
    body: () => ({ employee_no: 'E-2' }),
  },
]

const countries: Case[] = [
  { what: 'a phone of another country without a mail', codes: byAll(44020), words: 'email', body: () => ({ mobile: abroad, email: '' }) },
  {
    what: 'a phone of another country in a company that is not certified',
    codes: byAll(44019),
    words: abroad,
    facts: { certified: false },
    body: () => ({ mobile: abroad, email: 'ada@one.example' }),
  },
  {
    what: 'a phone of the mainland in the overseas edition',
    codes: byAll(44018),
    words: '+86',
    facts: { overseas: true },
    body: () => ({ mobile: newPhone(), email: 'ada@one.example' }),
  },
]

const enterpriseMail: Case[] = [
  {
    what: 'a mail of a domain that the company lacks',
    codes: byAll(44001),
    words: 'corp.example',
    body: () => ({ enterprise_email: 'ada@corp.example' }),
  },
  {
    what: 'an enterprise mail that another has',
    codes: byAll(41034),
    words: 'ADA@corp.example',
    prepare: async (scene) => {
      await setCompanyFacts(scene, mail)
      await newPerson(scene.client, { enterprise_email: 'ada@corp.example' })
    },
    body: () => ({ enterprise_email: 'ADA@corp.example' }),
  },
  {
    what: 'an enterprise mail with which another logs in',
    codes: byAll(44024),
    words: 'ada@corp.example',
    facts: mail,
    prepare: async ({ client }) => {
      await newPerson(client, { email: 'ada@corp.example' })
    },
    body: () => ({ enterprise_email: 'ada@corp.example' }),
  },
  {
    what: 'an enterprise mail in the recycle bin',
    codes: byAll(41069),
    words: 'ada@corp.example',
    facts: { ...mail, recycledMail: ['ADA@corp.example'] },
    body: () => ({ enterprise_email: 'ada@corp.example' }),
  },
  {
    what: 'no alias is left',
    codes: byAll(41068),
    words: 'alias',
    facts: { ...mail, mailAliasesLeft: 0 },
    body: () => ({ enterprise_email: 'ada@corp.example' }),
  },
  {
    what: 'the mail of who is not active and has it from the company',
    codes: byChange(44014),
    words: 'not active',
    prepare: async (scene) => {
      await setCompanyFacts(scene, { mailDomains: ['one.example'] })
      await scene.client.contact.user.patch({ path: { user_id: scene.target.open_id }, data: { enterprise_email: 'target@one.example' } })
    },
    body: () => ({ email: 'another@one.example', enterprise_email: 'target@one.example' }),
  },
]

const companies: Case[] = [
  {
    what: 'a phone that joined too many companies',
    codes: { create: 44004 },
    words: '+8613912345678',
    facts: { joinedTooMany: ['+8613912345678'] },
    body: () => ({ mobile: '13912345678' }),
  },
]

refuses(shared, [...taken, ...countries, ...enterpriseMail, ...companies])
