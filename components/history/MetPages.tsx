import { useText } from '../ui/text';
import type { MetPage } from './view';

/** Pages somebody was met on, each with the sentence. */
export function MetPages({ pages }: { pages: MetPage[] }) {
  const t = useText();
  return (
    <ol class="met-pages">
      {pages.map((met) => (
        <li key={met.page}>
          <p class="where">
            <time>{met.date ?? t('history_undated')}</time>
            <a href={met.page} target="_blank" rel="noopener noreferrer" lang="zh-CN">
              {met.title}
              <span class="said">{t('opens_new_tab')}</span>
            </a>
            <span class="aside">
              {[met.publisher ?? met.host, t('history_mentions', met.mentions), met.times > 1 && t('history_times', met.times)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
          <blockquote lang="zh-CN">
            <Marked text={met.sentence} words={met.text} />
          </blockquote>
        </li>
      ))}
    </ol>
  );
}

/** A sentence with the first place of some words set apart. */
export function Marked({ text, words }: { text: string; words: string }) {
  // A name broken over lines is joined in the sentence.
  const wanted = words.replace(/\s+/g, ' ').trim();
  const at = wanted ? text.indexOf(wanted) : -1;
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <b>{wanted}</b>
      {text.slice(at + wanted.length)}
    </>
  );
}
