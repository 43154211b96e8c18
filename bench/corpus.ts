// Names and news text for the measurements, the same on every run. Frequencies matter more than sense: surnames begin most names,
// a few characters of place and office begin most bodies, and the text is full of words that begin like names and are none.
import { seededRandom } from '../tools/seeded-random';

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚',
];
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲华建国志永林海峰晓春雨新宇浩然子轩梓涵欣怡博俊凯泽天佑思源婷雪梅红燕波斌鹏飞宁东南北山川云龙虎震金盛蕾培季承慧麟岩淇恽泊乔良亮清荣庆生根福寿康安',
];
const PLACES = [
  ...['常州市', '武进区', '新北区', '天宁区', '钟楼区', '金坛区', '溧阳市', '嘉泽镇', '湟里镇', '前黄镇', '洛阳镇', '雪堰镇', '礼嘉镇'],
  ...['横山桥镇', '遥观镇', '南夏墅街道', '西湖街道', '奔牛镇', '孟河镇', '罗溪镇', '薛家镇', '邹区镇', '郑陆镇', '戴埠镇', '南渡镇'],
];
const FIELDS = [
  ...['水利', '农业农村', '生态环境', '教育', '卫生健康', '交通运输', '住房和城乡建设', '市场监督管理', '文化广电和旅游', '财政', '审计'],
  ...['民政', '科学技术', '商务', '统计', '应急管理', '退役军人事务', '医疗保障', '城市管理', '行政审批', '信访', '档案', '体育', '供销'],
];
const TAILS = [
  '局',
  '委员会',
  '管理所',
  '服务中心',
  '监测站',
  '执法大队',
  '指挥部',
  '领导小组办公室',
  '协会',
  '研究院',
  '有限公司',
  '学校',
];
const WORDS =
  '昨天 上午 下午 会议 召开 强调 指出 要求 学习 贯彻 落实 重要 讲话 精神 推动 发展 建设 工作 全面 持续 深入 产业 创新 科技 企业 项目 工程 治理 环境 提升 群众 服务 基层 社区 村镇 河道 整治 生态 修复 排口 清淤 护岸 监测 巡查 开工 竣工 投资 厂房 设备 数字 政府 社会 安全 网络 信息 责任 制度 机制 统筹 协调 部门 板块 成员 单位 负责 同志 参加 出席 主持 介绍 了解 情况 进展 现场 调研 督查 检查 活动 仪式 签约 联盟 合作 共享 资源 人才 教育 医院 学校 交通 道路 桥梁 农业 水稻 花卉 旅游 文化 体育 比赛 老人 儿童 家庭 生活 市场 消费 经济 增长 金融 改革 开放 历史 时代 方向 目标 任务 问题 办法 标准 质量 效率 水平 能力 力量 优势 特色 品牌 平台 渠道 空间 未来 今年 明年 去年 本月 近日 目前 同时 以及 通过 围绕 按照 根据 为了 有关 各项 一批 首批 多个 桃李 林立 高度 陈列 王国 江河 金色 石头 白天 方法 常常 万里 武术 康复 严格'.split(
    ' ',
  );

/** `count` different names: of people for the greater part, else of bodies. */
export function makeNames(count: number): string[] {
  const random = seededRandom(20231028);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const names = new Set<string>();
  while (names.size < count) {
    const isPerson = random() < 0.6;
    if (isPerson) names.add(pick(SURNAMES) + pick(GIVEN) + (random() < 0.85 ? pick(GIVEN) : ''));
    else names.add(pick(PLACES) + (random() < 0.5 ? pick(SURNAMES) + pick(GIVEN) : '') + pick(FIELDS) + pick(TAILS));
  }
  return [...names];
}

/** News of exactly `length` UTF-16 units, in paragraphs, with names as dense as in a report of a meeting (about 30 a thousand units). */
export function makeNews(length: number, names: readonly string[]): string {
  const random = seededRandom(320400);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  let text = '';
  for (let word = 1; text.length < length; word++) {
    text += random() < 1 / 24 ? pick(names) : pick(WORDS);
    if (word % 120 === 0) text += '。\n\n';
    else if (word % 24 === 0) text += '。';
    else if (word % 6 === 0) text += ',';
  }
  return text.slice(0, length);
}
