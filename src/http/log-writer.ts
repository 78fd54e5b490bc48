import { write, writeSync } from 'node:fs'

export interface LogWriterOptions {
  /** A file descriptor. */
  readonly to: number
  /** Handed to the system in pieces of about this many characters. */
  readonly pieceLength: number
  /** Characters that may wait; beyond them texts are dropped. */
  readonly mostWaiting: number
}

/** How long a reader is left alone that takes nothing more for now. */
const busyMs = 50

const stillLocked = new Int32Array(new SharedArrayBuffer(4))

/**
 * Writes texts in their order, off the hot path. What can't be written stays and is tried again with the next flush, until it is too much; it ends
 * no process, and keeps none from its end.
 */
export class LogWriter {
  readonly #options: LogWriterOptions
  #waiting: string[] = []
  #length = 0
  /** What is being written, or could not be. */
  #rest: Buffer = Buffer.alloc(0)
  /** `calling`: the system has it. `pausing`: the reader takes nothing, and is asked again. */
  #state: 'idle' | 'calling' | 'pausing' = 'idle'
  /** Somebody wants what waits to be written, however little it is. */
  #asked = false
  #idle: (() => void)[] = []

  constructor(options: LogWriterOptions) {
    this.#options = options
  }

  write(text: string): void {
    if (this.#length + this.#rest.length + text.length > this.#options.mostWaiting) return
    this.#waiting.push(text)
    this.#length += text.length
    if (this.#length >= this.#options.pieceLength) this.flush()
  }

  flush(): void {
    this.#asked = true
    if (this.#state !== 'idle') return
    this.#take()
    if (this.#rest.length > 0) this.#call()
    else this.#becomeIdle()
  }

  /** Writes what there is; resolves when it is written or can't be, or after so long. */
  async end(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, ms)
    this.#idle.push(resolve)
    this.flush()
    await promise
    clearTimeout(timer)
  }

  /** The same at once, for a process that ends: what the system has already is left to it. Nothing is tried twice but a reader that is busy. */
  endSync(ms: number): void {
    if (this.#state === 'calling') this.#rest = Buffer.alloc(0)
    const until = performance.now() + ms
    for (this.#take(); this.#rest.length > 0; this.#take()) {
      try {
        this.#rest = this.#rest.subarray(writeSync(this.#options.to, this.#rest))
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) return
        Atomics.wait(stillLocked, 0, 0, busyMs)
      }
    }
  }

  /** What could not be written goes first. */
  #take(): void {
    if (this.#rest.length > 0) return
    this.#rest = Buffer.from(this.#waiting.join(''))
    this.#asked = false
    this.#waiting = []
    this.#length = 0
  }

  #call(): void {
    this.#state = 'calling'
    write(this.#options.to, this.#rest, (error, written) => {
      this.#rest = this.#rest.subarray(written)
      if (isBusy(error)) this.#pause()
      else if (error) this.#becomeIdle()
      else if (this.#rest.length > 0) this.#call()
      else if (this.#asked || this.#length >= this.#options.pieceLength) {
        this.#state = 'idle'
        this.flush()
      } else this.#becomeIdle()
    })
  }

  #pause(): void {
    this.#state = 'pausing'
    setTimeout(() => this.#call(), busyMs).unref()
  }

  #becomeIdle(): void {
    this.#state = 'idle'
    for (const resolve of this.#idle.splice(0)) resolve()
  }
}

function isBusy(error: unknown): boolean {
  const { code } = (error ?? {}) as NodeJS.ErrnoException
  return code === 'EAGAIN' || code === 'EBUSY'
}
