// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectFlow } from './collect-flow';
import { pageBody } from './fixtures/arbitraries';

function flowOf(html: string) {
  document.body.innerHTML = html;
  return collectFlow(document.body);
}

describe('the text of a page', () => {
  test.each([
    ['inline tags join', '<p>区<b>水<i>利</i></b>局</p>', '区水利局'],
    ['<br> is one line break, two are a paragraph', '甲<br>乙<br><br>丙', '甲\n乙\n\n丙'],
    ['blocks stand apart', '<div>甲<p>乙</p>丙</div>丁', '甲\n\n乙\n\n丙\n\n丁'],
    ['white space collapses, the ideographic space stays', '<p>\n  　　甲  乙\n\t丙 </p>\n<p> 丁</p>', '　　甲 乙 丙\n\n丁'],
    ['white space collapses across nodes', '<p>甲 <b> 乙</b>\n<i>丙</i></p>', '甲 乙 丙'],
    ['<pre> keeps it', '<pre>甲  乙\n丙</pre>丁', '甲  乙\n丙\n\n丁'],
    ['cells and rows', '<table><tr><td>甲</td> <td>乙</td></tr><tr><td>丙</td></tr></table>', '甲\t乙\n丙'],
    ['fields keep words apart', '甲<input>乙<select><option>丙</select>丁', '甲 乙 丁'],
    [
      'scripts, styles and templates say nothing',
      '甲<script>1</script><style>a{}</style><template>t</template><noscript>n</noscript>乙',
      '甲乙',
    ],
    ['editable regions are left alone', '甲<div contenteditable>乙<b>丙</b></div><p contenteditable="FALSE">丁</p>', '甲\n\n丁'],
    // By style: the hidden attribute works through the browser's own style sheet, which the test's document does not have.
    [
      'hidden elements are left out',
      '甲<p style="display:none">乙</p><p style="display:none">丙<b>丁</b></p><div style="display:none">戊</div><p>己</p>',
      '甲\n\n己',
    ],
    [
      'a closed fold shows its summary',
      '甲<details><summary>乙<b>丙</b></summary><p>丁</p><summary>戊</summary>己</details>庚',
      '甲\n\n乙丙\n\n庚',
    ],
    ['one without a summary shows nothing', '甲<details>乙<p>丙</p></details>丁', '甲\n\n丁'],
    ['an open fold shows all', '<details open><summary>甲</summary><p>乙</p></details>丙', '甲\n\n乙\n\n丙'],
    ['annotations above characters are left out', '<ruby>恽<rp>(</rp><rt>yùn</rt></ruby>淇丞', '恽淇丞'],
    ['our own element is left out', '甲<longcheng-card>乙</longcheng-card>', '甲'],
    ['unknown tags are inline', '甲<x-y>乙</x-y>丙', '甲乙丙'],
    ['comments do not split', '智能<!-- x -->制造', '智能制造'],
    ['nothing is nothing', ' <p> </p> ', ''],
  ])('%s', (_, html, text) => {
    expect(flowOf(html).text).toBe(text);
  });

  test('unknown tags shown as blocks are blocks', () => {
    expect(flowOf('甲<x-p style="display:block">乙</x-p>丙').text).toBe('甲\n\n乙\n\n丙');
  });
});

