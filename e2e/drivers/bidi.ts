import { WebSocket } from 'ws';

type Json = Record<string, unknown>;
interface Waiting {
  resolve(result: Json): void;
  reject(error: Error): void;
}

/** A WebDriver BiDi connection: commands that resolve with their result, and events by method name. */
export class Bidi {
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, ((params: Json) => void)[]>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => this.receive(JSON.parse(data.toString()) as Json));
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the browser closed the connection'));
      this.waiting.clear();
    });
  }

  static async connect(url: string): Promise<Bidi> {
    const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 1 << 28 });
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new Bidi(socket);
  }

  send<Result extends Json>(method: string, params: Json = {}): Promise<Result> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (result: Json) => void, reject });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  on(method: string, listener: (params: Json) => void): void {
    this.listeners.set(method, [...(this.listeners.get(method) ?? []), listener]);
  }

  close(): void {
    this.socket.close();
  }

  private receive(message: Json): void {
    if (typeof message.id !== 'number') {
      for (const listener of this.listeners.get(String(message.method)) ?? []) listener(message.params as Json);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === 'success') waiting?.resolve(message.result as Json);
    else waiting?.reject(new Error(`${String(message.error)}: ${String(message.message)}`));
  }
}
