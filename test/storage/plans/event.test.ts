import { expect, test } from 'vitest'
import { eventsOfSubject } from '../../../src/storage/tables/companies/event-followers.ts'
import { eventsInWindow, timesOfEvents } from '../../../src/storage/tables/events.ts'
import { plansOf } from './plans-of.ts'

test('events are read in a part of their stream, and never all of them', async () => {
  const [window = [], times = []] = await plansOf([eventsInWindow, timesOfEvents])
  expect(window).toEqual(['SEARCH events USING PRIMARY KEY (tenant=? AND seq>? AND seq<?)'])
  expect(times.filter((step) => /^(SEARCH|SCAN) e\b/.test(step))).toEqual(['SEARCH e USING PRIMARY KEY (tenant=? AND seq=?)'])
})

test('what went is found in its stream by its subject', async () => {
  expect(await plansOf([eventsOfSubject])).toEqual([['SEARCH events USING INDEX events_of_what_went (tenant=? AND subject=? AND seq>?)']])
})
