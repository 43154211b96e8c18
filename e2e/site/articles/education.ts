import { dateRow, type Story } from '../story';

/** One person with several posts; a table; a caption with its photographer. */
export const education: Story = {
  url: 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1029/449230.html',
  title: '主题教育座谈会在区行政中心举行',
  date: '2023-10-29',
  dateRow: dateRow('2023-10-29', '武进日报'),
  masthead: '武 进',
  breadcrumb: ['首页', '新闻中心', '政务要闻'],
  body: `<p>本报讯 (记者 林小满) 昨天,我区召开主题教育座谈会。区委常委、组织部部长、统战部部长胡泊听取各板块发言。</p>
<table><tr><td>序号</td><td>发言单位</td></tr><tr><td>1</td><td>前黄镇</td></tr><tr><td>2</td><td>湟里镇</td></tr><tr><td>3</td><td>南夏墅街道</td></tr></table>
<p>会议要求分级分类指导各板块的主题教育,胡泊参加了交流。</p>
<p>图为会议现场。方小舟 摄</p>`,
  names: ['胡泊'],
  bystanders: ['林小满', '方小舟'],
};
