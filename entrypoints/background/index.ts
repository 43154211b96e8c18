import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { compileDictionary, DICTIONARY_VERSION } from '../../lib/finder/dictionary/compile';
import type { Lexicon } from '../../lib/finder/dictionary/lexicon';
import { createFinder } from '../../lib/finder/finder';
import { BACKGROUND_INPUTS } from '../../lib/messages/background-inputs';
import type { BackgroundMessages } from '../../lib/messages/contract';
import { serve } from '../../lib/messages/server';
import type { EntityId } from '../../lib/model/ids';
import { createAnnotator } from '../../lib/services/annotate';
import { annotateTab } from '../../lib/services/annotate-tab';
import { listAreas } from '../../lib/services/area-list';
import { loadCard } from '../../lib/services/card-script';
import { cardFacts } from '../../lib/services/cards';
import { createContextMenu, makeContextMenu } from '../../lib/services/context-menu';
import { DictionaryKeeper } from '../../lib/services/dictionary-keeper';
import { EntityList } from '../../lib/services/entity-list';
import { entityPast } from '../../lib/services/entity-past';
import { Exchanges } from '../../lib/services/exchanges';
import { showFirstRun } from '../../lib/services/first-run';
import { styleHighlights } from '../../lib/services/highlight-style';
import { createHistory } from '../../lib/services/history';
import { createInbox } from '../../lib/services/inbox';
import { IndexReading } from '../../lib/services/index-reading';
import { indexStatus, Trouble } from '../../lib/services/index-status';
import { createBuiltinInstaller } from '../../lib/services/install-packs';
import { loadJieba } from '../../lib/services/jieba';
import { createOmnibox } from '../../lib/services/omnibox';
import { createPacks } from '../../lib/services/packs';
import { pageCast } from '../../lib/services/page-cast';
import { createReaderIndex } from '../../lib/services/reader-index';
import { resetEverything } from '../../lib/services/reset';
import { createSaved } from '../../lib/services/saved';
import type { SyllableTable } from '../../lib/services/search/pinyin';
import { LazySegmenter } from '../../lib/services/segmenter';
import { serveSidePanelCommand } from '../../lib/services/side-panel';
import { createSiteScripts } from '../../lib/services/site-scripts';
import { createSubscriptions } from '../../lib/services/subscriptions';
import { browserMailbox, createSync, followingSettings } from '../../lib/services/sync';
import { TabFrames } from '../../lib/services/tab-frames';
import { Verdicts } from '../../lib/services/verdicts';
import { writeSettings } from '../../lib/settings/all-settings';
import { watchFollowing } from '../../lib/settings/following';
import { announceIndexRevision } from '../../lib/settings/index-revision';
import { addedSites, readingHistory, synchronise, syncReport } from '../../lib/settings/settings';
import { Database } from '../../lib/store/database';
import { listJournal } from '../../lib/store/journal';
import { countKept } from '../../lib/store/kept';
import { finishSettings } from '../../lib/store/settings-due';
import { today } from '../content/card-facts';
import { answerCommands } from './commands';

