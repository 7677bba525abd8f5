/** Telling documents of our own from all other text, before any of it is read. */

/** Whether the text means to be a document of ours: only then is it read as one and its faults told. */
export function isOwnDocument(text: string): boolean {
  return /^\uFEFF?\s*\{[\s\S]*"format"\s*:\s*"counterpoint"/.test(text.slice(0, 2000))
}
