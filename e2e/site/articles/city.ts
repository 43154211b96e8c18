import { dateRow, type Story } from '../story';

/** The city's own site: 市 is the whole city here, and its page keeps a strict policy about scripts. */
export const city: Story = {
  url: 'http://www.changzhou.gov.cn/ns_news/204169845012345',
  title: '网信工作会议部署下一阶段任务',
  date: '2023-10-28',
  dateRow: dateRow('2023-10-28', '常州日报'),
  masthead: '中国常州',
  breadcrumb: ['首页', '政务动态', '常州要闻'],
  owner: '主办单位:常州市人民政府  网站标识码:3204000001',
  body: `<p>全市网络安全和信息化工作会议27日下午举行。市委书记陈金虎讲话,市委副书记、市长盛蕾主持会议。</p>
<p>武进区和市公安局、市工信局作交流发言。会议要求,各地各部门把网络强市建设的任务细化到人。</p>
<p>(常报全媒体记者 许知远)</p>`,
  names: ['陈金虎', '盛蕾', '常州市公安局', '常州市工业和信息化局'],
  bystanders: ['许知远'],
};
