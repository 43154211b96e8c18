import type { Story } from '../story';

/** A television script: times in the source row, folded into few paragraphs, broken by <br>. */
export const broadcast: Story = {
  url: 'http://www.wjyanghu.com/yhw/hotspot/wjxw/2023-10-28/51873.html',
  title: '太湖治理:支浜上的功夫',
  date: '2023-10-28',
  dateRow: '时间:2023-10-28 18:40:12&nbsp;&nbsp;来源:武进新闻&nbsp;&nbsp;作者:阳湖网',
  masthead: '阳 湖 网',
  breadcrumb: ['首页', '热点', '武进新闻'],
  owner: '武进区融媒体中心',
  body: `<div>昨天上午,区委副书记吴震宇督查新一轮太湖综合治理,副区长朱小平参加。<br><br>
湟里镇的麦杂顶浜整治工程即将开工。吴震宇在现场了解工程进度,区水利局、区农业农村局等部门参加。<br><br>
村民 王桂芳:<br>水清了,洗衣裳也放心。</div>`,
  names: ['吴震宇', '朱小平', '新一轮太湖综合治理', '麦杂顶浜整治工程', '常州市武进区水利局'],
  bystanders: ['王桂芳'],
};
