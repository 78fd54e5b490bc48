const namesAgain = (code: number) => `The page lists ${code} for the same text; that one is answered.`
const noPassword = 'No member of the request carries the password of a mailbox.'

/** Codes that no call which writes a user answers with, each with the reason. */
const never = {
  41022: 'An id of another company is an unknown id here, and is refused as one.',
  44006: namesAgain(41070),
  44007: namesAgain(41071),
  44008: namesAgain(41072),
  44013: noPassword,
  44016: noPassword,
}

export const neverByCreate = {
  ...never,
  41013: 'The call gives a user_id and changes none; the limit belongs to user.update_user_id.',
  41052: 'The call hands nothing over; the acceptor belongs to user.delete.',
}

const neverByChange = {
  ...never,
  41011: 'The call does not set user_id; that belongs to user.update_user_id.',
  44015: noPassword,
}

export const neverByPatch = {
  ...neverByChange,
  42008: 'The company of a token is looked up before the call; one that is not there is 99991665.',
}

export const neverByUpdate = {
  ...neverByChange,
  40016: 'The call carries no name of a department.',
  41013: 'The call does not set user_id; the limit belongs to user.update_user_id.',
}
