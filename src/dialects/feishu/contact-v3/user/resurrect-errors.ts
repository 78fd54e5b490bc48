/** What the page of user.resurrect lists. */
export const resurrectErrors = {
  errors: {
    41007: [400, 'exceed uncertain tenant seat limit error'],
    41008: [400, 'exceed bill seat limit error'],
    44023: [400, 'exceed feature contact seat limit'],
    44028: [400, 'Exceed recoverable time'],
    44029: [400, 'No access to resurrect'],
    44030: [400, 'Mobile duplicated'],
    44031: [400, 'Email duplicated'],
    44032: [400, 'UserID duplicated'],
    44033: [400, 'User not resigned'],
    44034: [400, 'User is in delete progress, retry later'],
    44041: [400, 'anonymize user info is not allowed to update'],
    44046: [400, 'user license subscription id must not empty in multi-license tenant'],
    44047: [400, 'license subscription id exceed limit'],
    44048: [400, 'user license subscription id invalid'],
    44050: [403, 'not set subscription ids auth'],
  },
  unreachable: { 44034: 'A user has resigned when user.delete answers.' },
  chosen: {
    40008: {
      http: 400,
      msg: 'deptInfo is null error',
      reason: 'The page has no code for a department that is not there; the general table has this one.',
    },
    41012: {
      http: 400,
      msg: 'user id invalid error',
      reason: 'The page has no code for an id that nobody has; user/get has this one.',
    },
    41016: {
      http: 400,
      msg: 'department has too many users  error',
      reason: 'The page has no code for a department without room; user/create has this one.',
    },
    44051: {
      http: 400,
      msg: 'employee_no already existed',
      reason: 'The page has no code for an employee number that somebody else has by now; user/create has this one.',
    },
  },
} as const
