import { expect, it, vi } from 'vitest';
import { formatMessage } from './format-message';
import { createTranslate } from './text';

const catalogue = { history_pages: { message: '读过 $1 篇' }, history_site_count: { message: '$2：$1 $1' }, close: { message: '关闭' } };

it('fills messages in as the browser would, and asks for each once', () => {
  const ask = vi.fn((key: string, values: string[]) => (key in catalogue ? formatMessage(catalogue, key, values) : ''));
  const t = createTranslate(ask);
  expect([t('history_pages', 3), t('history_pages', 12), t('history_pages')]).toEqual(['读过 3 篇', '读过 12 篇', '读过  篇']);
  expect(t('history_site_count', '甲$2', '$&\\')).toBe('$&\\：甲$2 甲$2');
  expect(t('close')).toBe('关闭');
  expect(t('undo')).toBe('undo');
  expect(ask).toHaveBeenCalledTimes(4);
});
