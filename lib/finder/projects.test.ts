import { expect, it } from 'vitest';
import { find, names, projects } from './fixtures/index';

it.each([
  ['a project', '随后来到云河储能电池项目,了解建设进度。', ['云河储能电池项目']],
  ['after 察看了', '林知远察看了麦庄路改造工程。', ['麦庄路改造工程']],
  ['after 推进', '全力推进礼嘉污水处理厂扩建工程。', ['礼嘉污水处理厂扩建工程']],
  ['with the area', '钟楼区麦庄河沿河整治工程开工。', ['钟楼区麦庄河沿河整治工程']],
  ['with letters and figures', '云河5G智能终端二期项目竣工。', ['云河5G智能终端二期项目']],
  ['a base', '云河新能源汽车零部件生产基地投产。', ['云河新能源汽车零部件生产基地']],
  ['a plan in title marks', '印发《常州市城乡环境整治三年行动方案(2025-2027年)》。', ['《常州市城乡环境整治三年行动方案(2025-2027年)》']],
  ['a strategy', '深入实施“532”发展战略。', ['“532”发展战略']],
  ['a marathon', '2023常州西太湖半程马拉松举行。', ['2023常州西太湖半程马拉松']],
  [
    'a list of sites without the word',
    '一行察看了云河高端装备、星海智能传感器、天元汽车零部件等项目。',
    ['云河高端装备', '星海智能传感器', '天元汽车零部件'],
  ],
])('finds the whole name: %s', (_, text, expected) => {
  expect(projects(text)).toEqual(expected);
});

it.each([
  ['projects in general', '要加快推进重点项目建设。'],
  ['one of many', '全区共有16个重大产业项目集中开工。'],
  ['work', '扎实做好各项工作,推进民生工程建设。'],
  ['building of the party', '加强党的建设,推动基层治理。'],
  ['civilisation', '推进精神文明建设和生态文明建设。'],
  ['a plan in general', '制定行动方案,明确工作计划。'],
  ['works under way', '抓好工程质量和安全。'],
  ['environment', '持续优化营商环境建设。'],
  ['infrastructure', '加强基础设施建设,完善城市功能。'],
  ['reform', '深化改革,加大技术改造力度。'],
  ['this project', '该项目总投资30亿元,项目建成后年产值50亿元。'],
  ['a signing', '活动现场,20个项目签约。'],
])('leaves the genre’s boilerplate: %s', (_, text) => {
  expect(projects(text)).toEqual([]);
});

it.each([
  ['two with 和', '他来到云河储能电池项目和星海汽车零部件项目现场。', ['云河储能电池项目', '星海汽车零部件项目']],
  ['at an edge with a number', '1.云河储能电池项目\n2.星海汽车零部件项目', ['云河储能电池项目', '星海汽车零部件项目']],
  ['before 现场', '来到潘家浜水环境整治工程现场。', ['潘家浜水环境整治工程']],
])('finds the whole name: %s', (_, text, expected) => {
  expect(projects(text)).toEqual(expected);
});

it('resolves a shorter name to the full one the article gave', () => {
  const text = '来到潘家浜水环境整治工程,听取介绍。潘家浜项目年底完工。';
  expect(projects(text)).toEqual(['潘家浜水环境整治工程', '潘家浜项目']);
  expect(names('project', text)).toEqual(['潘家浜水环境整治工程', '潘家浜水环境整治工程']);
});

it('resolves a shorter name to the entity of the index', () => {
  const ids = find('来到麦溪浜整治工程现场。麦溪浜项目年底完工。').mentions.map(({ entityId }) => entityId);
  expect(ids).toEqual(['project/maixi', 'project/maixi']);
});

it('does not take another project for a shorter name', () => {
  expect(names('project', '来到潘家浜水环境整治工程,听取介绍。马家浜项目年底完工。')).toEqual(['潘家浜水环境整治工程', '马家浜项目']);
});
