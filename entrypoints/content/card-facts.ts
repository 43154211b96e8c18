import type { CardFacts, CardView } from '../../components/card/view';
import type { Mention } from '../../lib/finder/types';
import type { Client } from '../../lib/messages/client';
import type { BackgroundMessages, OutputOf } from '../../lib/messages/contract';
import type { EntityId } from '../../lib/model/ids';
import { calledIn } from '../../lib/page/called';
import { pageReferences } from '../../lib/page/page-entities';
import type { AnnotatedPage } from '../../lib/page/session';
import { sentenceAround, sentenceSpan } from '../../lib/reading/sentence';

/** How long an answer may take before the card opens without it, in milliseconds. */
const PATIENCE = 120;

/** How long an answer fetched ahead is good for, in milliseconds: the index may change, and the reader may save elsewhere. */
const FRESH = 3000;

type Answers = Promise<OutputOf<BackgroundMessages, 'card.open'>[]>;

/** Pages the reader met the entity on that a card names. */
const MOST_MET = 3;

/** What an open card shows, from the mention it was opened at along the links followed in it. */
export class CardPages {
  #turn = 0;
  #base: CardView | null = null;
  #trail: (EntityId | null)[] = [];
  #shown: CardView | null = null;
  #ahead: { ids: string; since: number; answers: Answers } | null = null;

  constructor(
    private readonly background: Client<BackgroundMessages>,
    private readonly show: (view: CardView) => void,
  ) {}

  /** The pointer has come to a mention: what its card would say is asked for while it rests there. */
  prepare(mention: Mention): void {
    const ids = idsOf(mention);
    if (ids.length === 0 || this.#takeAhead(ids, { leave: true })) return;
    const answers = this.#ask(ids);
    // Whoever opens the card hears of a failure; until then it is nobody's.
    answers.catch(() => undefined);
    this.#ahead = { ids: ids.join(), since: performance.now(), answers };
  }

  open(mention: Mention, page: AnnotatedPage): void {
    this.#base = {
      mention,
      facts: null,
      state: 'ready',
      asOf: page.findings.date,
      today: today(),
      called: calledIn(page.flow.text, mention),
      sentence: sentenceAround(page.flow.text, mention.start, mention.end),
      refers: pageReferences(page, sentenceSpan(page.flow.text, mention.start, mention.end)),
    };
    this.#trail = [null];
    void this.#load(this.#takeAhead(idsOf(mention)));
  }

  /** Goes on to an entity named in the card. */
  follow(id: EntityId): void {
    this.#trail.push(id);
    void this.#load();
  }

  back(): void {
    if (this.#trail.length > 1) this.#trail.pop();
    void this.#load();
  }

  /** Shows this one of the namesakes, or what became of the mention, in place of what is shown. */
  replace(id: EntityId): void {
    this.#trail[this.#trail.length - 1] = id;
    void this.#load();
  }

  /** Asks again for what is shown. */
  reload(): void {
    if (this.#base) void this.#load();
  }

  /** Says something above what is shown, until something else is. */
  notice(notice: string): void {
    if (this.#shown) this.show({ ...this.#shown, notice });
  }

  close(): void {
    this.#turn++;
    this.#ahead = null;
    this.#base = null;
    this.#shown = null;
  }

  #present(view: CardView): void {
    this.#shown = view;
    this.show(view);
  }

  /** What the reader read of it comes after the facts, and a card does without where it cannot be had. */
  async #addHistory(turn: number, entityId: EntityId): Promise<void> {
    const met = await this.background.call('history.met', { entityId, pages: MOST_MET + 1 }).catch(() => null);
    if (!met || turn !== this.#turn || !this.#shown) return;
    const here = pageAddress();
    const latest = met.latest.filter(({ page }) => page !== here);
    const pages = met.pages - (latest.length < met.latest.length ? 1 : 0);
    if (latest.length > 0) this.#present({ ...this.#shown, met: { pages, latest: latest.slice(0, MOST_MET) } });
  }

  #ask(ids: readonly EntityId[]): Answers {
    return Promise.all(ids.map((entityId) => this.background.call('card.open', { entityId })));
  }

  /** What was fetched ahead for exactly these, where it is still good. It serves once, unless it is only looked for. */
  #takeAhead(ids: readonly EntityId[], { leave = false } = {}): Answers | undefined {
    const ahead = this.#ahead;
    if (!leave) this.#ahead = null;
    return ahead && ahead.ids === ids.join() && performance.now() - ahead.since < FRESH ? ahead.answers : undefined;
  }

  async #load(ahead?: Answers): Promise<void> {
    const turn = ++this.#turn;
    const id = this.#trail.at(-1) ?? null;
    const base: CardView = { ...this.#base!, canGoBack: this.#trail.length > 1, ...(id && this.#trail.length > 1 && { mention: null }) };
    const ids = id ? [id] : idsOf(this.#base!.mention);
    if (ids.length === 0) return this.#present(base);
    const waiting = setTimeout(() => turn === this.#turn && this.#present({ ...base, state: 'pending' }), PATIENCE);
    try {
      const answers = await (ahead ?? this.#ask(ids));
      if (turn !== this.#turn) return;
      const found = answers.filter((facts): facts is CardFacts => facts !== null);
      if (found.length > 1) this.#present({ ...base, choices: found });
      else {
        this.#present({ ...base, facts: found[0] ?? null });
        if (found[0]) void this.#addHistory(turn, found[0].entity.id);
      }
    } catch {
      if (turn === this.#turn) this.#present({ ...base, state: 'failed' });
    } finally {
      clearTimeout(waiting);
    }
  }
}

/** The address without fragment, as the history knows a page. */
function pageAddress(): string {
  const url = new URL(document.URL);
  url.hash = '';
  return url.href;
}

function idsOf(mention: CardView['mention']): EntityId[] {
  if (mention?.candidates && mention.candidates.length > 1) return mention.candidates;
  return mention?.entityId ? [mention.entityId] : [];
}

/** The day where the reader is, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
