/** Reading and writing of the big-endian numbers that font files are made of. */

/** Reads numbers one after another. Reading past the end throws a RangeError. */
export class ByteReader {
  readonly #view: DataView<ArrayBuffer>
  position: number

  constructor(
    readonly bytes: Uint8Array<ArrayBuffer>,
    start = 0,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.position = start
  }

  uint8(): number {
    return this.#view.getUint8(this.position++)
  }

  uint16(): number {
    this.position += 2
    return this.#view.getUint16(this.position - 2)
  }

  int16(): number {
    this.position += 2
    return this.#view.getInt16(this.position - 2)
  }

  uint32(): number {
    this.position += 4
    return this.#view.getUint32(this.position - 4)
  }

  /** The next bytes, not copied. */
  take(length: number): Uint8Array<ArrayBuffer> {
    if (this.position + length > this.bytes.length) throw new RangeError('The font file ends too early.')
    this.position += length
    return this.bytes.subarray(this.position - length, this.position)
  }
}

/** Writes numbers one after another into a buffer that grows. */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #view = new DataView(this.#bytes.buffer)
  length = 0

  #room(size: number): number {
    const at = this.length
    this.length += size
    if (this.length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.length, this.#bytes.length * 2))
      grown.set(this.#bytes)
      this.#bytes = grown
      this.#view = new DataView(grown.buffer)
    }
    return at
  }

  uint8(...values: readonly number[]): this {
    for (const value of values) {
      const at = this.#room(1)
      this.#view.setUint8(at, value)
    }
    return this
  }

  /** Signed numbers too: two's complement. */
  uint16(...values: readonly number[]): this {
    for (const value of values) {
      const at = this.#room(2)
      this.#view.setUint16(at, value)
    }
    return this
  }

  uint32(...values: readonly number[]): this {
    for (const value of values) {
      const at = this.#room(4)
      this.#view.setUint32(at, value)
    }
    return this
  }

  bytes(values: Uint8Array): this {
    const at = this.#room(values.length)
    this.#bytes.set(values, at)
    return this
  }

  /** Zeros up to the next multiple. */
  align(multiple: number): this {
    while (this.length % multiple !== 0) this.uint8(0)
    return this
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length)
  }
}
