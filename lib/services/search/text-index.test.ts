import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from '../../../public/pinyin/syllables.json';
import { newBits } from './bits';
import { Hits } from './hits';
import { Pinyin } from './pinyin';
import { searchForm } from './search-keys';
import { TextIndex } from './text-index';

const pinyin = new Pinyin(table);

function finder(names: readonly string[]) {
  const index = new TextIndex(
    names.map((name) => [searchForm(name)]),
    pinyin,
  );
  const hits = new Hits(names.length);
  return (query: string) => {
    hits.begin(newBits(names.length).fill(-1));
    index.find(searchForm(query), hits);
    const found = names.map(() => '');
    for (const [nearness, list] of hits.lists().entries()) for (const slot of list) found[slot] = ['whole', 'begin', 'within'][nearness]!;
    return found;
  };
}
const finds = (name: string, query: string) => finder([name])(query)[0];

describe('a name is found', () => {
  it.each([
    ['陈金虎', 'cjh'],
    ['陈金虎', 'chenjinhu'],
    ['陈金虎', 'Chen Jin Hu'],
    ['陈金虎', 'chenjh'],
    ['陈金虎', 'chjh'],
    ['单俊初', 'shanjunchu'],
    ['曾庆明', 'zengqingming'],
    ['解纪', 'xieji'],
    ['溧阳', 'liyang'],
    ['溧阳', 'ly'],
    ['吕梁', 'lvliang'],
    ['吕梁', 'lüliang'],
    ['吕梁', 'luliang'],
    ['西安', "xi'an"],
    ['LNG储运', 'lng'],
    ['LNG储运', 'chuyun'],
  ])('%s by %s, as a whole or from its beginning', (name, query) => {
    expect(['whole', 'begin', name.startsWith('LNG') && 'within']).toContain(finds(name, query));
  });

  it.each([
    ['常州市武进区水利局', 'shuili'],
    ['常州市武进区水利局', 'wjq'],
    ['中国人民银行', 'yinhang'],
    ['河长办', 'hezhang'],
    ['长江大桥', 'changjiang'],
    ['长江大桥', 'daqiao'],
    ['重庆路', 'chongq'],
  ])('%s by %s, wherever in it', (name, query) => {
    expect(finds(name, query)).not.toBe('');
  });

  it.each([
    ['陈金虎', 'henjin'],
    ['陈金虎', 'cjx'],
    ['陈金虎', 'jc'],
    ['陈金虎', 'chenjinhux'],
    ['陈金虎', 'zzz'],
    ['陈金虎', '金陈'],
  ])('%s not by %s', (name, query) => {
    expect(finds(name, query)).toBe('');
  });

  it('nearest when it is all that was typed', () => {
    expect(finder(['陈金', '陈金虎', '李陈金'])('chenjin')).toEqual(['whole', 'begin', 'within']);
    expect(finder(['水利', '水利局', '区水利局'])('水利')).toEqual(['whole', 'begin', 'within']);
  });
});

// Against the plain way: every name looked through, every way of typing it tried.

const CHARACTERS = ['长', '陈', '金', '虎', '单', '水', '利', '局', '安', '西', '先', 'a', '5'];
const syllablesOf = (character: string) => {
  const unit = character.charCodeAt(0);
  return [pinyin.first(unit), pinyin.second(unit)].filter(Boolean).map((number) => pinyin.syllables[number]!);
};

function spells(characters: readonly string[], letters: string): boolean {
  const [first, ...rest] = characters;
  if (letters === '') return true;
  if (first === undefined) return false;
  return syllablesOf(first).some((syllable) => {
    if (syllable.startsWith(letters)) return true;
    const parts = [syllable, syllable[0]!, ...(/^[zcs]h/.test(syllable) ? [syllable.slice(0, 2)] : [])];
    return parts.some((part) => letters.startsWith(part) && spells(rest, letters.slice(part.length)));
  });
}

it('whatever is typed finds what looking through every name finds', () => {
  const name = fc.array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 5 }).map((characters) => characters.join(''));
  const typed = fc.oneof(
    fc.array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 3 }).map((characters) => characters.join('')),
    fc
      .array(
        fc.constantFrom(
          'c',
          'ch',
          'chen',
          'chang',
          'z',
          'zh',
          'zhang',
          'j',
          'jin',
          'ju',
          'h',
          'hu',
          'x',
          'xi',
          'xian',
          'a',
          'an',
          's',
          'sh',
          'shan',
          'shui',
          'l',
          'li',
        ),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 30 }), typed, (names, query) => {
      const expected = names.map(
        (own) => own.includes(query) || (/^[a-z]+$/.test(query) && [...own].some((_, at) => spells([...own].slice(at), query))),
      );
      expect(finder(names)(query).map(Boolean)).toEqual(expected);
    }),
    { numRuns: 250 },
  );
});
