import { type Static, Type } from 'typebox'
import type { Reader } from '../../../../directory/session.ts'
import type { Call } from '../../call.ts'
import type { UserIdType } from '../../ids.ts'
import { oneOf } from '../../schemas.ts'
import { readPeople } from '../../translate-ids.ts'

const acceptor = Type.Optional(Type.String())

/** Who takes over what belonged to a user who is deleted. */
export const handOver = {
  department_chat_acceptor_user_id: acceptor,
  external_chat_acceptor_user_id: acceptor,
  docs_acceptor_user_id: acceptor,
  calendar_acceptor_user_id: acceptor,
  application_acceptor_user_id: acceptor,
  minutes_acceptor_user_id: acceptor,
  survey_acceptor_user_id: acceptor,
  anycross_acceptor_user_id: acceptor,
  email_acceptor: Type.Optional(Type.Object({ processing_type: oneOf(['1', '2', '3']), acceptor_user_id: acceptor })),
}

const body = Type.Object(handOver)

/** The acceptors by the member that named them, each as a person or undefined for an id that nobody has. Mail is handed over with type 1 alone. */
export async function readHandOver(
  reader: Reader,
  call: Call,
  { email_acceptor: mail, ...others }: Static<typeof body>,
  type: UserIdType,
): Promise<Record<string, string | undefined>> {
  const named: [string, string][] = Object.entries(others).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (mail?.processing_type === '1' && mail.acceptor_user_id) named.push(['email_acceptor.acceptor_user_id', mail.acceptor_user_id])
  const found = await readPeople(
    reader,
    call,
    named.map(([, id]) => [id, type]),
  )
  return Object.fromEntries(named.map(([resource], index) => [resource, found[index]?.id]))
}
