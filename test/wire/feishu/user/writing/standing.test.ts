import { setCompanyFacts } from '../../../../kit/feishu/company.ts'
import { newPeople, setStanding } from '../../../../kit/feishu/people.ts'
import { byAll, byChange, type Case, refuses, type Scene } from '../../../../kit/feishu/writing-users.ts'
import { sharedServer } from '../../../../kit/shared-server.ts'

const shared = sharedServer()
const renamed = () => ({ name: 'Grace' })
const standing = (facts: object) => (scene: Scene) => setStanding(scene, 'target', facts)
const position = ({ sales }: Scene) => ({ position_code: 'P1', position_name: 'Clerk', department_id: sales.open_department_id })
const resigned = async ({ client, target }: Scene) => {
  await client.contact.user.delete({ path: { user_id: target.open_id }, data: {} })
}

const people: Case[] = [
  { what: 'who has not joined', codes: byChange(44010), words: 'joined', prepare: standing({ unjoined: true }), body: renamed },
  { what: 'who has left', codes: byChange(44011), words: 'left', prepare: standing({ exited: true }), body: renamed },
  {
    what: 'who was anonymized',
    codes: { patch: 44041, update: 40001 },
    words: 'anonymized',
    prepare: standing({ hold: 'anonymized' }),
    body: renamed,
  },
  {
    what: 'who is locked for security',
    codes: { patch: 44017, update: 44038 },
    words: 'locked',
    prepare: standing({ hold: 'secured' }),
    body: renamed,
  },
  {
    what: 'who is kept in another system',
    codes: { patch: 44053, update: 40001 },
    words: 'another system',
    prepare: standing({ hold: 'external' }),
    body: renamed,
  },
  { what: 'who resigned', codes: byChange(42006), words: 'resigned', prepare: resigned, body: renamed },
  {
    what: 'who resigned, with nothing new to show',
    codes: { patch: 44003 },
    words: 'avatar_key',
    prepare: resigned,
    body: () => ({ avatar_key: '', description: '' }),
  },
  {
    what: 'the founder, to be frozen',
    codes: byChange(44036),
    words: 'founder',
    prepare: standing({ founder: true }),
    body: () => ({ is_frozen: true }),
  },
]

const company: Case[] = [
  {
    what: 'a company fed from another system',
    codes: { patch: 44053, update: 40001 },
    words: 'another system',
    facts: { fedFromOutside: true },
    body: renamed,
  },
  { what: 'a plan that is over', codes: { patch: 44052, update: 40001 }, words: 'plan', facts: { planExpired: true }, body: renamed },
  {
    what: 'the control of risks',
    codes: { create: 44012, patch: 44017, update: 44017 },
    words: 'risks',
    facts: { riskControl: true },
    body: renamed,
  },
  { what: 'too many new people', codes: { create: 44009 }, words: 'lately', facts: { createdTooMany: true }, body: renamed },
  { what: 'no seat left of those that were bought', codes: { create: 41008 }, words: '2 seats', facts: { seats: 2 }, body: renamed },
  { what: 'no seat left in the edition', codes: { create: 44023 }, words: '2 seats', facts: { editionSeats: 2 }, body: renamed },
  {
    what: 'a hundred people in a company that is not certified',
    codes: { create: 41007 },
    words: '100',
    facts: { certified: false },
    prepare: async ({ client }) => {
      await newPeople(client, 98)
    },
    body: renamed,
  },
  {
    what: 'a name that the review rejects',
    codes: byAll(41014),
    words: 'Badword',
    facts: { reviewRejects: ['badWORD'] },
    body: () => ({ name: 'A Badword' }),
  },
  {
    what: 'a picture that the review rejects',
    codes: byAll(41037),
    words: 'pic-1',
    facts: { reviewRejects: ['pic-1'] },
    body: () => ({ avatar_key: 'pic-1' }),
  },
  {
    what: 'a way of logging in that is not set up',
    codes: { create: 41015, update: 41015 },
    words: 'saml',
    body: () => ({ idp_type: 'saml' }),
  },
  {
    what: 'a way of logging in, where the page has no code for it',
    codes: { patch: 40001 },
    words: 'saml',
    body: () => ({ idp_type: 'saml' }),
  },
]

