import type { Mention } from '../finder/types';

/** Longest passage, in UTF-16 units. */
const REACH = 240;
const SENTENCE_END = /[。！？!?\n]/;
/** What goes on about a project without naming it again. */
const GOES_ON =
  /^\s*(?:该|本|整个)?(?:项目|工程)(?!.{0,4}(?:建设|推进)(?:年|会))|^\s*(?:计划|预计|概算|估算)?总投资|^\s*(?:预计|计划|力争|目前已)/;

type Place = Pick<Mention, 'start' | 'end' | 'type'>;

/**
 * What the text says of the project named at `mention`: from the clause before its name where that describes it (总投资35亿元的…) to
 * the next project's name or the end of the sentence, and the sentence after it where that goes on about “the project”.
 */
export function passageOf(text: string, mention: Place, mentions: readonly Place[]): string {
  const others = mentions.filter(({ type, start }) => type === 'project' && start !== mention.start);
  const next = others.find(({ start }) => start >= mention.end)?.start ?? text.length;
  let end = endOfSentence(text, mention.end, Math.min(next, mention.end + REACH));
  const following = text.slice(end, end + 20);
  if (end < next && GOES_ON.test(following)) end = endOfSentence(text, end, Math.min(next, end + REACH));
  return text.slice(beginOfClause(text, mention.start), end).replace(/\s+/g, ' ').trim();
}

function endOfSentence(text: string, from: number, most: number): number {
  for (let at = from; at < most; at++) if (SENTENCE_END.test(text[at]!)) return at + 1;
  return most;
}

function beginOfClause(text: string, start: number): number {
  const clause = /[^，,；;、：:。！？!?\n]{0,40}的[“"《「]?$/.exec(text.slice(Math.max(0, start - 44), start));
  return clause ? start - clause[0].length : start;
}
