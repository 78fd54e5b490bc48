/**
 * What a source wants of the members of a group, by ids of users: some put in and some taken out, or exactly these. Somebody who is named twice counts
 * once; who is to be put in and taken out is put in.
 */
export type MemberIntent = { readonly add: readonly string[]; readonly remove: readonly string[] } | { readonly whole: readonly string[] }
