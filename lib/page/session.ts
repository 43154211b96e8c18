import type { Appearance } from '../appearance/appearance';
import type { Article, Findings, Mention } from '../finder/types';
import { MAX_TEXT } from '../messages/limits';
import { type ArticleFacts, articleFacts, readPageHead, type SiteFacts } from './article-facts';
import { collectFlow } from './collect-flow';
import { drawnMentions } from './drawn-mentions';
import type { Painter, Painting } from './painter';
import type { TextFlow } from './text-flow';
import { toneReader } from './tone';
import { watchPage } from './watch-page';

/** What was found, and the names the reader said mean nothing there. */
type ReaderFindings = Findings & { setAside?: Pick<Mention, 'type' | 'name'>[] };

/** A page as it was last understood. */
export interface AnnotatedPage {
  facts: ArticleFacts;
  findings: ReaderFindings;
  /** The flow the findings' offsets are into, mapped to the nodes as they were last seen. */
  flow: TextFlow;
  /** The mentions that are marked, of all that were found. */
  drawn: readonly Mention[];
}

interface SessionOptions {
  document: Document;
  /** Ends the session: the page is then as if we had never been there. */
  signal: AbortSignal;
  painter: Painter;
  /** How the reader wants marks to look. */
  appearance(): Appearance;
  site?: SiteFacts;
  annotate(article: Article): Promise<ReaderFindings>;
  /** The page has been annotated, or the same annotations stand in other nodes. */
  onAnnotated?(page: AnnotatedPage): void;
  onError?(error: unknown): void;
  /** The page changes too much to be watched on: what is painted stays, what comes later is not seen. */
  onGiveUp?(): void;
}

export interface Session {
  page(): AnnotatedPage | null;
  /** Whether the page's changes are followed: not any longer where it changed too often. */
  isFollowing(): boolean;
  /** Asks anew for everything, as after a change of the index. */
  refresh(): void;
  /** Marks what is known anew, as after a change of the appearance. */
  redraw(): void;
}

/** Longest wait for an idle moment. */
const IDLE = { timeout: 1000 };

/** What was last collected: a question to the background, and its answer once there is one. */
interface Asked {
  text: string;
  url: string;
  flow: TextFlow;
  facts: ArticleFacts;
  findings: ReaderFindings | null;
}

/**
 * Annotates a page and keeps it annotated. The whole text goes in one message; it is asked about again only when it has changed.
 * What is painted stays while a newer answer is on its way.
 */
export function startSession(options: SessionOptions): Session {
  const { document, signal, painter, site, annotate, onAnnotated, onError, onGiveUp } = options;
  let asked: Asked | null = null;
  let shown: AnnotatedPage | null = null;
  let toning: number | undefined;

  const watch = watchPage({
    document,
    signal,
    look,
    onRestless: (restless) => painter.thinOut(restless),
    onGiveUp: () => onGiveUp?.(),
  });

  function look(): TextFlow | null {
    const root = document.body ?? document.documentElement;
    if (!root) return null;
    const flow = collectFlow(root);
    const url = addressOf(document);
    if (asked && asked.url !== url) watch.renew();
    if (asked && asked.text === flow.text && asked.url === url) {
      asked.flow = flow;
      if (asked.findings) show(asked, asked.findings);
      return flow;
    }
    const facts = articleFacts(readPageHead(document, url, flow.text), site);
    const question: Asked = { text: flow.text, url, flow, facts, findings: null };
    asked = question;
    void ask(question);
    return flow;
  }

  async function ask(question: Asked): Promise<void> {
    if (question.text === '') return;
    try {
      const findings = await annotate({ text: withinLimit(question.text), ...question.facts });
      if (asked !== question || signal.aborted) return;
      question.findings = findings;
      const began = performance.now();
      show(question, findings);
      watch.spend(performance.now() - began);
    } catch (error) {
      if (asked === question && !signal.aborted) onError?.(error);
    }
  }

  function show({ flow, facts }: Asked, findings: ReaderFindings): void {
    shown = { flow, facts, findings, drawn: drawnMentions(findings.mentions, flow.text, options.appearance()) };
    painter.paint(paintingsOf(flow, shown.drawn));
    // Measuring colours can wait until the underlines stand.
    if (toning === undefined) {
      toning = requestIdleCallback(() => {
        toning = undefined;
        painter.tone(toneReader());
      }, IDLE);
    }
    onAnnotated?.(shown);
  }

  // Client-side navigation mostly shows as a change of the text; these catch it where watching has ended.
  const navigated = () => {
    watch.renew();
    watch.look();
  };
  document.defaultView?.addEventListener('popstate', navigated, { signal });
  document.defaultView?.addEventListener('pageshow', (event) => event.persisted && navigated(), { signal });
  document.defaultView?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => painter.tone(toneReader()), { signal });

  signal.addEventListener('abort', () => {
    if (toning !== undefined) cancelIdleCallback(toning);
    painter.unpaint();
  });

  watch.look();
  return {
    page: () => shown,
    isFollowing: watch.isFollowing,
    refresh() {
      asked = null;
      watch.renew();
      watch.look();
    },
    redraw: () => asked?.findings && show(asked, asked.findings),
  };
}

/** A frame that was written rather than loaded is at the address of the page that wrote it. */
const addressOf = (document: Document) => (document.URL.startsWith('about:') ? document.baseURI : document.URL);

function paintingsOf(flow: TextFlow, mentions: readonly Mention[]): Painting[] {
  const paintings: Painting[] = [];
  for (const mention of mentions) {
    const range = flow.range(mention.start, mention.end);
    if (range && flow.roots.length > 0 && range.startNode.getRootNode() !== range.endNode.getRootNode()) {
      // No range leads from one tree into another.
      for (const { node, start, end } of flow.segments(mention.start, mention.end)) {
        paintings.push({ mention, range: { startNode: node, startOffset: start, endNode: node, endOffset: end } });
      }
      continue;
    }
    // The page may have changed while the answer was on its way; it will be looked at again.
    if (range && range.endOffset <= range.endNode.length && range.startOffset <= range.startNode.length) paintings.push({ mention, range });
  }
  return paintings;
}

/** The text up to the longest a message carries, cut between paragraphs where there is one. */
function withinLimit(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const end = text.lastIndexOf('\n', MAX_TEXT);
  return text.slice(0, end > 0 ? end : MAX_TEXT);
}
