/** The store can't be opened as asked; the message is one clear line with the way out. */
export class StoreError extends Error {}

/** It can't be read yet, and the next start of the server is all that it needs. */
export class NotStarted extends StoreError {}
