const words = (text: string) => text.split(/\s+/).filter(Boolean);

/** Provinces and cities outside Changzhou: their bodies are theirs, however they are shortened later in the text. */
export const PROVINCES = words(
  `北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省 内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区 北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 新疆生产建设兵团`,
);
export const CITIES = words(
  `南京 无锡 徐州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 江阴 宜兴 丹阳 张家港 昆山 常熟 太仓 句容 靖江 如皋 启东 海门 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 海口 三亚 成都 绵阳 德阳 宜宾 泸州 乐山 南充 达州 贵阳 遵义 昆明 曲靖 大理 西安 咸阳 宝鸡 渭南 延安 汉中 榆林 安康 商洛 兰州 天水 西宁 银川 乌鲁木齐 克拉玛依 伊犁 喀什 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 长春 四平 哈尔滨 齐齐哈尔 大庆 牡丹江 石家庄 唐山 秦皇岛 邯郸 保定 张家口 承德 沧州 廊坊 太原 大同 呼和浩特 包头 鄂尔多斯 拉萨 涪陵 白河 和县 尼勒克`,
);
/** A city's name stands with and without 市. */
export const FOREIGN_PLACES = [
  ...new Set([...PROVINCES, ...CITIES, ...CITIES.filter((name) => !/[市县]$/.test(name)).map((name) => `${name}市`)]),
];

/** Hosts and the area whose paper or office speaks there (see docs on sites). Longest suffix wins. */
export const HOST_SCOPES: Readonly<Record<string, string>> = {
  'wj.gov.cn': 'area/wujin',
  'wjyanghu.com': 'area/wujin',
  'cz001.com.cn': 'area/changzhou',
  'changzhou.gov.cn': 'area/changzhou',
  'jkq.changzhou.gov.cn': 'area/jkq',
  'cznd.gov.cn': 'area/xinbei',
  'cztn.gov.cn': 'area/tianning',
  'zhonglou.gov.cn': 'area/zhonglou',
  'jintan.gov.cn': 'area/jintan',
  'jtrd.gov.cn': 'area/jintan',
  'liyang.gov.cn': 'area/liyang',
  'jschina.com.cn/cz': 'area/changzhou',
  'js93.gov.cn/changzhou': 'area/changzhou',
  'i.xpaper.net/jtsb': 'area/jintan',
  'mobile.epaper.routeryun.com': 'area/liyang',
  'cxy.cczu.edu.cn': 'area/changzhou',
  'cczu.edu.cn': 'area/changzhou',
};
