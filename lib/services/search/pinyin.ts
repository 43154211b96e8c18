/** Characters by their usual reading, without tones, ü as v: public/pinyin/syllables.json. */
export type SyllableTable = Readonly<Record<string, string>>;

/** What the table, which has one reading a character, does not know: the readings names and offices have besides, the likelier first. */
const READINGS =
  '长 chang zhang,行 xing hang,重 zhong chong,乐 le yue,地 di,拓 tuo ta,略 lve,泊 bo po,卜 bu bo,晟 sheng cheng,模 mo mu,调 diao tiao,' +
  '都 du dou,圩 wei xu,浜 bang bin,厦 sha xia,朝 chao zhao,藏 zang cang,传 chuan zhuan,参 can shen,率 lv shuai,校 xiao jiao,会 hui kuai,' +
  '大 da dai,车 che ju,六 liu lu,蚌 bang beng,堡 bao pu,番 fan pan,召 zhao shao,省 sheng xing,塞 sai se,弹 dan tan,便 bian pian,句 ju gou,' +
  '单 dan shan,曾 zeng ceng,解 jie xie,仇 chou qiu,朴 pu piao,区 qu ou,查 cha zha,盖 gai ge,尉 wei yu,缪 miao miu,覃 tan qin,翟 zhai di,' +
  '种 zhong chong,员 yuan yun,盛 sheng cheng,沈 shen chen,谌 chen shen,石 shi dan,莘 xin shen,隗 wei kui,贾 jia gu,牟 mou mu,柏 bai bo,' +
  '薄 bo bao,郗 xi chi,折 zhe she,祭 ji zhai,宓 mi fu,佴 er nai,万 wan mo,合 he ge,系 xi ji,著 zhu zhe,还 huan hai,给 gei ji,没 mei mo,' +
  '创 chuang,和 he huo,降 jiang xiang,角 jiao jue,觉 jue jiao,露 lu lou,落 luo la,吓 xia he,纤 xian qian,血 xue xie,应 ying,与 yu,' +
  '载 zai,轧 zha ya,中 zhong,转 zhuan,庄 zhuang,强 qiang jiang,宿 su xiu,洗 xi xian,什 shi shen,射 she ye,奇 qi ji,荥 xing ying,茄 qie jia,' +
  '阿 a e,埔 pu bu,骑 qi ji,期 qi ji,伽 jia qie,柜 gui ju,貉 he hao,咀 ju zui,蕃 fan bo,峒 dong tong,碌 lu liu,艾 ai yi,洞 dong,' +
  '亮 liang,菲 fei,晖 hui,炜 wei,喆 zhe,珏 jue,昇 sheng,堃 kun,玥 yue,恽 yun,溧 li,湟 huang';

/** Read so where it is a surname. */
const SURNAMES =
  '单 shan,曾 zeng,解 xie,仇 qiu,朴 piao,区 ou,查 zha,盖 ge,缪 miao,覃 qin,翟 zhai,种 chong,员 yun,盛 sheng,沈 shen,谌 chen,莘 shen,乐 yue,' +
  '石 shi,长 zhang,卜 bu,召 shao,折 she,洗 xian,万 wan,都 du,郗 chi,贾 jia,柏 bai,车 che,晟 cheng,尉 wei';

/** No syllable: what is not read in pinyin. */
export const NO_SYLLABLE = 0;

/** Readings of characters as numbers; syllables are numbered from 1 in alphabetical order. */
export class Pinyin {
  /** By number; the first is no syllable. */
  readonly syllables: readonly string[];
  /** Usual reading, and above it (× 1024) the second, by UTF-16 unit. */
  readonly #readings = new Uint32Array(0x10000);
  readonly #surnames = new Map<number, number>();

  constructor(table: SyllableTable) {
    this.syllables = ['', ...Object.keys(table).sort()];
    const numbers = new Map(this.syllables.map((syllable, number) => [syllable, number]));
    const numberOf = (syllable = '') => numbers.get(syllable) ?? NO_SYLLABLE;
    for (const [syllable, characters] of Object.entries(table)) {
      // Whoever has no ü writes u.
      const second = syllable.startsWith('lv') || syllable.startsWith('nv') ? numberOf(syllable.replace('v', 'u')) : NO_SYLLABLE;
      for (let i = 0; i < characters.length; i++) this.#readings[characters.charCodeAt(i)] = numberOf(syllable) | (second << 10);
    }
    for (const [character = '', first, second] of entriesOf(READINGS)) {
      this.#readings[character.charCodeAt(0)] = numberOf(first) | (numberOf(second) << 10);
    }
    for (const [character = '', reading] of entriesOf(SURNAMES)) this.#surnames.set(character.charCodeAt(0), numberOf(reading));
  }

  /** Number of a character's usual reading, given as a UTF-16 unit. */
  first(unit: number): number {
    return this.#readings[unit]! & 1023;
  }

  /** Number of its other reading. */
  second(unit: number): number {
    return this.#readings[unit]! >>> 10;
  }

  /** As a name is put in order: its syllables, and as they are what has none. */
  sortKey(name: string, isPerson: boolean): string {
    let key = '';
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      const surname = isPerson && i === 0 ? this.#surnames.get(unit) : undefined;
      const number = surname ?? this.first(unit);
      // The character itself keeps those of one reading together.
      key += number === NO_SYLLABLE ? name[i] : `${this.syllables[number]}\u0001${name[i]}`;
    }
    return key.toLowerCase();
  }

  /** Numbers of the syllables that begin with `letters`: from the first up to before the second. */
  rangeOf(letters: string): [number, number] {
    return [this.#before(letters), this.#before(`${letters}~`)];
  }

  #before(text: string): number {
    let [low, high] = [1, this.syllables.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.syllables[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const entriesOf = (list: string) => list.split(',').map((entry) => entry.split(' '));
