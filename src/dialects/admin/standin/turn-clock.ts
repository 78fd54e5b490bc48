import { Type } from 'typebox'
import { type AdminOperation, adminOperation } from '../admin-operation.ts'
import { strictObject } from '../strict-object.ts'

/** What the stand-in lets a test do to the server. */
export interface StandinControls {
  /** Turns the server's clock by this many milliseconds and answers what it shows then; rehearsed, what it would. */
  turnClock(ms: number, rehearsed: boolean): number
}

const hundredYears = 100 * 366 * 24 * 3600

/** The operation is mounted only by a server whose stand-in is on. */
export function turnClock(controls: StandinControls): AdminOperation {
  return adminOperation({
    name: 'TurnClock',
    area: 'standin',
    summary: { en: "Turn the server's clock (only with ROLLCALL_STANDIN=on)", zh: '拨动服务时钟（仅在 ROLLCALL_STANDIN=on 时可用）' },
    kind: 'write',
    method: 'POST',
    path: '/admin/v1/standin/clock',
    body: strictObject({
      turnSeconds: Type.Integer({
        minimum: -hundredYears,
        maximum: hundredYears,
        examples: [86_400],
        description: 'Forwards, or backwards when negative; the clock goes on from there. Signed requests must follow it.',
      }),
    }),
    output: Type.Object({ now: Type.String({ format: 'date-time', description: 'What the clock shows now.' }) }),
    status: 200,
    errors: [],
    async handle({ session }, { body }) {
      return { now: new Date(controls.turnClock(body.turnSeconds * 1000, session.rehearsal !== undefined)).toISOString() }
    },
  })
}
