/** What people of a company refuse with. */
export type PersonRefusal = { fact: 'person_not_found'; person: string } | { fact: 'person_resigned'; person: string }
