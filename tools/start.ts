import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { askTab } from '../e2e/background';
import type { Driver, Page } from '../e2e/drivers/driver';
import { annotated, hoverCard, openBrowser, until } from '../e2e/reader';
import { demoSite, FRONT_PAGE, STORIES } from '../e2e/site/site';
import type { Story } from '../e2e/site/story';
import { openPanel, openPopup, pressControl, textsOf } from '../e2e/toolbar';
import { explainEntity, loadCatalogue } from './explain';
import { ROOT } from './setup.mjs';

// Opens a browser with the built extension on a small local paper written for this project. Where there is no screen it prints what
// was found on each article and saves pictures.

const { values } = parseArgs({ options: { firefox: { type: 'boolean' }, headless: { type: 'boolean' } } });
const name = values.firefox ? 'firefox' : 'chromium';
const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = values.headless ?? !hasScreen;
const ARTIFACTS = join(ROOT, 'artifacts');

function build(): void {
  const args = ['build', ...(values.firefox ? ['-b', 'firefox', '--mv3'] : [])];
  const { status } = spawnSync(join(ROOT, 'node_modules/.bin/wxt'), args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

async function report(driver: Driver, asker: Page, story: Story, file: string): Promise<void> {
  const catalogue = loadCatalogue();
  const page = await driver.open(story.url);
  await annotated(page);
  const { scope, date, entities } = await askTab(asker, story.url);
  console.log(`\n# ${story.title}  (${scope || '—'}, ${date ?? '—'})\n  ${story.url}`);
  for (const entity of entities) console.log(`  ${explainEntity(catalogue, entity)}`);
  await page.activate();
  const first = story.names[0];
  if (first && entities.some((entity) => entity.text === first)) await hoverCard(page, first, first);
  await page.screenshot(file);
  console.log(`  → ${relative(ROOT, file)}`);
  await page.close();
}

async function reportAll(driver: Driver): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true });
  // Only a page of the extension may ask a tab what it found.
  const asker = await driver.open(driver.extensionUrl('popup.html'));
  for (const [index, story] of STORIES.entries()) await report(driver, asker, story, join(ARTIFACTS, `${name}-${index + 1}.png`));
  await asker.close();
  await pictureOurPages(driver);
}

/** The popup and the side panel beside the first article, and the index. */
async function pictureOurPages(driver: Driver): Promise<void> {
  const picture = async (page: Page, what: string) => {
    await page.screenshot(join(ARTIFACTS, `${name}-${what}.png`));
    await page.close();
  };
  const article = await driver.open(STORIES[0]!.url);
  await annotated(article);
  const popup = await openPopup(driver, article);
  await pressControl(popup, '[role=tab][data-key=page]');
  await until('rows in the popup', async () => (await textsOf(popup, '.entity-row')).length > 0);
  await picture(popup, 'popup');
  await picture(await openPanel(driver, article), 'panel');
  await article.close();
  const options = await driver.open(driver.extensionUrl('options.html'));
  await until('rows of the index', async () => (await textsOf(options, '.table-row')).some((row) => row !== ''));
  await picture(options, 'options');
}

build();
const { driver, server } = await openBrowser(name, demoSite, { headless });
if (headless) {
  await reportAll(driver);
  await driver.close();
} else {
  await driver.open(FRONT_PAGE);
  console.log(`${FRONT_PAGE} is served by this machine, in this browser window only. Close the window to end.`);
  process.once('SIGINT', () => void driver.close());
  await driver.closed;
}
await server.close();
