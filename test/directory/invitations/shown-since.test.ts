import { expect, test } from 'vitest'
import { shownSince } from '../../../src/directory/invitations/invitation.ts'

/** Source: 1031, an invitee sees what it was sent in the last three months. */
test.each([
  ['2026-11-22T10:00:00.000Z', '2026-08-22T10:00:00.000Z'],
  ['2026-02-01T00:00:00.000Z', '2025-11-01T00:00:00.000Z'],
  ['2026-05-31T10:00:00.000Z', '2026-02-28T10:00:00.000Z'],
  ['2028-05-31T10:00:00.000Z', '2028-02-29T10:00:00.000Z'],
  ['2026-12-01T00:00:00.000Z', '2026-09-01T00:00:00.000Z'],
  ['2026-07-31T23:59:59.999Z', '2026-04-30T23:59:59.999Z'],
])('at %s an invitee sees what it was sent since %s', (now, since) => {
  expect(new Date(shownSince(Date.parse(now))).toISOString()).toBe(since)
})
