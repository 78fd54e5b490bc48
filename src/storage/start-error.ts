/** The store can't be opened as asked; the message is one clear line with the way out. */
export class StoreError extends Error {}
