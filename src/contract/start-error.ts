/** The server cannot start for a reason that the person who starts it can mend: the message is one clear line and needs no stack. */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StartError'
  }
}
