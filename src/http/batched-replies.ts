/**
 * Collects what `write` is to send and does it for all of one loop turn together: the requests that one poll of the sockets brought in
 * are all handled before the first answer costs a system call. A lone reply waits for the end of its turn only, some microseconds.
 */
export function batchedReplies<Reply>(write: (reply: Reply) => void): (reply: Reply) => void {
  let waiting: Reply[] = []
  const flush = () => {
    const turn = waiting
    waiting = []
    for (const reply of turn) write(reply)
  }
  return (reply) => {
    if (waiting.push(reply) === 1) setImmediate(flush)
  }
}
