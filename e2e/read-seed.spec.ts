import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../tools/setup.mjs';
import { annotated, closeCard, hoverCard, inEachBrowser, officialsIn } from './reader';
import type { Site } from './server';

// Five articles as the paper printed them, labelled by hand. They lie beside the project, not in it: where they are missing this is skipped.

const GOLD = join(ROOT, '../shared/gold');
const ADDRESS = 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/449200.html';

interface Label {
  text: string;
  type: string;
  optional?: boolean;
  canonical?: string;
}

/** The post the articles give each official, as the card may word it. */
const POSTS: Record<string, RegExp> = {
  陈金虎: /市委.*书记/,
  盛蕾: /市长/,
  季培东: /政法委.*书记/,
  李林: /市领导/,
  杭勇: /市领导/,
  乔俊杰: /市领导/,
  陈志良: /市领导/,
  周承涛: /秘书长/,
  恽淇丞: /区领导/,
  吴震宇: /区委.*副书记/,
  朱岩: /区领导/,
  盛世麟: /区领导/,
  朱慧峰: /区领导/,
  朱小平: /副区长/,
  胡泊: /组织部.*部长/,
};

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const seedSite: Site = (url) => {
  if (url.href !== ADDRESS) return undefined;
  const paragraphs = readFileSync(join(GOLD, 'seed.txt'), 'utf8').split(/\n{2,}/);
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replace(/\n/g, '<br>')}</p>`).join('\n');
  const row = '<div class="xx">发布日期:2023-10-28&nbsp;&nbsp;来源:武进日报</div>';
  return {
    body: `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>武进日报</title>${row}<div id="zoom">${body}</div></html>`,
  };
};

const isThere = existsSync(join(GOLD, 'seed.json'));
const labels = isThere
  ? (JSON.parse(readFileSync(join(GOLD, 'seed.json'), 'utf8')) as { mentions: Label[] }[]).flatMap((d) => d.mentions)
  : [];
const required = labels.filter((label) => !label.optional);

describe.skipIf(!isThere)('five articles of October 2023', () => {
  inEachBrowser(seedSite, (desk) => {
    it('highlights every official as often as the labels say, and no reporter', async () => {
      const page = await desk.driver.open(ADDRESS);
      const officials = officialsIn(await annotated(page));
      const expected = required.filter((label) => label.type === 'official').map((label) => label.text);
      const reporters = labels.filter((label) => label.type === 'other_person').map((label) => label.text);
      for (const name of new Set(expected)) {
        const count = (list: string[]) => list.filter((text) => text === name).length;
        expect(count(officials), name).toBe(count(expected));
      }
      for (const reporter of reporters) expect(officials).not.toContain(reporter);
      await page.close();
    });

    it('shows on each official the post the article gives', async () => {
      const page = await desk.driver.open(ADDRESS);
      await annotated(page);
      for (const [name, post] of Object.entries(POSTS)) {
        expect(await hoverCard(page, name, name), name).toMatch(post);
        await closeCard(page);
      }
      await page.close();
    });

    it('joins a laboratory broken over two paragraphs into one mention with one card', async () => {
      const page = await desk.driver.open(ADDRESS);
      const texts = await annotated(page);
      const name = '智能制造龙城实验室';
      expect((texts['longcheng-organization'] ?? []).filter((text) => text === name)).toHaveLength(3);
      for (const part of [0, -1]) {
        await hoverCard(page, name, name, { occurrence: 1, part });
        await closeCard(page);
      }
      await page.close();
    });
  });
});
