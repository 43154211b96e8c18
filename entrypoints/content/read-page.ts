import type { CardEvents, CardMention } from '../../components/card/view';
import type { Appearance } from '../../lib/appearance/appearance';
import type { Mention } from '../../lib/finder/types';
import { type Client, createLightClient, sendToBackground } from '../../lib/messages/client';
import type { BackgroundMessages } from '../../lib/messages/contract';
import { MAX_TEXT } from '../../lib/messages/limits';
import type { EntityId } from '../../lib/model/ids';
import type { SiteFacts } from '../../lib/page/article-facts';
import { linesOf, mentionAt } from '../../lib/page/hit-test';
import { KeyMark } from '../../lib/page/key-mark';
import type { NoticeHost } from '../../lib/page/notice-host';
import { pageEntities } from '../../lib/page/page-entities';
import { Painter } from '../../lib/page/painter';
import { watchPointer } from '../../lib/page/pointer';
import { watchReadingTime } from '../../lib/page/reading-time';
import { type AnnotatedPage, startSession } from '../../lib/page/session';
import { draftEntity } from '../../lib/reading/draft-entity';
import { watchIndexRevision } from '../../lib/settings/index-revision';
import { appearance as appearanceSetting, readingHistory } from '../../lib/settings/settings';
import { answerPages } from './answer-pages';
import { CardController, type Target } from './card-controller';
import { CardPages, today } from './card-facts';
import { cardPartLoader } from './card-part';
import { copyToClipboard } from './copy';
import { errorWords } from './error-words';
import { mentionWords } from './mention-words';

/** Namesakes offered in the place of one that is not meant. */
const MOST_OTHERS = 8;

interface ReadingOptions {
  signal: AbortSignal;
  /** What the reader said of this site, where it is one of their own choosing. */
  site?: SiteFacts;
  restDelay(): number;
  /** How marks look when the session begins; changes are followed. */
  appearance: Appearance;
  notice: NoticeHost;
  /** Gives the document the style of its marks, where the browser does not do it for the background. */
  style?: (look: Appearance | null) => void;
  onError(error: unknown): void;
}

/** How long a page is in view before it counts as read. */
const READING_MS = 5000;

