import type { IncomingMessage } from 'node:http';

/** In bytes, of all unfinished bodies that are not small. */
const MAX_HELD = 32 * 1024 * 1024;
/** In bytes: those of almost all of Slack's requests, which large ones of others must not keep out. */
const SMALL = 64 * 1024;
/** In bytes, what a piece takes beside its content. */
const PIECE = 512;

/** The body will not be read; the connection is still open, for the answer. */
export class RefusedBody extends Error {
  constructor(readonly status: number) {
    super(`The body is refused with ${status}.`);
  }
}

/** Reads the bodies of requests before their senders are known, so in bounded memory. */
export class BodyReader {
  #held = 0;

  /** Throws RefusedBody with 413 beyond `most` bytes, and with 503 when too much is being read already. */
  async read(request: IncomingMessage, most: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let size = 0;
    let held = 0;
    try {
      for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += piece.length;
        held += piece.length + PIECE;
        this.#held += piece.length + PIECE;
        if (size > most) throw new RefusedBody(413);
        if (held > SMALL && this.#held > MAX_HELD) throw new RefusedBody(503);
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    } finally {
      this.#held -= held;
    }
  }
}
