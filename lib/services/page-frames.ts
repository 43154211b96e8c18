import type { PageEntity } from '../messages/answers/tab';
import { type Client, createClient, sendToTab } from '../messages/client';
import { type BackgroundMessages, TAB_MESSAGES, type TabMessages } from '../messages/contract';

/** A way to each frame of a tab; the top one comes first, and is there also before it has found anything. */
export async function framesOf(tabId: number, background: Client<BackgroundMessages>): Promise<Client<TabMessages>[]> {
  const { frames } = await background.call('tab.frames', { tabId });
  return [...new Set([0, ...frames])].map((frameId) => createClient(TAB_MESSAGES, sendToTab(tabId, frameId)));
}

/** The first answer of a frame that has one; frames that are gone have none. */
export async function firstOf<T>(
  frames: readonly Client<TabMessages>[],
  ask: (frame: Client<TabMessages>) => Promise<T | null>,
): Promise<T | null> {
  for (const frame of frames) {
    const answer = await ask(frame).catch(() => null);
    if (answer !== null) return answer;
  }
  return null;
}

/** What several frames mention, each entity once. */
export function together(all: readonly PageEntity[]): PageEntity[] {
  const entities = new Map<string, PageEntity>();
  for (const entity of all) {
    const known = entities.get(entity.key);
    entities.set(entity.key, known ? { ...known, count: known.count + entity.count } : entity);
  }
  return [...entities.values()];
}
