import { expect, it } from 'vitest';
import { chinese } from '../fixtures/mount';
import { CAST } from '../fixtures/sample-cast';
import { castMarkdown, castTable } from './cast-table';

it('has a record a member in the order of the page, with what the page says and what the index has', () => {
  const records = castTable(CAST, chinese);
  expect(new Set(records.map(({ length }) => length))).toEqual(new Set([15]));
  const article = '区领导督查水环境治理|2023-10-28|http://www.wj.gov.cn/html/czwj/2023/a.html';
  const [head, ...lines] = records.map((record) => record.join('|'));
  expect(head).toBe('类型|名称|文中作|文中职务|刊发时|依据|之后有变|隶属|金额|进展|次数|索引|文章|日期|网址');
  expect(lines).toEqual(
    [
      '官员|周予安|周予安|区委副书记|中共常州市武进区委员会副书记|2021-06 至 2024-04 任职|2025-03-07 见报：示例区人民政府区长||||3|已收录',
      '组织|常州市武进区水利局|区水利局||政府部门|||常州市武进区人民政府|||2|已收录',
      '组织|常州市武进区农业农村局|区农业农村局||政府部门|||常州市武进区人民政府|||1|已收录',
      '官员|林知远|林知远|副区长|常州市武进区人民政府副区长|此前 2023-07-02 见报；此后 2024-02-19 见报|||||1|已收录',
      '组织|武进区河道管理站|武进区河道管理站||政府部门|||常州市武进区水利局|||1|已收录',
      '组织|常州市水利局|市水利局||政府部门|||常州市人民政府|||1|已收录',
      '项目|柳塘浜整治工程|柳塘浜整治工程||工程 · 实施中||||总投资约3200万元（2023-10-28 报道）|2023-10-28 将于 10 月底开工（预计 2023-10）|2|已收录',
      '官员|陈某|陈某|主任|||||||1|同名未定',
      '官员|王某某|王某某|镇长|||||||1|尚未收录',
      '组织|某某花卉|某某花卉||||||||1|尚未收录',
    ].map((line) => `${line}|${article}`),
  );
});

it('is Markdown that names cannot break out of, without columns that say nothing', () => {
  const cast = {
    ...CAST,
    title: '<b>标题</b>\n# 二',
    url: 'http://www.wj.gov.cn/a>b',
    entities: [{ ...CAST.entities[8]!, name: '王|某*[x](y)', text: '王\n某' }],
  };
  expect(castMarkdown(cast, chinese)).toBe(`# \\<b\\>标题\\</b\\> \\# 二

2023-10-28 · 常州市武进区 · <http://www.wj.gov.cn/a%3Eb>

| 类型 | 名称 | 文中作 | 文中职务 | 次数 | 索引 |
| --- | --- | --- | --- | --- | --- |
| 官员 | 王\\|某\\*\\[x\\](y) | 王 某 | 镇长 | 1 | 尚未收录 |
`);
});
