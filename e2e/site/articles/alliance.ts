import { dateRow, type Story } from '../story';

/** A body's name broken over two paragraphs, as the paper's columns leave it. */
export const alliance: Story = {
  url: 'http://www.wj.gov.cn/html/czwj/2023/CNJQKLMB_1028/449176.html',
  title: '装备制造产业技术创新联盟成立',
  date: '2023-10-28',
  dateRow: dateRow('2023-10-28', '武进日报'),
  masthead: '武 进',
  breadcrumb: ['首页', '新闻中心', '政务要闻'],
  body: `<p>本报讯 (记者 沈若溪) 10月27日,常州市装备制造产业技术创新联盟在常州科教城成立,首批成员51家。</p>
<p>联盟由智能制造龙城实验室发起,科教城管委会、市工信局给予指导。按照约定,成员单位共同出题、共同投入、共享成果。</p>
<p>成立仪式后举行了签约,智能制造龙城</p>
<p>实验室分别与今创集团股份有限公司、江苏精研科技股份有限公司等企业签下联合创新中心协议。</p>
<p>企业代表陆一鸣说,过去单打独斗,如今有了一张共用的图纸。</p>`,
  names: [
    '常州市装备制造产业技术创新联盟',
    '智能制造龙城实验室',
    '常州科教城管理委员会',
    '常州市工业和信息化局',
    '今创集团股份有限公司',
    '江苏精研科技股份有限公司',
  ],
  bystanders: ['沈若溪', '陆一鸣'],
};
