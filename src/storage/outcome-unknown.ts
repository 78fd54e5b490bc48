/** The answer to a commit was lost: the change may have been kept, or not. */
export class OutcomeUnknown extends Error {}
