import { dateRow, type Story } from '../story';

/** Lists of officials after one title, names padded with full-width spaces to three characters. */
export const network: Story = {
  url: 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/449188.html',
  title: '全市网信工作会议召开 武进设分会场',
  date: '2023-10-28',
  dateRow: dateRow('2023-10-28', '武进日报'),
  masthead: '武 进',
  breadcrumb: ['首页', '新闻中心', '政务要闻'],
  body: `<p>本报讯 (记者 顾清明) 全市网络安全和信息化工作会议昨天下午召开。市委书记陈金虎到会讲话,市委副书记、市长盛&emsp;蕾主持,市委副书记、政法委书记季培东出席。</p>
<p>市领导李&emsp;林、杭&emsp;勇、乔俊杰、陈志良,市政府秘书长周承涛参加会议。区领导恽淇丞、吴震宇、朱&emsp;岩、盛世麟、朱慧峰在武进分会场收看。</p>
<p>陈金虎提出,网络强市建设要落到具体的部门和具体的事。盛蕾要求做实做优数字政府。</p>
<p>会上,市公安局、市工信局先后发言。窗外桃李林立,会场内座无虚席。</p>
<p style="text-align:right">(责任编辑:顾清明)</p>`,
  names: [
    '陈金虎',
    '盛蕾',
    '季培东',
    '李林',
    '杭勇',
    '乔俊杰',
    '陈志良',
    '周承涛',
    '恽淇丞',
    '吴震宇',
    '朱岩',
    '盛世麟',
    '朱慧峰',
    '常州市公安局',
  ],
  bystanders: ['顾清明'],
};
