/** The answer of what can fail because the world is wrong (a file, the clipboard, storage), never because we are. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }
