// @ts-check
/**
 * The Content-Security-Policy the editor runs under, for every server that serves it: `npm start`,
 * the end-to-end tests, `vite preview`, and, loosened only where hot reloading needs it, `npm run dev`.
 * It promises that nothing outside the origin is loaded, that no inline script or style runs and that
 * no string becomes code or markup.
 */

/** @type {Readonly<Record<string, string>>} */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
}

/** @param {Readonly<Record<string, string>>} changes @returns {string} */
function join(changes = {}) {
  return Object.entries({ ...directives, ...changes })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** The policy for the built editor, as the value of the HTTP header. */
export const policy = join()

/**
 * The policy for Vite's development server: its inline scripts carry the nonce, its styles are
 * inline, and it talks to the page by web socket. All else is as in the build.
 * @param {string} nonce base64, new for each start of the server
 * @returns {string}
 */
export function developmentPolicy(nonce) {
  return join({
    'script-src': `'self' 'nonce-${nonce}'`,
    'style-src': "'self' 'unsafe-inline'",
    'connect-src': "'self' ws:",
  })
}
