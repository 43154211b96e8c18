import { dateRow, type Story } from '../story';

/** Inline tags within a name, a line break within a sentence, and a paragraph broken in mid-sentence. */
export const taihu: Story = {
  url: 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/449201.html',
  title: '吴震宇督查太湖治理项目推进情况',
  date: '2023-10-28',
  dateRow: dateRow('2023-10-28', '武进日报'),
  masthead: '武 进',
  breadcrumb: ['首页', '新闻中心', '政务要闻'],
  body: `<p>本报讯 (记者 林小满) 昨天上午,区委副书记<strong>吴震</strong>宇来到嘉泽镇、湟里镇,察看新一轮太湖综合治理各项任务的进展,<span>区水利局</span>、区农业农村局、武进生态环境局有关负责人随同。副区长朱小平参加。</p>
<p>在湟里镇,一行人沿河走到麦杂顶浜整治工程的工地。施工方介绍,麦杂顶浜项目涉及河道约三公里,清淤、护岸和排口治理将分段进行。<br>吴震宇要求各有关部门和板块加快项目建设,一并整治排口周边环境。</p>
<p>同在湟里镇的瓜渚浜长七百米,截源控污、清淤活水和河岸整治正在推</p>
<p>进,年内完工,由区水利局跟踪进度。村民周阿福表示,门前的水一年比一年清。</p>`,
  names: [
    '吴震宇',
    '朱小平',
    '常州市武进区水利局',
    '常州市武进区农业农村局',
    '常州市武进生态环境局',
    '新一轮太湖综合治理',
    '麦杂顶浜整治工程',
  ],
  bystanders: ['林小满', '周阿福'],
};
