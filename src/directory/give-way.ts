/** Lets others have their turn. Whoever reads much does so between two pieces: reading itself waits for nothing, so that nobody else would be served. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
