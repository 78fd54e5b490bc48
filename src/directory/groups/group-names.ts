/** What a zone takes as the name of a group that people keep; a source may name its groups as it likes. Source: organization 2021-03-31, CreateGroup. */
export const groupNamePattern = '^[A-Za-z0-9-]{1,128}$'

/** Characters that a source may name a group with at most. */
export const mostSyncedGroupName = 128

/** Whether a source may name a group so: other directories' groups have spaces and signs that a name given by hand has not. */
export function fitsSyncedGroup(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  return name.trim() !== '' && [...name].length <= mostSyncedGroupName && !/[\u0000-\u001f\u007f]/.test(name)
}
