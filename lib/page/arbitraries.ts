import fc from 'fast-check';

/** Inline content, and blocks with what real pages put between them. For property tests. */
const words = fc.stringMatching(/^[武进区水利局陈金虎 \n\t　a，。𠮷]{0,12}$/u);

const { block } = fc.letrec<{ inline: string; block: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.constantFrom(
      '<br>',
      '<!-- 区长 -->',
      '<img alt="区长">',
      '<input value="区长">',
      '<script>区长</script>',
      '<span style="display:none">区长</span>',
      '<i contenteditable>区长</i>',
      '<select><option>区长</select>',
    ),
    fc
      .tuple(fc.constantFrom('b', 'span', 'a', 'em', 'font', 'x-name'), fc.array(tie('inline'), { maxLength: 3 }))
      .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(fc.constantFrom('p', 'h1', 'pre'), fc.array(tie('inline'), { maxLength: 4 }))
      .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>\n`),
    fc
      .array(fc.array(tie('inline'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map((rows) => `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('\n')}</tr>`).join('')}</table>`),
    fc.array(tie('block'), { maxLength: 3 }).map((inside) => `<div>${inside.join('\n  ')}</div>`),
    fc.constantFrom(
      '<textarea>区长</textarea>',
      '<div contenteditable="true"><p>区长</p></div>',
      '<div style="display: none"><p>区长</p></div>',
    ),
    tie('inline'),
  ),
}));

export const pageBody = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n'));
