/**
 * SHA-256 (FIPS 180-4, section 6.2), for the hashes by which a page's policy knows its own script and style.
 * The browser's own is only there on pages that came over a secure connection, and only asynchronously.
 */

/** The hash of a text's UTF-8 in base64, as a Content-Security-Policy has it. */
export function sha256(text: string): string {
  const message = new TextEncoder().encode(text)
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(padded.length - 4, message.length << 3)
  const { primes, roots } = constants()
  const hash = roots.slice()
  const schedule = new Uint32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let t = 0; t < 64; t += 1) {
      schedule[t] = t < 16 ? view.getUint32(block + t * 4) : extended(schedule, t)
    }
    compress(hash, schedule, primes)
  }
  const bytes = new DataView(new ArrayBuffer(32))
  for (const [index, word] of hash.entries()) bytes.setUint32(index * 4, word)
  return btoa(String.fromCharCode(...new Uint8Array(bytes.buffer)))
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0
}

function extended(schedule: Uint32Array, t: number): number {
  const [a, b] = [at(schedule, t - 15), at(schedule, t - 2)]
  const first = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
  const second = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
  return at(schedule, t - 16) + first + at(schedule, t - 7) + second
}

/** Words are kept to 32 bits by the arrays they are in. */
function compress(hash: Uint32Array, schedule: Uint32Array, primes: Uint32Array): void {
  const v = hash.slice()
  for (let t = 0; t < 64; t += 1) {
    const [a, b, c, e, f, g] = [at(v, 0), at(v, 1), at(v, 2), at(v, 4), at(v, 5), at(v, 6)]
    const first =
      at(v, 7) +
      (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
      ((e & f) ^ (~e & g)) +
      at(primes, t) +
      at(schedule, t)
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    v.copyWithin(1, 0, 7)
    v[4] = at(v, 4) + first
    v[0] = first + second
  }
  for (let index = 0; index < 8; index += 1) hash[index] = at(hash, index) + at(v, index)
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** First 32 bits of the fractions of the cube roots of the first 64 primes, and of the square roots of the first 8. */
function constants(): { readonly primes: Uint32Array; readonly roots: Uint32Array } {
  const found: number[] = []
  for (let n = 2; found.length < 64; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return {
    primes: Uint32Array.from(found, (prime) => fraction(prime, 3)),
    roots: Uint32Array.from(found.slice(0, 8), (prime) => fraction(prime, 2)),
  }
}

/** By whole numbers, since implementations may round powers differently: the root of n · 2^(32 · degree). */
function fraction(n: number, degree: 2 | 3): number {
  const target = BigInt(n) << BigInt(32 * degree)
  let [low, high] = [0n, 1n << 38n]
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** BigInt(degree) <= target) low = middle
    else high = middle
  }
  return Number(low & 0xff_ff_ff_ffn)
}
