/** Every way an answer can fail; each has a message `error_<code>`. */
export const ERROR_CODES = ['invalid', 'unavailable', 'quota', 'conflict', 'not-found', 'unexpected'] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
