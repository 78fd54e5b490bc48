/** What keeps an account in its organization, and an organization from being deleted. */
export type LeavingRefusal = never