/** Annotates this page until the signal aborts. */
export function readPage({ signal, site, restDelay, appearance, notice, style: styleHere, onError }: ReadingOptions): void {
  const background: Client<BackgroundMessages> = createLightClient<BackgroundMessages>(sendToBackground);
  const painter = new Painter();
  let reported: number | null = null;
  let look = appearance;
  const style = (was: Appearance | null, is: Appearance | null) => {
    if (styleHere) styleHere(is);
    else background.call('page.style', { was, is }).catch(onError);
  };

  const session = startSession({
    document,
    signal,
    painter,
    appearance: () => look,
    site,
    onError,
    annotate: (article) => background.call('page.annotate', article),
    onAnnotated: (page) => {
      reading.at(page.facts.url ?? document.URL);
      card.pageChanged();
      pagesOfOurs.changed();
      mark.pageChanged();
      const count = pageEntities(page.findings.mentions).length;
      if (count !== reported) report(count, reported === null);
    },
    onGiveUp: () => {
      console.info('Longcheng Margins: this page changes too often to be followed any further.');
      pagesOfOurs.changed();
    },
  });

  /** Tells what this frame holds now, for the toolbar and for who lists the page. */
  const report = (count: number, fresh = false) => {
    reported = count;
    background.call('page.found', { entities: count, fresh }).catch(onError);
  };

  const reading = watchReadingTime({ document, signal, wait: READING_MS, onRead: () => void keep().catch(onError) });
  /** Puts the page into the reader's history, where they want one. */
  const keep = async () => {
    const page = session.page();
    if (!page || page.findings.mentions.length === 0 || !(await readingHistory.get())) return;
    const { text } = page.flow;
    const { date, mentions } = page.findings;
    const { url = document.URL, title, source } = page.facts;
    if (!/^https?:/.test(url)) return;
    await background.call('history.record', { url, title, source, text: text.slice(0, MAX_TEXT), mentions, ...(date && { date }) });
  };

  /** Something the reader asked for was not done: the card says so. */
  const failed = (error: unknown) => {
    onError(error);
    pages.notice(errorWords(error));
  };

  const events: CardEvents = {
    onClose: () => card.dispatch({ kind: 'dismiss' }),
    onSave: (entityId, save) =>
      void background
        .call(save ? 'saved.put' : 'saved.remove', { entityId })
        .then(() => pages.reload())
        .catch(failed),
    onOpenEntity: (id) => pages.follow(id),
    onBack: () => pages.back(),
    onCopy: copyToClipboard,
    onAdd: (mention) => {
      const page = session.page();
      if (!page) return;
      const { url = document.URL, title, source } = page.facts;
      const draft = draftEntity(mention, { url, title, publisher: source, date: page.findings.date ?? today() });
      background
        .call('entities.put', draft)
        .then(() => pages.replace(draft.entity.id))
        .catch(failed);
    },
    onNote: (entityId, note) =>
      background.call('saved.put', { entityId, note }).then(
        () => pages.reload(),
        (error: unknown) => Promise.reject(new Error(errorWords(error))),
      ),
    onDrag: (x, y) => card.drag(x, y),
    onFindOthers: async ({ text, type, entityId }) => {
      const { rows } = await background.call('entities.search', { query: text, types: [type], limit: MOST_OTHERS });
      return rows.filter(({ id }) => id !== entityId);
    },
    onDecide: (mention, entityId, reach) =>
      void background
        .call('verdict.decide', { ...asFound(mention), entityId, reach })
        .then(() => afterVerdict(entityId))
        .catch(failed),
    onForget: (mention) =>
      void background
        .call('verdict.forget', asFound(mention))
        .then(() => afterVerdict(null))
        .catch(failed),
    onShowHistory: (entityId) => void background.call('index.show', { entityId, history: true }).catch(failed),
    onEdit: (entityId) => {
      const page = session.page();
      const { url = document.URL, title, source: publisher } = page?.facts ?? {};
      const readAt = { url, title, publisher, date: page?.findings.date ?? today() };
      background.call('index.show', { entityId, readAt }).catch(failed);
    },
  };

  /** Verdicts stand under the name as the finder gives it; what the reader chose in its place goes by another. */
  const asFound = ({ type, name, votes }: CardMention) => ({
    type,
    name: votes.find(({ kind }) => kind === 'verdict')?.detail ?? name,
    page: document.URL,
  });
  const afterVerdict = (chosen: EntityId | null) => {
    if (chosen) pages.replace(chosen);
    else card.dispatch({ kind: 'dismiss' });
    session.refresh();
  };

  const card = new CardController({
    signal,
    loadPart: cardPartLoader(background),
    onError,
    restDelay,
    events,
    onApproach: ({ mention }) => pages.prepare(mention),
    onShown: (target) => {
      painter.markActive(target?.page.flow.range(target.mention.start, target.mention.end) ?? null);
      if (target) pages.open(target.mention, target.page);
      else pages.close();
    },
  });
  const pages = new CardPages(background, (view) => void card.show(view));

  const mark = new KeyMark({
    painter,
    page: session.page,
    onMoved: (mention, place, total) => {
      card.dispatch({ kind: 'dismiss' });
      notice.say(mentionWords(mention, place, total), session.page()?.flow.range(mention.start, mention.end)?.startNode.parentElement);
    },
  });
  /** Opens the card where the keyboard is, or at the first mention in view. */
  const openAtMark = (): boolean => {
    if (!mark.current() && !mark.step({ back: false, fromEdge: false })) return false;
    const at = mark.current();
    if (at) card.pin({ key: keyOfTarget(at.mention), ...at, line: 0 });
    return at !== null;
  };

  watchPointer<Target>({
    document,
    signal,
    hitAt: (x, y) => targetAt(session.page(), x, y),
    inCard: (event) => card.host.holds(event),
    onOver: (target) => card.dispatch({ kind: 'over', target }),
    onOut: () => card.dispatch({ kind: 'out' }),
    onCard: (inside) => card.dispatch({ kind: inside ? 'enterCard' : 'leaveCard' }),
    onChoose: (target) => card.dispatch({ kind: 'choose', target }),
    onPress: (inCard) => {
      if (!inCard) mark.clear();
      card.dispatch({ kind: inCard ? 'hold' : 'dismiss' });
    },
  });

  watchIndexRevision(() => session.refresh(), signal);
  style(null, look);
  appearanceSetting.watch((value) => {
    style(look, value);
    look = value;
    session.redraw();
  }, signal);
  signal.addEventListener('abort', () => {
    style(look, null);
    if (reported !== null) report(0);
  });
  // A frame that is taken out of its page takes along what it held.
  if (window !== window.top) window.addEventListener('pagehide', () => reported && report(0), { signal });
  const pagesOfOurs = answerPages({
    session,
    painter,
    signal,
    openCard: ({ mention }, page) => {
      window.focus();
      card.pin({ key: keyOfTarget(mention), mention, page, line: 0 });
    },
    step: (how) => mark.step(how),
    openAtMark,
    report: () => {
      if (reported !== null) report(reported);
    },
  });
}

/** The same mention of a page has the same key. */
const keyOfTarget = ({ start, end }: Mention) => `${start}-${end}`;

function targetAt(page: AnnotatedPage | null, x: number, y: number): Target | null {
  const hit = page && mentionAt<Mention>(page.flow, page.drawn, x, y);
  if (!hit) return null;
  const { mention } = hit;
  const line = linesOf(page.flow, mention).findIndex((rect) => rect.top === hit.line.top && rect.left === hit.line.left);
  return { key: keyOfTarget(mention), mention, page, line: Math.max(0, line) };
}
