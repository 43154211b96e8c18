import type { Runtime } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import type { TabMessages } from '../../lib/messages/contract';
import { FOLLOW_PORT } from '../../lib/messages/follow-port';
import { serve } from '../../lib/messages/server';
import { TAB_INPUTS } from '../../lib/messages/tab-inputs';
import type { Step } from '../../lib/page/key-mark';
import { pageEntities, pageReferences } from '../../lib/page/page-entities';
import type { Painter } from '../../lib/page/painter';
import { Seeker, type Sought } from '../../lib/page/seeker';
import type { AnnotatedPage, Session } from '../../lib/page/session';
import { sentenceAround } from '../../lib/reading/sentence';
import { leaveOnAbort } from '../../lib/settings/leave-event';

interface AnswerOptions {
  session: Session;
  painter: Painter;
  signal: AbortSignal;
  openCard(sought: Sought, page: AnnotatedPage): void;
  /** Moves the keyboard's mark. */
  step(how: Step): boolean;
  openAtMark(): boolean;
  /** Tells the background once more what is here. */
  report(): void;
}

/** Answers the extension's own pages about this one until the signal aborts. */
export function answerPages(options: AnswerOptions): { changed(): void } {
  const { session, painter, signal } = options;
  const seeker = new Seeker(painter, signal);
  const told = (page: AnnotatedPage, sought: Sought | null) =>
    sought && { at: sought.at, of: sought.of, sentence: sentenceAround(page.flow.text, sought.mention.start, sought.mention.end) };
  serve<TabMessages>(
    TAB_INPUTS,
    {
      'tab.mentions': () => {
        const page = session.page();
        const { scope = '', date = null, mentions = [] } = page?.findings ?? {};
        return {
          host: location.hostname,
          url: location.href,
          title: page?.facts.title ?? document.title,
          scope,
          date,
          annotated: page !== null,
          givenUp: !session.isFollowing(),
          entities: pageEntities(mentions),
          setAside: page?.findings.setAside ?? [],
          references: page ? pageReferences(page) : [],
        };
      },
      'tab.scrollTo': ({ key, back }) => {
        const page = session.page();
        return page && told(page, seeker.step(page, key, back));
      },
      'tab.openCard': ({ key }) => {
        const page = session.page();
        const sought = page && seeker.stay(page, key);
        if (!sought) return null;
        options.openCard(sought, page);
        return told(page, sought);
      },
      'tab.step': (how) => ({ moved: options.step(how) }),
      'tab.open': () => ({ opened: options.openAtMark() }),
      'tab.report': () => {
        options.report();
        return {};
      },
      'tab.refresh': () => {
        session.refresh();
        return {};
      },
    },
    { signal },
  );

  const followers = new Set<Runtime.Port>();
  const connected = (port: Runtime.Port) => {
    if (port.name !== FOLLOW_PORT) return;
    followers.add(port);
    port.onDisconnect.addListener(() => followers.delete(port));
  };
  browser.runtime.onConnect.addListener(connected);
  leaveOnAbort(() => browser.runtime.onConnect, connected, signal);
  signal.addEventListener('abort', () => {
    for (const port of followers) port.disconnect();
  });

  let known: readonly unknown[] = [];
  return {
    /** The page was annotated, perhaps no otherwise than before, or given up. */
    changed() {
      const page = session.page();
      const now = [page?.findings, page?.facts.title, session.isFollowing()];
      if (now.every((part, index) => part === known[index])) return;
      known = now;
      for (const port of followers) port.postMessage(null);
    },
  };
}
