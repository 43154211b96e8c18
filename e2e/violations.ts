import axe from 'axe-core';
import type { Page } from './drivers/driver';

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** What axe-core finds wrong with a page as it is now. */
export async function violations(page: Page): Promise<string[]> {
  await page.execute(axe.source);
  return page.evaluate(async () => {
    const there = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    return (await there.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
}
