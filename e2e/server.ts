import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  body: string | Uint8Array;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

/** Pages by address (`http://host/path`, without query); undefined is answered 404. */
export type Site = (url: URL) => Answer | undefined;

export interface SiteServer {
  port: number;
  /** Every address asked for so far: a page of ours that reached elsewhere would show here. */
  requests: string[];
  close(): Promise<void>;
}

function addressOf(request: IncomingMessage): URL {
  // As a proxy the address comes absolute (Firefox); mapped hosts give the host in its own header (Chromium).
  return new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
}

/** Serves `site` for every host name on a free local port, as an ordinary server and as a plain HTTP proxy. */
export async function serveSite(site: Site): Promise<SiteServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = addressOf(request);
    requests.push(url.href);
    const answer = site(url) ?? { body: 'not found', type: 'text/plain', status: 404 };
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'text/html; charset=utf-8', ...answer.headers });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
