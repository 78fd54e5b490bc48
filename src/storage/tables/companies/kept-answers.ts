import { statement } from '../../statement.ts'

interface Key {
  company: string
  app: string
  operation: string
  token: string
}

export const findKeptAnswer = statement((db, p: Key) =>
  db
    .selectFrom('kept_answers')
    .where('company', '=', p.company)
    .where('app', '=', p.app)
    .where('operation', '=', p.operation)
    .where('token', '=', p.token)
    .select(['digest', 'answer', 'expires_at']),
)

/** Keeps an answer; one whose time is over gives way to it. */
export const keepAnswer = statement((db, p: Key & { digest: string; answer: string; expires_at: number }) =>
  db
    .insertInto('kept_answers')
    .values({
      company: p.company,
      app: p.app,
      operation: p.operation,
      token: p.token,
      digest: p.digest,
      answer: p.answer,
      expires_at: p.expires_at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company', 'app', 'operation', 'token'])
        .doUpdateSet({ digest: p.digest, answer: p.answer, expires_at: p.expires_at }),
    ),
)

/** Forgets what ended by `at`, but no more than `most` of it: a write must not wait for a long sweep. */
export const forgetKeptAnswers = statement((db, p: { company: string; at: number; most: number }) =>
  db
    .deleteFrom('kept_answers')
    .where('company', '=', p.company)
    .where('token', 'in', (inner) =>
      inner
        .selectFrom('kept_answers')
        .where('company', '=', p.company)
        .where('expires_at', '<=', p.at)
        .orderBy('expires_at')
        .limit(p.most)
        .select('token'),
    )
    .where('expires_at', '<=', p.at),
)
