import { Type } from 'typebox'
import { writeToken } from '../../../contract/page-token.ts'
import { eventKinds } from '../../../directory/events.ts'
import { type EventPosition, listEvents as list } from '../../../directory/history/list-events.ts'
import { adminOperation } from '../admin-operation.ts'
import { cursor, defaultLimit, pageQuery, placeIn } from '../paging.ts'
import { actorNames, event, showEvent, streamNames } from './event-fields.ts'

const text = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 256, description }))

/** Streams have plain names; anything else was not written here. */
function isPosition(value: unknown): value is EventPosition {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(([tenant, seq]) => /^[a-z0-9-]{1,64}$/.test(tenant) && Number.isSafeInteger(seq) && seq >= 0)
}

export const listEvents = adminOperation({
  name: 'ListEvents',
  area: 'events',
  summary: {
    en: 'List what happened, oldest first; who comes back with the cursor misses none and sees none twice',
    zh: '按时间顺序查询事件，用游标续查既不遗漏也不重复',
  },
  kind: 'read',
  method: 'GET',
  path: '/admin/v1/events',
  query: {
    ...pageQuery,
    tenant: text(`Only this stream: ${streamNames}`),
    kind: Type.Optional(Type.Enum([...eventKinds], { description: 'Only what happened so' })),
    subject: text('Only what happened to this'),
    actor: text(`Only what this did: ${actorNames}`),
  },
  output: Type.Object({
    items: Type.Array(event),
    cursor: Type.Union(cursor.anyOf, {
      description:
        'Where this page ended, to go on from with the same filters, now or when more has happened; null only when nothing ever has. It has some ' +
        '30 characters for each stream: in a directory with more streams than `after` takes, some 2000, name one with `tenant`',
    }),
  }),
  status: 200,
  errors: ['cursor_invalid'],
  async handle({ session }, { query: { after, limit = defaultLimit, ...filters } }) {
    const position = after === undefined ? {} : placeIn(after, isPosition)
    const { events, next } = await session.read((reader) => list(reader, { ...filters, after: position, limit }))
    const resumable = after !== undefined || Object.keys(next).length > 0
    return { items: events.map(showEvent), cursor: resumable ? writeToken(next) : null }
  },
})
