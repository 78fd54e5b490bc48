/** The methods that each path of a wire serves, for the refusal of all others. GET brings HEAD with it. */
export function methodsByPath(
  operations: readonly { readonly routePath: string; readonly http: { readonly method: string } }[],
): Map<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const { routePath, http } of operations) {
    methods.set(routePath, [...(methods.get(routePath) ?? []), ...(http.method === 'GET' ? ['GET', 'HEAD'] : [http.method])])
  }
  return methods
}
