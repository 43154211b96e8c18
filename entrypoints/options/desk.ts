import type { Watch } from '../../components/options/view';
import { MessageError } from '../../lib/messages/message-error';
import { codeOf } from '../../lib/messages/server';
import type { DeskJobs, DeskReply, DeskRequest, JobName } from './desk-protocol';

/** The page's side of its worker, which is begun when first needed. */
export class Desk {
  #worker: Worker | null = null;
  #count = 0;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void; onProgress?: Watch['onProgress'] }>();

  /** Asks for a job. Rejects with a MessageError, or with an AbortError when it was stopped; a write by the signal as by `stop`. */
  ask<K extends JobName>(
    job: K,
    input: Parameters<DeskJobs[K]>[0],
    { onProgress, signal }: Watch = {},
  ): Promise<Awaited<ReturnType<DeskJobs[K]>>> {
    const id = this.#count++;
    signal?.addEventListener('abort', () => this.#worker?.postMessage({ id, abort: true } satisfies DeskRequest));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, ...(onProgress && { onProgress }) });
      this.#begun().postMessage({ id, job, input } satisfies DeskRequest);
    });
  }

  /** Stops what runs. A write that has begun ends as one that never was; reading is cut off with the worker itself. */
  stop(): void {
    const writing = [...this.#waiting].filter(([, { onProgress }]) => onProgress);
    for (const [id] of writing) this.#worker?.postMessage({ id, abort: true } satisfies DeskRequest);
    if (writing.length > 0) return;
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new DOMException('stopped', 'AbortError'));
    this.#waiting.clear();
  }

  #begun(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<DeskReply>) => this.#heard(data));
    worker.addEventListener('error', (event) => {
      for (const { reject } of this.#waiting.values()) reject(new MessageError('unexpected', event.message));
      this.#waiting.clear();
      this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }

  #heard(data: DeskReply): void {
    const waiting = this.#waiting.get(data.id);
    if (!waiting) return;
    if ('progress' in data) {
      waiting.onProgress?.(...data.progress);
      return;
    }
    this.#waiting.delete(data.id);
    if ('value' in data) waiting.resolve(data.value);
    else if (data.error.name === 'AbortError') waiting.reject(new DOMException(data.error.message, 'AbortError'));
    else waiting.reject(new MessageError(codeOf(data.error), data.error.message));
  }
}
