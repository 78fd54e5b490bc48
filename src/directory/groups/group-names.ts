/** What a zone takes as the name of a group that people keep; a source may name its groups as it likes. Source: organization 2021-03-31, CreateGroup. */
export const groupNamePattern = '^[A-Za-z0-9-]{1,128}$'
