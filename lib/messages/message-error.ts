import type { ErrorCode } from './error-codes';

/** A failure that crosses a message: its code is what the reader's language has words for, the message is for a bug report. */
export class MessageError extends Error {
  override name = 'MessageError';

  constructor(
    readonly code: ErrorCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}
