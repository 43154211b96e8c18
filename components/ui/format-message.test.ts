import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import zh from '../../public/_locales/zh_CN/messages.json';
import { formatMessage } from './format-message';
import { whyLine } from './why-line';

describe('formatMessage', () => {
  it('puts values where the language wants them', () => {
    expect(formatMessage({ a: { message: '$2：$1' } }, 'a', ['一', 2])).toBe('2：一');
  });

  it('leaves a place empty that nothing was given for, and a dollar sign a dollar sign', () => {
    expect(formatMessage({ a: { message: '[$1] $$1' } }, 'a')).toBe('[] $1');
  });

  it('never reads a value as a message', () => {
    fc.assert(fc.property(fc.string(), (value) => formatMessage({ a: { message: '“$1”' } }, 'a', [value]) === `“${value}”`));
  });

  it('throws on a message that is not there', () => {
    expect(() => formatMessage({}, 'a')).toThrow(RangeError);
  });
});

describe('whyLine', () => {
  const say = (key: string, detail: string) => formatMessage(zh, key, [detail]);

  it('joins the reasons, each once', () => {
    const reasons = [{ kind: 'titleBefore', detail: '区委书记' }, { kind: 'boundary' }, { kind: 'boundary' }];
    expect(whyLine(reasons, say)).toBe('前有职务“区委书记”；前后皆为词界');
  });

  it('says a reason without its detail, not with empty quotation marks', () => {
    expect(whyLine([{ kind: 'titleBefore' }], say)).toBe('前有职务');
  });
});
