/**
 * A file of a form, or a field of very long text, as its bytes within the body. The `File` that comes with Node copies them
 * when it is made and twice when it is read, and of ten megabytes each copy keeps other readers waiting.
 */
export class SentFile extends File {
  readonly content: Uint8Array<ArrayBuffer>

  constructor(content: Uint8Array<ArrayBuffer>, name: string) {
    super([], name)
    this.content = content
  }
}
