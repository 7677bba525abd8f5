/** Starting the page's own workers under its Content-Security-Policy, which lets no string become code. */

/** Trusted Types, where the browser has them. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): unknown
  }
}

const policies = new Map<string, ReturnType<TrustedTypes['createPolicy']>>()

/**
 * Starts the module worker at an address that the bundler has made, under a name for the developer tools.
 * Where the browser has Trusted Types, a policy lets through this one address and no other.
 */
export function startWorker(address: string, name: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const url = new URL(address, import.meta.url).href
  let policy = policies.get(name)
  if (!policy && trustedTypes) {
    policy = trustedTypes.createPolicy(`${name}-worker`, {
      createScriptURL: (asked) => {
        if (asked !== url) throw new TypeError(`the ${name} worker is at "${url}", not at "${asked}"`)
        return asked
      },
    })
    policies.set(name, policy)
  }
  return new Worker((policy?.createScriptURL(url) ?? url) as string, { type: 'module', name })
}
