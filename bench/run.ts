import { benchDictionary } from './dictionary';
import { benchPage } from './page';
import { benchWake } from './wake';

// Prints ratios, each of two things measured in this run: a ratio holds on another machine, a time does not.
benchDictionary();
await benchPage();
await benchWake();
