import axe from 'axe-core';
import type { Page } from './drivers/driver';

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** What axe-core finds wrong with a page as it is now, or by one of its rules. */
export async function violations(page: Page, rule?: 'color-contrast'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.execute(axe.source);
  return page.evaluate(async (only) => {
    interface Axe {
      run(options: object): Promise<{ violations: Violation[] }>;
    }
    const there = (globalThis as unknown as { axe: Axe }).axe;
    return (await there.run({ resultTypes: ['violations'], preload: false, ...(only && { runOnly: [only] }) })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
    );
  }, rule ?? null);
}
