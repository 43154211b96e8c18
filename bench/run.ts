import { benchCard } from './card';
import { benchDictionary } from './dictionary';
import { benchFinder } from './finder';
import { benchImport } from './import';
import { benchInstall } from './install';
import { benchPage } from './page';
import { benchPopup } from './popup';
import { benchSearch } from './search';
import { benchStorm } from './storm';
import { benchWake } from './wake';

// Prints ratios, each of two things measured in this run: a ratio holds on another machine, a time does not.
benchDictionary();
await benchFinder();
benchSearch();
await benchInstall();
await benchImport();
await benchPage();
await benchPopup();
await benchWake();
await benchCard();
await benchStorm();
