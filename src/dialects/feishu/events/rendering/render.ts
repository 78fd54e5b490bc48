import type { StreamEvent } from '../../../../directory/deliveries/read-stream.ts'
import type { EventKind } from '../../../../directory/events.ts'
import type { Reader } from '../../../../directory/session.ts'
import { ticketType } from '../app-ticket.ts'
import { eventScopes } from '../event-types.ts'
import type { Receiver, Rendered } from '../receiver.ts'
import { coverage } from './covered.ts'
import { departmentEvents } from './department-events.ts'
import { rangeEvents } from './range-events.ts'
import { userEvents } from './user-events.ts'
import { customAttributeEvents, employeeTypeEvents } from './vocabulary-events.ts'

type Renderer<Kind extends EventKind> = (reader: Reader, to: Receiver, event: StreamEvent<Kind>) => Promise<Rendered[]> | Rendered[]

const renderers: { readonly [Kind in EventKind]?: Renderer<Kind> } = {
  person_created: userEvents,
  person_changed: userEvents,
  person_resigned: userEvents,
  person_restored: userEvents,
  department_created: departmentEvents,
  department_changed: departmentEvents,
  department_deleted: departmentEvents,
  app_range_changed: rangeEvents,
  employee_type_created: (_reader, _to, event) => employeeTypeEvents(event),
  employee_type_changed: (_reader, _to, event) => employeeTypeEvents(event),
  employee_type_activated: (_reader, _to, event) => employeeTypeEvents(event),
  employee_type_deactivated: (_reader, _to, event) => employeeTypeEvents(event),
  employee_type_deleted: (_reader, _to, event) => employeeTypeEvents(event),
  custom_attribute_changed: (_reader, _to, event) => customAttributeEvents(event),
  app_ticket_asked: (_reader, to, { subject }) => (subject === to.app ? [{ type: ticketType, part: '', event: {} }] : []),
}

/** What a stream is read for: what is rendered, and what tells who was in an app's groups. */
export function renderedKinds({ range }: Receiver): EventKind[] {
  const rendered = Object.keys(renderers) as EventKind[]
  return range.all || range.groups.length === 0 ? rendered : [...rendered, 'group_person_removed']
}

/**
 * What an app is told of events, in order: what it is subscribed to, of what lies in its range, as far as its scopes go. An event that can't be
 * told for a fault of ours is passed over, for those behind it to be told; `failed` hears of it.
 */
export async function render(
  reader: Reader,
  to: Receiver,
  events: readonly StreamEvent[],
  failed: (error: unknown) => void,
): Promise<[StreamEvent, Rendered][]> {
  const wanted = eventScopes.some((scope) => to.scopes.has(scope)) ? to.subscriptions : new Set()
  const covers = await coverage(reader, to, events)
  const told: [StreamEvent, Rendered][] = []
  for (const event of events) {
    if (!to.enabled || !covers(event)) continue
    try {
      for (const rendered of await renderOne(reader, to, event))
        if (rendered.type === ticketType || wanted.has(rendered.type)) told.push([event, rendered])
    } catch (error) {
      failed(error)
    }
  }
  return told
}

/** What one event is told as: nothing where it was only read to tell who was in a group. */
async function renderOne<Kind extends EventKind>(reader: Reader, to: Receiver, event: StreamEvent<Kind>): Promise<Rendered[]> {
  return (await renderers[event.kind]?.(reader, to, event)) ?? []
}