const posts: Case[] = [
  {
    what: 'positions that are not enabled',
    codes: byAll(41031),
    words: 'enabled',
    facts: { posts: false },
    body: (scene) => ({ positions: [position(scene)] }),
  },
  {
    what: 'a position without a name',
    codes: byAll(41018),
    words: 'positions[0]',
    body: (scene) => ({ positions: [{ ...position(scene), position_name: '' }] }),
  },
  {
    what: 'a position without a department',
    codes: byAll(41018),
    words: 'positions[0]',
    body: (scene) => ({ positions: [{ ...position(scene), department_id: undefined }] }),
  },
  {
    what: 'a position in no department',
    codes: byAll(41019),
    words: 'od-404',
    body: (scene) => ({ positions: [{ ...position(scene), department_id: 'od-404' }] }),
  },
  {
    what: 'a position in a department of others',
    codes: { create: 41019, patch: 41024, update: 41024 },
    words: 'od-',
    body: (scene) => ({ positions: [{ ...position(scene), department_id: scene.support.open_department_id }] }),
  },
  {
    what: 'one code for two positions',
    codes: byAll(41020),
    words: 'P1',
    body: (scene) => ({ positions: [position(scene), position(scene)] }),
  },
  {
    what: 'two main positions',
    codes: byAll(41021),
    words: 'P2',
    body: (scene) => ({ positions: ['P1', 'P2'].map((position_code) => ({ ...position(scene), position_code, is_major: true })) }),
  },
  {
    what: 'leaving the department of a position',
    codes: byChange(41023),
    words: 'positions too',
    prepare: async (scene) => {
      const data = { positions: [position(scene)] }
      await scene.client.contact.user.patch({ path: { user_id: scene.target.open_id }, data })
    },
    body: ({ support }) => ({ department_ids: [support.open_department_id] }),
  },
]

const regions = { names: ['eu'], expired: false, seatsLeft: 0 }
const eu = () => ({ geo: 'eu' })
const assets: Case[] = [
  { what: 'a region where there is one only', codes: { create: 44040, patch: 44038 }, words: 'one region', body: eu },
  {
    what: 'regions that are over',
    codes: { create: 44060, patch: 44038 },
    words: 'over',
    facts: { regions: { ...regions, expired: true } },
    body: eu,
  },
  {
    what: 'a region that is not there',
    codes: { create: 44038, patch: 44038 },
    words: 'mars',
    facts: { regions },
    body: () => ({ geo: 'mars' }),
  },
  { what: 'a region without a seat', codes: { create: 44061, patch: 44038 }, words: 'No seat', facts: { regions }, body: eu },
  {
    what: 'a region, by an app that may not set it',
    codes: { create: 44039, patch: 44038 },
    words: 'contact:user.user_geo',
    app: { scopes: ['contact:contact'] },
    facts: { regions },
    body: eu,
  },
  {
    what: 'no licence where everybody needs one',
    codes: { create: 44046 },
    words: 'subscription_ids',
    facts: { licences: { required: true, seatsLeft: {} } },
    body: renamed,
  },
  {
    what: 'a licence that is not there',
    codes: { create: 44048, patch: 44048 },
    words: 'L9',
    facts: { licences: { required: false, seatsLeft: { L1: 1 } } },
    body: () => ({ subscription_ids: ['L9'] }),
  },
  {
    what: 'a licence without a seat',
    codes: { create: 44047, patch: 44047 },
    words: 'L1',
    facts: { licences: { required: false, seatsLeft: { L1: 0 } } },
    body: () => ({ subscription_ids: ['L1'] }),
  },
  {
    what: 'taking the licence from who needs one',
    codes: { patch: 44046 },
    words: 'subscription_ids',
    prepare: async (scene) => {
      await setCompanyFacts(scene, { licences: { required: false, seatsLeft: { L1: 5 } } })
      await scene.client.contact.user.patch({ path: { user_id: scene.target.open_id }, data: { subscription_ids: ['L1'] } })
    },
    facts: { licences: { required: true, seatsLeft: { L1: 5 } } },
    body: () => ({ subscription_ids: [] }),
  },
  {
    what: 'a licence, by an app that may not give any',
    codes: { create: 44050, patch: 44050 },
    words: 'contact:user.subscription_ids:write',
    app: { scopes: ['contact:contact'] },
    body: () => ({ subscription_ids: ['L1'] }),
  },
]

refuses(shared, [...people, ...company, ...posts, ...assets])
