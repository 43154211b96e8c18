import type { Story } from './story';

// The mark-up of the city's government sites and papers, as their pages have it: breadcrumb, title, date row, paragraphs, footer with the owner.

const STYLE = `
body { margin: 0; background: #eef1f4; color: #222; font: 16px/1.9 "Noto Serif CJK SC", "Songti SC", serif; }
header { background: #a8201a; color: #fff; padding: 14px 0; }
header b { font-size: 26px; letter-spacing: .2em; }
header small { margin-left: 1em; opacity: .85; }
nav a { color: #fff; margin-right: 1.5em; text-decoration: none; }
header > div, main, footer > div { width: 940px; max-width: 94%; margin: 0 auto; }
main { background: #fff; padding: 14px 40px 40px; box-sizing: border-box; }
.position { color: #666; font-size: 13px; border-bottom: 1px solid #ddd; }
h1 { text-align: center; font-size: 26px; margin: 26px 0 8px; }
.xx { text-align: center; color: #666; font-size: 13px; border-bottom: 1px dashed #ccc; padding-bottom: 8px; }
.article_content p { text-indent: 2em; margin: 1em 0; }
.article_content table { border-collapse: collapse; margin: 0 auto; }
.article_content td { border: 1px solid #bbb; padding: 2px 14px; }
.list li { display: flex; justify-content: space-between; border-bottom: 1px dotted #ccc; }
.list a { color: #1d3f72; }
footer { color: #555; font-size: 13px; text-align: center; padding: 18px 0 40px; }
@media print { header, footer { display: none; } }
`;

const page = (title: string, masthead: string, content: string, owner: string) => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${STYLE}</style>
</head>
<body>
<header><div><b>${masthead}</b><small>龙城旁注演示页</small><nav><a href="http://www.wj.gov.cn/">首页</a><a href="http://www.wj.gov.cn/html/czwj/ZWYW/">政务要闻</a><a href="http://www.wj.gov.cn/html/czwj/BMDT/">部门动态</a></nav></div></header>
<main>
${content}
</main>
<footer><div>${owner}<br>本页为演示而写,由本机提供,与所示地址无关;所述事项取自 2023 年 10 月的公开报道</div></footer>
</body>
</html>
`;

const WUJIN_OWNER = '主办单位:常州市武进区人民政府  承办单位:武进区政府办公室  网站标识码:3204120001';

export function articlePage(story: Story): string {
  const crumbs = story.breadcrumb.map((crumb) => `<a href="http://www.wj.gov.cn/">${crumb}</a>`).join(' &gt;&gt; ');
  const content = `<div class="position">您当前的位置:${crumbs} &gt;&gt; 内容</div>
<h1>${story.title}</h1>
<div class="xx">${story.dateRow}</div>
<div class="article_content" id="zoom">
${story.body}
</div>`;
  return page(story.title, story.masthead, content, story.owner ?? WUJIN_OWNER);
}

export function listingPage(title: string, stories: readonly Story[]): string {
  const rows = stories.map((story) => `<li><a href="${story.url}">${story.title}</a><span>${story.date}</span></li>`).join('\n');
  const content = `<div class="position">您当前的位置:首页 &gt;&gt; ${title}</div>
<form action="/search"><input name="q" value="陈金虎 讲话" aria-label="站内检索"> <button type="button">检索</button></form>
<ul class="list">
${rows}
</ul>`;
  return page(`${title}_武进`, '武 进', content, WUJIN_OWNER);
}
