import type { Page } from './drivers/driver';

/** Asks the background from a page of the extension, as its own pages do. */
export async function ask<T>(page: Page, name: string, input: object = {}): Promise<T> {
  const reply = await page.evaluate(
    async (request) => {
      const scope = globalThis as unknown as Record<'browser' | 'chrome', { runtime: { sendMessage(message: unknown): Promise<unknown> } }>;
      return (await (scope.browser ?? scope.chrome).runtime.sendMessage(request)) as { ok: boolean; value?: unknown; detail?: string };
    },
    { name, input },
  );
  if (!reply.ok) throw new Error(`${name}: ${reply.detail}`);
  return reply.value as T;
}

export interface PageCast {
  scope: string;
  date: string | null;
  entities: {
    key: string;
    entityId: string | null;
    type: string;
    name: string;
    text: string;
    post?: string;
    status: string;
    count: number;
  }[];
}

/** Asks the content script of the tab at `url` what its page mentions, from a page of the extension. */
export async function askTab(page: Page, url: string): Promise<PageCast> {
  const reply = await page.evaluate(async (address) => {
    interface Tabs {
      query(filter: { url: string }): Promise<{ id: number }[]>;
      sendMessage(id: number, message: unknown, options: { frameId: number }): Promise<unknown>;
    }
    const scope = globalThis as unknown as Record<'browser' | 'chrome', { tabs: Tabs }>;
    const { tabs } = scope.browser ?? scope.chrome;
    const [tab] = await tabs.query({ url: address });
    if (!tab) return null;
    return (await tabs.sendMessage(tab.id, { name: 'tab.mentions', input: {} }, { frameId: 0 })) as { ok: boolean; value?: unknown };
  }, url);
  if (!reply?.ok) throw new Error(`no content script answers for ${url}`);
  return reply.value as PageCast;
}
