import type { Appearance } from '../../lib/appearance/appearance';
import { highlightCss } from '../../lib/appearance/highlight-css';
import { highlightName, onTone, type Tone } from '../../lib/appearance/highlight-names';
import { useText } from '../ui/text';
import { SAMPLE, type SampleWord } from './sample-text';

/** A few lines of news as the page would show them, on light and on dark, under the same style sheet. */
export function Sample({ appearance }: { appearance: Appearance }) {
  const t = useText();
  return (
    <figure class="sample">
      <figcaption class="unseen">{t('appearance_sample')}</figcaption>
      <style>{highlightCss(appearance, (name) => `.sample [data-mark="${name}"]`)}</style>
      {(['light', 'dark'] as const).map((tone) => (
        <div key={tone} class="sheet" data-tone={tone} lang="zh-CN">
          {SAMPLE.map((paragraph, at) => (
            <p key={at}>
              {paragraph.map((word, place) =>
                typeof word === 'string' ? (
                  word
                ) : (
                  <span key={place} data-mark={markOf(word, appearance, tone)}>
                    {word.text}
                  </span>
                ),
              )}
            </p>
          ))}
        </div>
      ))}
    </figure>
  );
}

function markOf({ type, status, again }: SampleWord, appearance: Appearance, tone: Tone): string | undefined {
  if (appearance[type].mark === 'none' || (status === 'discovered' && !appearance.discovered)) return undefined;
  const isLeftOut = again === 'paragraph' ? appearance.density !== 'all' : again === 'page' && appearance.density === 'page';
  return isLeftOut ? undefined : onTone(highlightName(type, status), tone);
}
