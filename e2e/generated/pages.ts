/** Pages of every make, from a seed: the same number gives the same page. */
import { seededRandom } from '../../tools/seeded-random';

export interface GeneratedPage {
  html: string;
  headers: Record<string, string>;
}

const WORDS = [
  '副区长朱小平',
  '区委副书记吴震宇',
  '武进区水利局',
  '来到嘉泽镇',
  '督查工作',
  '，',
  '。',
  ' ',
  '\n  ',
  '　',
  '𠮷',
  'water',
  'שלום',
  '区委<b>副</b>书记',
];
const INLINE = ['b', 'i', 'span', 'a href="#x"', 'em', 'font', 'bdo dir="rtl"', 'x-name', 'mark', 'u', 'code', 'label'];
const BLOCK = ['p', 'div', 'section', 'li', 'blockquote', 'h2', 'pre', 'center', 'article', 'div style="display: contents"', 'div hidden'];

/** Scripts of pages that look at themselves, or are in our way; each keeps to the page's own world. */
const HABITS = [
  // Observes itself and writes down what it sees.
  '',
  // Overrides what scripts of its world build on.
  `Array.prototype.map = () => { throw new Error('map'); }; Array.prototype.filter = Array.prototype.map; JSON.parse = () => 'no'; Map.prototype.get = () => undefined;`,
  `for (const name of ['appendChild', 'removeChild', 'contains']) Node.prototype[name] = () => { throw new Error(name); }; Element.prototype.closest = () => null;`,
  `globalThis.browser = globalThis.chrome = undefined; globalThis.Highlight = class { constructor() { throw new Error('mine'); } }; window.requestIdleCallback = () => 0;`,
  // Takes away or clones whatever it did not put there itself.
  `new MutationObserver((records) => { for (const { addedNodes } of records) for (const node of addedNodes) if (/^longcheng/.test(node.localName)) node.remove(); }).observe(document.documentElement, { childList: true });`,
  `new MutationObserver((records) => { for (const { addedNodes } of records) for (const node of addedNodes) if (/^longcheng/.test(node.localName) && !document.querySelector('#clone')) document.body.append(Object.assign(node.cloneNode(true), { id: 'clone' })); }).observe(document.documentElement, { childList: true });`,
];

const STRICT =
  "default-src 'none'; img-src http:; script-src 'unsafe-inline'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Watches all of the page but our own element, and counts the errors of its world. */
const WATCH = `<script>{
  const seen = (globalThis.seen = []);
  addEventListener('error', (event) => seen.push('error ' + event.message));
  const isOurs = (node) => /^longcheng/.test(node.localName ?? '');
  const note = (records) => { for (const r of records) {
    const nodes = [...r.addedNodes, ...r.removedNodes];
    if (globalThis.settled && !(nodes.length && nodes.every(isOurs))) seen.push(r.type + ' ' + r.target.nodeName + ' ' + (r.attributeName ?? ''));
  } };
  const observe = new MutationObserver(note);
  globalThis.watchRoot = (root) => observe.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  globalThis.serialise = () => document.documentElement.getHTML({ serializableShadowRoots: false, shadowRoots: globalThis.roots ?? [] }).replace(/<longcheng-\\w+[^>]*><\\/longcheng-\\w+>/g, '');
  watchRoot(document);
}</script>`;

export function generatedPage(seed: number): GeneratedPage {
  const next = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const many = (most: number, make: () => string) => Array.from({ length: Math.floor(next() * (most + 1)) }, make).join('');
  const tagged = (tag: string, inside: string) => `<${tag}>${inside}</${tag.split(' ')[0]}>`;

  const inline = (depth: number): string =>
    depth === 0 || next() < 0.5
      ? pick(WORDS)
      : tagged(
          pick(INLINE),
          many(3, () => inline(depth - 1)),
        );
  const block = (depth: number): string => {
    const kind = next();
    if (depth === 0 || kind < 0.35) return tagged('p', `${pick(WORDS)}${many(5, () => inline(3))}`);
    if (kind < 0.65)
      return tagged(
        pick(BLOCK),
        many(3, () => block(depth - 1)),
      );
    if (kind < 0.75)
      return tagged(
        'table',
        tagged(
          'tbody',
          many(3, () =>
            tagged(
              'tr',
              many(3, () => tagged('td', inline(2))),
            ),
          ),
        ),
      );
    if (kind < 0.8) return tagged('div contenteditable="true"', tagged('p', inline(2)));
    if (kind < 0.84)
      return `<textarea>${pick(WORDS).replace(/<[^>]+>/g, '')}</textarea><input value="朱小平"><select><option>朱小平</option></select>`;
    if (kind < 0.88) return tagged('details', `<summary>${inline(1)}</summary>${inline(2)}`);
    if (kind < 0.92) return `<iframe srcdoc="&lt;p&gt;副区长朱小平&lt;/p&gt;" width="200" height="60"></iframe>`;
    if (kind < 0.96) return tagged('p dir="rtl"', `שלום ${inline(2)} עולם`);
    return `<div class="shadow" data-inside="${next() < 0.5 ? '<p>副区长朱小平</p><slot></slot>' : '<slot></slot>区委副书记吴震宇'}">${inline(2)}</div>`.replace(
      /data-inside="([^"]*)"/,
      (_, inside: string) => `data-inside="${inside.replaceAll('<', '&lt;')}"`,
    );
  };

  const body = `<p>副区长朱小平来到嘉泽镇。</p>${many(6, () => block(4))}`;
  const fill = `<script>globalThis.roots = [...document.querySelectorAll('.shadow')].map((host) => {
    const root = host.attachShadow({ mode: 'open' });
    for (const piece of host.dataset.inside.split(/(<[^>]+>[^<]*)/)) if (piece) { const of = /^<(\\w+)>([^<]*)/.exec(piece); if (of) { const e = document.createElement(of[1]); e.textContent = of[2]; root.append(e); } else if (!piece.startsWith('</')) root.append(piece); }
    watchRoot(root);
    return root;
  });</script>`;
  const habit = `<script>${pick(HABITS)}</script>`;
  const isStrict = next() < 0.3;
  return {
    html: `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>第${seed}页</title>${WATCH}</head><body>${body}${fill}${habit}</body></html>`,
    headers: isStrict ? { 'content-security-policy': STRICT } : {},
  };
}