describe('shadow trees', () => {
  /** Fills the host with that shadow tree, and gives the flow of the page. */
  function flowWith(html: string, shadow: string) {
    document.body.innerHTML = html;
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.innerHTML = shadow;
    return { flow: collectFlow(document.body), root };
  }

  test.each([
    ['are read in place of what the host holds', '甲<div id="host">乙</div>丙', '<p>丁</p>', '甲\n\n丁\n\n丙'],
    ['join inline', '区<span id="host"></span>局', '<b>水利</b>', '区水利局'],
    ['take in what is put into their slots', '<div id="host">甲<b>乙</b></div>丁', '<i>〔</i><slot></slot><i>〕</i>', '〔甲乙〕\n\n丁'],
    [
      'take it in in the order of the slots',
      '<div id="host"><b slot="b">乙</b><b slot="a">甲</b>余</div>',
      '<slot name="a"></slot><slot name="b"></slot>',
      '甲乙',
    ],
    ['show what a slot holds itself when nothing is put in', '<div id="host"></div>', '<slot><b>甲</b>乙</slot>丙', '甲乙丙'],
    ['leave out their fields and editable regions', '<div id="host"></div>', '<p contenteditable>甲</p><textarea>乙</textarea>丙', '丙'],
  ])('%s', (_, html, shadow, text) => {
    const { flow, root } = flowWith(html, shadow);
    expect(flow.text).toBe(text);
    expect(flow.roots).toEqual([root]);
  });

  test('can be nested, and lead back to their nodes', () => {
    const { root } = flowWith('甲<div id="host"><b>乙</b></div>丁', '<x-inner><slot></slot></x-inner>');
    const inner = root.querySelector('x-inner')!.attachShadow({ mode: 'open' });
    inner.innerHTML = '（<slot></slot>）';
    const flow = collectFlow(document.body);
    expect(flow.text).toBe('甲\n\n（乙）\n\n丁');
    expect(flow.range(4, 5)!.startNode).toBe(document.querySelector('#host b')!.firstChild);
    expect(flow.offsetOf(inner.firstChild!, 0)).toBe(3);
  });

  test('that may come yet are named', () => {
    document.body.innerHTML = '<x-late>甲</x-late><x-late>乙</x-late>';
    document.querySelector('x-late')!.attachShadow({ mode: 'open' });
    expect(collectFlow(document.body).unfilled).toEqual([document.querySelectorAll('x-late')[1]]);
  });
});

describe('the map back to the nodes', () => {
  test('every stretch of the text is the same stretch of its nodes, but for the space between', () => {
    fc.assert(
      fc.property(pageBody, fc.nat(), fc.nat(), (html, a, b) => {
        const flow = flowOf(html);
        const [start, end] = [a % (flow.text.length + 1), b % (flow.text.length + 1)].sort((x, y) => x - y) as [number, number];
        const read = flow.segments(start, end).map((segment) => segment.node.data.slice(segment.start, segment.end));
        expect(squeeze(read.join(''))).toBe(squeeze(flow.text.slice(start, end)));
        const range = flow.range(start, end);
        const segments = flow.segments(start, end);
        if (segments.length === 0) expect(range).toBeNull();
        else
          expect(range).toEqual({
            startNode: segments[0]!.node,
            startOffset: segments[0]!.start,
            endNode: segments.at(-1)!.node,
            endOffset: segments.at(-1)!.end,
          });
      }),
    );
  });

  test('a place in a node leads to its offset in the text', () => {
    fc.assert(
      fc.property(pageBody, (html) => {
        const flow = flowOf(html);
        for (let offset = 0; offset < flow.text.length; offset++) {
          const [segment] = flow.segments(offset, offset + 1);
          if (segment) expect(flow.text[flow.offsetOf(segment.node, segment.start)]).toBe(flow.text[offset]);
        }
        expect(flow.offsetOf(document.createTextNode('别处'), 0)).toBe(-1);
      }),
    );
  });

  test('what is hidden, editable or a field never enters it', () => {
    fc.assert(fc.property(pageBody, (html) => !flowOf(html).text.includes('区长')));
  });

  test('cutting the text nodes anywhere changes nothing', () => {
    fc.assert(
      fc.property(pageBody, fc.infiniteStream(fc.nat(3)), (html, cuts) => {
        const whole = flowOf(html).text;
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) texts.push(walker.currentNode as Text);
        for (let text of texts) {
          for (let at = cuts.next().value as number; at < text.length; at = cuts.next().value as number) text = text.splitText(at);
        }
        expect(collectFlow(document.body).text).toBe(whole);
      }),
    );
  });

  test('a name broken over paragraphs has one range over both', () => {
    const flow = flowOf('<p>发起智能制造龙城</p>\n<p>实验室</p>');
    const start = flow.text.indexOf('智能');
    const range = flow.range(start, flow.text.length)!;
    expect(range.startNode.data.slice(range.startOffset)).toBe('智能制造龙城');
    expect(range.endNode.data.slice(0, range.endOffset)).toBe('实验室');
  });
});

function squeeze(text: string): string {
  return text.replace(/[ \t\n]+/g, '');
}