/** Every listener stands before the first turn ends: what woke the background would be lost otherwise. */
export default defineBackground({
  type: 'module',
  main() {
    const { signal } = new AbortController();
    const db = new Database();
    const now = () => new Date();
    const word = (key: string) => browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0]);
    const trouble = new Trouble();
    const installBuiltin = createBuiltinInstaller({
      db,
      now,
      fetchPack: async () => (await fetch('/packs/changzhou.json')).text(),
    });
    const reading = new IndexReading(db);
    const readIndex = () => reading.read();
    const list = new EntityList({ db, readIndex, word, fetchSyllables });
    const keeper = new DictionaryKeeper({
      db,
      readIndex,
      version: DICTIONARY_VERSION,
      compile: async (content) => {
        const lexicon = await fetchLexicon();
        // The list is waited for by a reader; the old dictionary goes on answering.
        await list.settled();
        return compileDictionary(content, lexicon);
      },
      install: async () => void (await installBuiltin()),
      announce: (key) => void announceIndexRevision(key).catch(trouble.report),
      report: trouble.report,
    });
    const segmenter = new LazySegmenter(loadJieba);
    const verdicts = new Verdicts(db, now);
    const annotate = createAnnotator({ keeper, segmenter, createFinder, verdicts });
    const exchanges = new Exchanges(() => sync.run());
    const changed = (ids?: readonly EntityId[]) => {
      exchanges.due();
      reading.changed();
      list.changed(ids);
      verdicts.changed();
      keeper.changed();
    };
    const readerIndex = createReaderIndex({ db, now, changed });
    const saved = createSaved({ db, now, word });
    const inbox = createInbox({ db, now, annotate, changed });
    const history = createHistory({ db, now, isOn: readingHistory.get, onRead: inbox.note });
    const packs = createPacks({ db, now, changed });
    const subscriptions = createSubscriptions({ db, now, permitted });
    const frames = new TabFrames();
    const sync = createSync({
      db,
      now,
      isOn: synchronise.get,
      mailbox: browserMailbox,
      settings: followingSettings,
      report: syncReport,
      changed,
    });
    const siteScripts = createSiteScripts();
    const showPlace = (hash: string) => browser.tabs.create({ url: browser.runtime.getURL(`/options.html${hash as '#/'}`) });
    const menu = createContextMenu({
      today,
      show: showPlace,
      annotate: annotateTab,
      search: (query) => afterWaking(() => list.search({ query, offset: 0, limit: 20 })),
    });
    const keepSites = () => void siteScripts().catch(trouble.report);
    /** Right after installation there is nothing to answer from until the index stands; an index that cannot be had says so itself. */
    const afterWaking = <T>(answer: () => Promise<T>): Promise<T> => keeper.current().then(answer, answer);
    const update = () => installBuiltin().then((fresh) => fresh && changed(), trouble.report);

    // Addresses are looked at once a day, when something else woke the background and has long had its answer.
    setTimeout(() => void subscriptions.lookDue().catch(console.error), QUIET);
    const omnibox = createOmnibox({
      search: (query, limit) => afterWaking(async () => (await list.search({ query, offset: 0, limit })).rows),
      open: (id) => void browser.tabs.create({ url: browser.runtime.getURL(`/options.html#/${id ? `entity/${id}` : ''}`) }),
      xml: !import.meta.env.FIREFOX,
    });
    browser.omnibox.setDefaultSuggestion({ description: word('omnibox_hint') });
    browser.omnibox.onInputChanged.addListener((text, suggest) => void omnibox.changed(text, suggest).catch(trouble.report));
    browser.omnibox.onInputEntered.addListener((text) => void omnibox.entered(text).catch(trouble.report));
    browser.runtime.onInstalled.addListener(update);
    browser.runtime.onStartup.addListener(update);
    for (const event of [
      browser.runtime.onInstalled,
      browser.runtime.onStartup,
      browser.permissions.onAdded,
      browser.permissions.onRemoved,
    ])
      event.addListener(keepSites);
    browser.runtime.onInstalled.addListener(({ reason }) => void showFirstRun(reason).catch(trouble.report));
    browser.contextMenus.onClicked.addListener((info, tab) => void menu(info, tab).catch(trouble.report));
    const makeMenu = () => void makeContextMenu(word).catch(trouble.report);
    browser.runtime.onInstalled.addListener(makeMenu);
    browser.runtime.onStartup.addListener(makeMenu);
    browser.storage.sync.onChanged.addListener(exchanges.due);
    watchFollowing(exchanges.due, signal);
    synchronise.watch(exchanges.due, signal);
    const settle = () => finishSettings(db, writeSettings);
    // The page may have been closed before it told of a restoring.
    void settle().catch(trouble.report);
    // The last life may have ended before it told what was changed.
    void synchronise.get().then((on) => on && exchanges.due());
    addedSites.watch(keepSites, signal);
    serveSidePanelCommand(console.warn);
    browser.tabs.onRemoved.addListener((tabId) => void frames.forget(tabId));
    answerCommands(frames);
    serve<BackgroundMessages>(
      BACKGROUND_INPUTS,
      {
        'page.annotate': annotate,
        'page.found': (count, sender) => frames.found(sender, count).then(done),
        'tab.frames': ({ tabId }) => frames.of(tabId),
        'page.style': (change, sender) => styleHighlights(change, sender, import.meta.env.FIREFOX ? 'USER' : 'AUTHOR').then(done),
        'page.start': ({ tabId }) => annotateTab(tabId),
        'page.cast': ({ ids }) => pageCast(db, ids),
        'card.open': ({ entityId }) => cardFacts(db, entityId),
        'card.load': (_, sender) => loadCard(sender).then(done),
        'saved.list': saved.list,
        'saved.news': saved.news,
        'saved.putAll': async ({ entityIds }) => {
          const put = await saved.putAll(entityIds);
          exchanges.due();
          return { entityIds: put };
        },
        'saved.put': (item) => saved.put(item).then(exchanges.due).then(done),
        'saved.remove': ({ entityId }) => saved.remove(entityId).then(exchanges.due).then(done),
        'entities.search': (search) => afterWaking(() => list.search(search)),
        'entities.ids': (search) => afterWaking(() => list.ids(search)),
        'entities.get': ({ id }) => afterWaking(() => readerIndex.get(id)),
        'entities.put': ({ entity, sources }) => readerIndex.put(entity, sources),
        'entities.remove': ({ ids }) => readerIndex.remove(ids),
        'entities.restore': ({ ids }) => readerIndex.restore(ids),
        'entities.takeBack': ({ id, field }) => readerIndex.takeBack(id, field),
        'entities.past': ({ id }) => entityPast(db, id),
        'entities.collisions': (named) => afterWaking(() => list.collisions(named)),
        'entities.neighbours': ({ entity }) => afterWaking(() => list.neighbours(entity)),
        'entities.tag': ({ ids, tag }) => readerIndex.tag(ids, tag),
        'journal.list': ({ limit }) => listJournal(db, limit),
        'packs.list': () => afterWaking(packs.list),
        'packs.look': ({ url }) => subscriptions.look(url),
        'packs.apply': ({ pack, digest, decisions }) => packs.apply(pack, digest, decisions).then(done),
        'packs.leave': ({ pack }) => packs.leave(pack).then(done),
        'packs.back': ({ pack, digest }) => packs.back(pack, digest).then(done),
        'packs.settle': ({ decisions }) => packs.settle(decisions).then(done),
        'packs.enable': ({ pack, enabled }) => packs.enable(pack, enabled).then(done),
        'packs.move': ({ pack, by }) => packs.move(pack, by).then(done),
        'packs.remove': ({ pack }) => packs.remove(pack).then(done),
        'index.changed': async ({ ids }) => {
          changed(ids);
          await settle();
          return {};
        },
        'areas.list': () => listAreas(db),
        'index.show': ({ entityId, history: past, readAt }) =>
          showPlace(`#/entity/${entityId}${past ? '/history' : readAt ? `?${new URLSearchParams(readAt)}` : ''}`).then(done),
        'history.record': (page, sender) => history.record(page, sender).then(done),
        'history.met': history.met,
        'history.last': ({ ids }) => history.last(ids),
        'history.pages': history.pages,
        'history.forget': (scope) => history.forget(scope).then(done),
        'verdict.decide': (decision) => verdicts.decide(decision).then(done),
        'verdict.forget': (name) => verdicts.forget(name).then(done),
        'inbox.list': inbox.list,
        'inbox.accept': ({ ids }) => inbox.accept(ids),
        'inbox.dismiss': ({ ids, reopen }) => (reopen ? inbox.reopen(ids) : inbox.dismiss(ids)).then(done),
        'inbox.draft': ({ id }) => inbox.draft(id),
        'sync.run': () => sync.run().then(done),
        'sync.clear': () => sync.clear().then(done),
        'storage.kept': () => countKept(db),
        'storage.reset': () => resetEverything({ db, install: installBuiltin, changed }).then(done),
        'index.status': () => indexStatus(db, keeper, trouble),
      },
      { signal },
    );
  },
});

/** How long after waking the background turns to what nobody waits for, in milliseconds. */
const QUIET = 10_000;

const done = () => ({});

const permitted = (url: string) => browser.permissions.contains({ origins: [`${new URL(url).protocol}//${new URL(url).hostname}/*`] });

const fetchSyllables = async (): Promise<SyllableTable> => (await fetch('/pinyin/syllables.json')).json();

/** The words of the genre, built beside the code. */
const fetchLexicon = async (): Promise<Lexicon> => (await fetch('/finder/lexicon.json')).json();
