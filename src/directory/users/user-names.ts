/** What a zone takes as the name of a user. Source: organization 2021-03-31, CreateUser. */
export const userNamePattern = '^[A-Za-z0-9+=,.@_-]{1,64}$'
